import { describe, expect, it } from "vitest";
import { keyFacts } from "../../../src/config/key-facts.ts";
import { schemaKeys } from "../../../src/config/schema-keys.ts";
import type { Code } from "../../../src/diagnostics/codes.ts";
import { diagnosticWords } from "../../../src/messages/diagnostic-messages.ts";
import { GENERAL_HINTS as EN } from "../../../src/messages/en/diagnostics/general-hints.ts";
import { GENERAL_HINTS as FR } from "../../../src/messages/fr/diagnostics/general-hints.ts";
import { KEYS_FR } from "../../../src/messages/fr/keys.ts";

describe("what is said where nothing has failed", () => {
  it.each([["en", EN], ["fr", FR]] as const)("%s: what to do, in words without values, for the hints that have some and for no others", (language, hints) => {
    const words = diagnosticWords(language);
    const codes = Object.keys(words) as readonly Code[];
    expect(Object.keys(hints).toSorted()).toEqual(codes.filter((code) => diagnosticWords("en")[code].hint.length > 0 || words[code].hint.length > 0).toSorted());
  });

  it("what the schema says of each key is said in French, and nothing that it says no more", () => {
    const said = new Set(schemaKeys().flatMap((key) => keyFacts(key).descriptions));
    expect([...said].filter((text) => KEYS_FR[text] === undefined)).toEqual([]);
    expect(Object.keys(KEYS_FR).filter((text) => !said.has(text))).toEqual([]);
  });
});
