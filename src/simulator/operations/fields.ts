import type { FieldShape, InputShape } from "../input.ts";

/** The words of a text: how a table names many fields or values in few lines. */
export const words = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== "");

/** Fields of one kind, by name. */
export const fields = (kind: "integer" | "text" | "boolean" | "number" | "list", names: string): InputShape =>
  Object.fromEntries(words(names).map((name): [string, FieldShape] => [name, { kind }]));

export const choice = (values: readonly string[]): FieldShape => ({ kind: "choice", values });

export const object = (inner: InputShape): FieldShape => ({ kind: "object", fields: inner });

/** The paging wrapper where the columns to sort by are not published. */
export const SEARCH_PAGING: FieldShape = object({
  nbResultatsParPage: { kind: "integer", minimum: 1 },
  pageResultatDemandee: { kind: "integer", minimum: 1 },
  triColonne: { kind: "text" },
  triSens: choice(["Descendant", "Ascendant"]),
});
