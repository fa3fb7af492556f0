import { describe, expect, it } from "vitest";
import type { Code } from "../../../src/diagnostics/codes.ts";
import { diagnosticWords } from "../../../src/messages/diagnostic-messages.ts";
import type { Words } from "../../../src/messages/diagnostic-words.ts";
import { SAMPLES } from "../../../src/diagnostics/samples.ts";

describe("the words of every code", () => {
  it.each(["fr", "en"] as const)("%s", (language) => {
    const words = diagnosticWords(language);
    const prose = (Object.keys(SAMPLES) as readonly Code[]).map((code) => {
      const { title, detail, hint } = words[code] as Words<never>;
      return [code, title, detail(SAMPLES[code] as never), hint(SAMPLES[code] as never)].join("\n  ");
    });
    expect(prose.join("\n")).toMatchSnapshot();
  });
});
