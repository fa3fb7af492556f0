import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { RULES, type SourceFile } from "./rules.ts";

const SOURCE = join(import.meta.dirname, "../../src");

const sources: readonly SourceFile[] = readdirSync(SOURCE, { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => /\.tsx?$/.test(path) && !path.endsWith(".gen.ts") && !path.endsWith(".gen.d.ts"))
  .map((path) => ({ path, text: readFileSync(join(SOURCE, path), "utf8") }));

describe.each(RULES)("$name", (rule) => {
  it("holds everywhere", () => {
    const broken = sources.flatMap((file) => rule.check(file).map((what) => `src/${file.path} ${what}`));
    expect(broken).toEqual([]);
  });

  it("is seen to be broken where it is", () => {
    expect(rule.check(rule.broken)).not.toEqual([]);
  });
});

it("sees the sources", () => {
  expect(sources.length).toBeGreaterThan(100);
});
