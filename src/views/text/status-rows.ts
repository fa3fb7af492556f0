import { parseAddress, type KindName } from "../../model/address.ts";
import type { EnvironmentName } from "../../model/environment.ts";
import { groupBy } from "../../model/group-by.ts";
import { markOf, worstOf, type Mark } from "../../plan/marks.ts";
import type { Scene } from "./scene.ts";

export const SUBJECT_KINDS = ["structure", "application", "account"] as const;

export type SubjectKind = (typeof SUBJECT_KINDS)[number];

/** A structure, an application or an account, with one cell for each kind of claim on it. */
export interface StatusRow {
  readonly name: string;
  readonly cells: ReadonlyMap<KindName, Cell>;
  readonly inOrder: boolean;
}

export interface Cell {
  readonly mark: Mark;
  /** How many of the claims of that kind have the mark, and how many there are. */
  readonly count: number;
  readonly of: number;
}

export const statusRows = (environment: EnvironmentName, subject: SubjectKind, scene: Scene): readonly StatusRow[] => {
  const placed = scene.document.resources.flatMap((resource) => {
    const parts = parseAddress(resource.address);
    const place = parts === undefined ? undefined : PLACES[parts.kind];
    if (parts === undefined || place === undefined || parts.environment !== environment || place.subject !== subject) return [];
    return [{ resource, kind: parts.kind, name: parts.names[place.name] ?? "" }];
  });
  return [...groupBy(placed, ({ name }) => name)].map(([name, claims]) => {
    const cells = new Map(
      [...groupBy(claims, ({ kind }) => kind)].map(([kind, of]) => [kind, cellOf(of.map(({ resource }) => markOf(resource, { open: scene.stepNumbers, offline: scene.document.offline })))]),
    );
    return { name, cells, inOrder: [...cells.values()].every(({ mark }) => mark === "proven" || mark === "attested") };
  });
};

/** The columns of a subject's table, in the order of an onboarding. */
export const columnsOf = (subject: SubjectKind, rows: readonly StatusRow[]): readonly KindName[] =>
  (Object.keys(PLACES) as readonly KindName[]).filter(
    (kind) => PLACES[kind].subject === subject && rows.some(({ cells }) => cells.has(kind)),
  );

const cellOf = (marks: readonly Mark[]): Cell => {
  const mark = worstOf(marks);
  return { mark, count: marks.filter((one) => one === mark).length, of: marks.length };
};

/** Whose row a kind belongs to, and which part of its address names it. */
const PLACES: Readonly<Record<KindName, { readonly subject: SubjectKind; readonly name: number }>> = {
  structure: { subject: "structure", name: 0 },
  espace: { subject: "structure", name: 0 },
  raccordement: { subject: "structure", name: 1 },
  rattachement: { subject: "structure", name: 1 },
  service: { subject: "structure", name: 0 },
  edi: { subject: "structure", name: 0 },
  application: { subject: "application", name: 0 },
  credentials: { subject: "application", name: 0 },
  subscription: { subject: "application", name: 0 },
  "compte-piste": { subject: "account", name: 0 },
  cgu: { subject: "account", name: 0 },
  matelas: { subject: "account", name: 0 },
  "compte-technique": { subject: "account", name: 0 },
};
