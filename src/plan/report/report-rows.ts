import { gestionnaireRef } from "../../kinds/refs.ts";
import { KIND_ORDER } from "../../kinds/kinds.ts";
import type { Address } from "../../model/address.ts";
import { defined } from "../../model/defined.ts";
import { groupBy } from "../../model/group-by.ts";
import type { Deadline } from "../deadline.ts";
import type { Plan } from "../plan.ts";
import type { ReportCell, ReportDocument, ReportedRequest, ReportedResource, ReportRow, RequestAge } from "./report-document.ts";
import { REPORT_MARKS, worstReportMark } from "./report-mark.ts";
import { rowClaims, type RowClaims } from "./row-claims.ts";

/** What rows are made from, by address. */
export interface RowContext {
  readonly resources: ReadonlyMap<Address, ReportedResource>;
  readonly deadlines: readonly Deadline[];
  readonly requests: ReadonlyMap<Address, RequestAge & Partial<Pick<ReportedRequest, "escalate">>>;
}

/** A row for each structure, and the cells that rows share, each set of them once. */
export const reportRows = (plan: Plan, context: RowContext): Pick<ReportDocument, "rows" | "shared"> => {
  const claims = rowClaims(plan);
  const bySharing = groupBy(claims.filter(({ beyond }) => beyond.length > 0), ({ beyond }) => beyond.toSorted().join(" "));
  const groups = [...bySharing.values()].filter(({ length }) => length > 1);
  const shared = groups.map(([{ beyond }]) => cellsOf(beyond, context));
  const places = new Map(groups.flatMap((group, place) => group.map((one) => [one, place] as const)));
  const ends = groupBy(context.deadlines, ({ address }) => address);
  const rows = claims.map((one) => toRow(one, places.get(one), { plan, shared, ends, ...context }));
  return { rows: rows.toSorted(byUrgency), shared };
};

interface Making extends RowContext {
  readonly plan: Plan;
  readonly shared: ReportDocument["shared"];
  readonly ends: ReadonlyMap<Address | undefined, readonly Deadline[]>;
}

const toRow = (claims: RowClaims, shares: number | undefined, making: Making): ReportRow => {
  const { environment, subject, name, own, beyond } = claims;
  const { plan, shared, ends, resources, requests } = making;
  const addresses = [...own.map(({ address }) => address), ...(shares === undefined ? beyond : [])];
  const cells = cellsOf(addresses, making);
  const all = [...cells, ...(shares === undefined ? [] : (shared[shares] ?? []))];
  const drifted = all.some((cell) => cell.addresses.some((address) => resources.get(address)?.drifted === true));
  const { desired } = plan.input;
  const structure = subject === "structure" ? desired.environments[environment]?.structures[name] : undefined;
  const [actBy] = addresses.flatMap((address) => ends.get(address) ?? []).map(({ actBy: by }) => by).toSorted();
  const { client } = own[0];
  const isIts = (address: Address): boolean => resources.get(address)?.client === client;
  const [request] = addresses.filter(isIts).flatMap((address) => requests.get(address) ?? []).toSorted(byAttention);
  return defined({
    environment,
    subject,
    name,
    nom: structure?.nom,
    identifier: structure === undefined ? undefined : { type: structure.type, value: structure.identifiant },
    client,
    gestionnaire: structure === undefined ? undefined : gestionnaireRef(desired, structure).label,
    mark: worstReportMark(all.map(({ mark }) => mark)),
    drifted: drifted ? true : undefined,
    actBy,
    request: request === undefined ? undefined : defined({ state: request.state, days: request.days }),
    cells,
    shares,
  });
};

const cellsOf = (addresses: readonly Address[], { resources }: Pick<RowContext, "resources">): readonly ReportCell[] => {
  const known = addresses.flatMap((address) => resources.get(address) ?? []);
  const byKind = groupBy(known, ({ kind }) => kind);
  return KIND_ORDER.flatMap((kind) => {
    const of = byKind.get(kind);
    return of === undefined ? [] : [{ kind, mark: worstReportMark(of.map(({ mark }) => mark)), addresses: of.map(({ address }) => address) }];
  });
};

/** Who refused or is blocked needs somebody's attention before who has merely not answered. */
const byAttention = (a: RequestAge, b: RequestAge): number => ATTENTION.indexOf(a.state) - ATTENTION.indexOf(b.state) || (b.days ?? 0) - (a.days ?? 0);

const ATTENTION: readonly RequestAge["state"][] = ["refused", "blocked", "asked", "to-send", "done"];

const byUrgency = (a: ReportRow, b: ReportRow): number =>
  Number(b.drifted ?? false) - Number(a.drifted ?? false) ||
  REPORT_MARKS.indexOf(a.mark) - REPORT_MARKS.indexOf(b.mark) ||
  compare(a.environment, b.environment) ||
  compare(a.name, b.name);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
