import type { LabelKind } from "../../docs/generated/portals/portal-row.ts";
import type { Page } from "./browser.ts";
import { all, textOf } from "./html.ts";
import { factOf } from "./practice.ts";

/** Whether a page has a label, as what it is said to be. Capitals are the stylesheet's matter. */
export const hasLabel = (page: Page, kind: LabelKind, words: string): boolean => FINDERS[kind](page, words);

const found = (texts: readonly string[], words: string): boolean => texts.some((text) => lower(text) === lower(words));

export const lower = (text: string): string => text.toLocaleLowerCase("fr");

const read = (...tags: readonly string[]) => ({ main }: Page, words: string): boolean => found(all(main, ...tags).map(textOf), words);

/** A label leads to a field of the same page; its star is no part of it. */
function hasField({ main }: Page, words: string): boolean {
  const ids = new Set(all(main, "input", "select").map(({ attributes }) => attributes["id"]));
  return all(main, "label").some((label) => ids.has(label.attributes["for"]) && lower(textOf(label).replace(/ \*$/, "")) === lower(words));
}

const isButton = (tag: string, classes = ""): boolean => tag === "button" || classes.split(" ").includes("button");

const FINDERS: Readonly<Record<LabelKind, (page: Page, words: string) => boolean>> = {
  menu: ({ root }, words) => found(all(root, "nav").filter(({ attributes }) => attributes["aria-label"] === "Menu du portail").flatMap((menu) => all(menu, "a")).map(textOf), words),
  link: read("a"),
  field: hasField,
  button: ({ main }, words) => found(all(main, "button", "a").filter(({ tag, attributes }) => isButton(tag, attributes["class"])).map(textOf), words),
  heading: read("h1", "h2", "h3", "legend", "caption"),
  column: read("th"),
  choice: read("option"),
  fact: (page, words) => {
    const [name = "", value = ""] = words.split(" : ");
    return factOf(page, name) === value;
  },
  text: ({ text }, words) => lower(text).includes(lower(words)),
};
