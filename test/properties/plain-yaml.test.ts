import fc from "fast-check";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { parseFullYaml } from "../../src/config/parse-full-yaml.ts";
import { readPlainYaml } from "../../src/config/read-plain-yaml.ts";
import { sourceText } from "../../src/config/source-text.ts";
import { plainDocuments, lineHeaps, spoiltDocuments } from "./yaml-documents.ts";

const RUNS = { numRuns: 2000 };

/** As text: the order of keys counts, and a number is no word. */
const shown = (data: unknown): string => JSON.stringify(data);

/** Whatever the quick reader takes, the full one reads without a word and as the same data. */
const agree = async (text: string): Promise<boolean> => {
  const quick = readPlainYaml(text);
  if (quick === undefined) return false;
  const { document, diagnostics } = await parseFullYaml(sourceText("a.yaml", text));
  expect(diagnostics).toEqual([]);
  expect(shown(quick)).toBe(shown(document?.data));
  return true;
};

const agreed = async (text: string): Promise<void> => {
  await agree(text);
};

it("takes what is in the plain style, and reads it as all of YAML does", async () => {
  await fc.assert(fc.asyncProperty(plainDocuments, async (text) => {
    expect(await agree(text)).toBe(true);
  }), RUNS);
});

it("reads nothing otherwise than all of YAML does where a document is spoilt", async () => {
  await fc.assert(fc.asyncProperty(spoiltDocuments(plainDocuments), agreed), RUNS);
});

it("reads nothing otherwise where the configurations of the examples are spoilt", async () => {
  const files = ["chorus.config.yaml", ...["direct", "editeur", "concentrateur"].map((name) => `examples/${name}/chorus.config.yaml`)];
  const texts = files.map((file) => readFileSync(join(import.meta.dirname, "../..", file), "utf8"));
  await fc.assert(fc.asyncProperty(spoiltDocuments(fc.constantFrom(...texts)), agreed), RUNS);
});

it("reads nothing otherwise in lines that are heaped up", async () => {
  await fc.assert(fc.asyncProperty(lineHeaps, agreed), RUNS);
});
