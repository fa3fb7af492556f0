import { stat } from "node:fs/promises";
import { dirname, join, normalize } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "../cli/support.ts";
import { proseOf, readPages, type Page } from "./pages.ts";

const pages = await readPages();

describe.each(pages.map((page) => [page.file, page] as const))("%s", (file, page) => {
  it("links to pages, files and headings that exist", async () => {
    const broken: string[] = [];
    for (const target of linksOf(page)) if (!(await leadsSomewhere(file, target))) broken.push(target);
    expect(broken).toEqual([]);
  });
});

it("leads to every page of docs from the README or from a page it links to", () => {
  const linked = new Set(pages.flatMap((page) => linksOf(page).map((target) => resolveLink(page.file, target).path)));
  expect(pages.map(({ file }) => file).filter((file) => file.startsWith("docs/") && !linked.has(file))).toEqual([]);
});

const linksOf = (page: Page): readonly string[] =>
  [...proseOf(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target ?? "").filter((target) => !/^[a-z]+:/.test(target));

const resolveLink = (file: string, target: string): { readonly path: string; readonly anchor: string | undefined } => {
  const [path = "", anchor] = target.split("#");
  return { path: path === "" ? file : normalize(join(dirname(file), path)), anchor };
};

const leadsSomewhere = async (file: string, target: string): Promise<boolean> => {
  const { path, anchor } = resolveLink(file, target);
  try {
    await stat(join(ROOT, path));
  } catch {
    return false;
  }
  const page = pages.find((other) => other.file === path);
  return anchor === undefined || (page !== undefined && anchorsOf(page).includes(anchor));
};

/** As GitHub makes them: lower case, without punctuation, hyphens for spaces. */
const anchorsOf = (page: Page): readonly string[] =>
  [...proseOf(page).matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
      .trim()
      .replaceAll(/\s/g, "-"),
  );
