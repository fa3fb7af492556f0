import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "../cli/support.ts";
import { GENERATED, PARTS } from "./generated/index.ts";

const rewrites = process.env["UPDATE_DOCS"] === "1";

describe("what the code writes is current (UPDATE_DOCS=1 rewrites it)", () => {
  it.each([...GENERATED])("%s", async (file, render) => {
    const text = await render();
    if (rewrites) await writeFile(join(ROOT, file), text);
    expect(await readFile(join(ROOT, file), "utf8")).toBe(text);
  });

  it.each(PARTS.map((part) => [`${part.name} in ${part.file}`, part] as const))("%s", async (_title, { file, name, render }) => {
    const page = await readFile(join(ROOT, file), "utf8");
    const wanted = withPart(page, name, await render());
    if (rewrites) await writeFile(join(ROOT, file), wanted);
    expect(rewrites ? wanted : page).toBe(wanted);
  });
});

const withPart = (page: string, name: string, text: string): string => {
  const [begin, end] = [`<!-- generated: ${name} -->`, `<!-- end of ${name} -->`];
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from === -1 || to < from) throw new Error(`${begin} … ${end} is missing`);
  return `${page.slice(0, from + begin.length)}\n${text}\n${page.slice(to)}`;
};
