import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { parseFullYaml } from "../../src/config/parse-full-yaml.ts";
import { parseYaml } from "../../src/config/parse-yaml.ts";
import { readPlainYaml } from "../../src/config/read-plain-yaml.ts";
import { sourceText, type SourceText } from "../../src/config/source-text.ts";

const ROOT = join(import.meta.dirname, "../..");

/** In `plain/` are documents that the quick reader takes; in `full/` those that it leaves. */
const CASES = ["plain", "full"].flatMap((folder) =>
  readdirSync(join(import.meta.dirname, "yaml", folder)).map((name) => ({ folder, path: `test/cases/yaml/${folder}/${name}` })),
);

const OWN = readdirSync(join(ROOT, "examples"), { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".yaml"))
  .map((path) => ({ folder: "plain", path: `examples/${path}` }));

const source = (path: string): SourceText => sourceText(path, readFileSync(join(ROOT, path), "utf8"));

it.each([...CASES, ...OWN, { folder: "plain", path: "chorus.config.yaml" }])("$path", async ({ folder, path }) => {
  expect(readPlainYaml(source(path).text) === undefined ? "full" : "plain").toBe(folder);
  const full = await parseFullYaml(source(path));
  const { parsed, diagnostics } = await parseYaml(source(path));
  expect(diagnostics).toEqual(full.diagnostics);
  // As text: the order of keys counts.
  expect(JSON.stringify(parsed?.data)).toBe(JSON.stringify(full.document?.data));
});
