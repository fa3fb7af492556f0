import type { KindName } from "../../../model/address.ts";
import { isSettled, REPORT_MARKS } from "../../../plan/report/report-mark.ts";
import { plain, type MatrixRow } from "./matrix.ts";
import type { Query } from "./query.ts";

/** The rows that somebody asked for, in his order. */
export const selectRows = (rows: readonly MatrixRow[], query: Query): readonly MatrixRow[] => {
  const words = plain(query.search).split(/\s+/).filter((word) => word !== "");
  const found = rows.filter((row) => isWanted(row, query) && words.every((word) => row.text.includes(word)));
  const by = orderBy(query.sort);
  if (by === undefined) return query.descending ? found.toReversed() : found;
  const sorted = found.toSorted((a, b) => by(a, b) || a.place - b.place);
  return query.descending ? sorted.reverse() : sorted;
};

const isWanted = (row: MatrixRow, { environment, mark, stage, request }: Query): boolean => {
  if (environment !== "" && row.environment !== environment) return false;
  if (request !== "" && row.request?.state !== request) return false;
  if (stage !== "") {
    const cell = row.cells.get(stage as KindName);
    return cell !== undefined && (mark === "" || cell.mark === mark || (mark === SETTLED && isSettled(cell.mark)) || (mark === DRIFTED && row.drifted === true));
  }
  if (mark === DRIFTED) return row.drifted === true;
  if (mark === SETTLED) return isSettled(row.mark);
  return mark === "" || row.mark === mark;
};

/** Besides the marks: something was true and is not; everything is in order. */
export const DRIFTED = "drifted";
export const SETTLED = "settled";

type Order = (a: MatrixRow, b: MatrixRow) => number;

const orderBy = (sort: string): Order | undefined => {
  if (sort === "") return undefined;
  if (sort === "name") return (a, b) => compare(a.name, b.name);
  if (sort === "environment") return (a, b) => compare(a.environment, b.environment);
  if (sort === "date") return (a, b) => compare(a.actBy ?? LAST, b.actBy ?? LAST);
  // Who has waited longest comes first.
  if (sort === "request") return (a, b) => (b.request?.days ?? NOT_ASKED) - (a.request?.days ?? NOT_ASKED);
  return (a, b) => rankOf(a, sort as KindName) - rankOf(b, sort as KindName);
};

const rankOf = ({ cells }: MatrixRow, kind: KindName): number => {
  const cell = cells.get(kind);
  return cell === undefined ? REPORT_MARKS.length : REPORT_MARKS.indexOf(cell.mark);
};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const LAST = "9999";
const NOT_ASKED = -1;
