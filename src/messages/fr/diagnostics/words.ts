import type { Shape } from "../../../diagnostics/codes.ts";

/** « Vouliez-vous dire … ? », où une valeur proche est connue. */
export const meant = ({ suggestion }: { readonly suggestion?: string }): string =>
  suggestion === undefined ? "" : ` Vouliez-vous dire « ${suggestion} » ?`;

/** « a, b ou c ». */
export const choice = (values: readonly string[]): string =>
  values.length < 2 ? values.join("") : `${values.slice(0, -1).join(", ")} ou ${values.at(-1) ?? ""}`;

/** Une clé, ou le fichier entier. */
export const place = (key: string): string => (key === "" ? "la configuration" : `« ${key} »`);

export const shape = (of: Shape): string => SHAPES[of];

const SHAPES: Readonly<Record<Shape, string>> = {
  map: "un groupe de clés",
  list: "une liste",
  text: "un texte",
  boolean: "true ou false",
  integer: "un nombre entier",
};
