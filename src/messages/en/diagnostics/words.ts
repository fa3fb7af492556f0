import type { Shape } from "../../../diagnostics/codes.ts";

/** ` Did you mean "factures"?`, or nothing. */
export const meant = ({ suggestion }: { readonly suggestion?: string }): string =>
  suggestion === undefined ? "" : ` Did you mean "${suggestion}"?`;

/** `a, b or c` */
export const choice = (words: readonly string[]): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1) ?? ""}`;

export const shape = (of: Shape): string => SHAPES[of];

export const place = (key: string): string => (key === "" ? "the configuration" : `"${key}"`);

const SHAPES: Readonly<Record<Shape, string>> = {
  map: "a map (key: value)",
  list: "a list",
  text: "a text",
  boolean: "true or false",
  integer: "a whole number",
};
