import { integerOf, textOf } from "./input.ts";
import type { InputShape } from "./input.ts";
import type { JsonObject } from "./json.ts";
import { own } from "./own.ts";

/** How a column of `triColonne` orders the items of a list. */
export type Columns<T> = { readonly [column: string]: (item: T) => string | number | boolean };

/** The four paging fields of the official descriptions. */
export function pagingFields(columns: readonly string[]): InputShape {
  return {
    nbResultatsParPage: { kind: "integer", minimum: 1 },
    pageResultatDemandee: { kind: "integer", minimum: 1 },
    triColonne: { kind: "choice", values: columns },
    triSens: { kind: "choice", values: ["Descendant", "Ascendant"] },
  };
}

export interface Page<T> {
  readonly items: readonly T[];
  /** As a type, not an interface: it goes into a JSON answer as it is. */
  readonly parametresRetour: {
    readonly nbResultatsParPage: number;
    readonly pageCourante: number;
    readonly pages: number;
    readonly total: number;
  };
}

/** Sorts and cuts a list as the paging wrapper asks: 10 a page unless told otherwise. */
export function paginate<T>(all: readonly T[], wrapper: JsonObject, columns: Columns<T> = {}): Page<T> {
  const size = integerOf(wrapper, "nbResultatsParPage") ?? DEFAULT_PAGE_SIZE;
  const page = integerOf(wrapper, "pageResultatDemandee") ?? 1;
  const sorted = sort(all, own(columns, textOf(wrapper, "triColonne") ?? ""), textOf(wrapper, "triSens"));
  return {
    items: sorted.slice((page - 1) * size, page * size),
    parametresRetour: {
      nbResultatsParPage: size,
      pageCourante: page,
      pages: Math.ceil(all.length / size),
      total: all.length,
    },
  };
}

function sort<T>(all: readonly T[], column: Columns<T>[string] | undefined, direction: string | undefined): readonly T[] {
  if (column === undefined) return all;
  const sign = direction === "Descendant" ? -1 : 1;
  return all.toSorted((left, right) => {
    const a = column(left);
    const b = column(right);
    return a === b ? 0 : a < b ? -sign : sign;
  });
}

const DEFAULT_PAGE_SIZE = 10;
