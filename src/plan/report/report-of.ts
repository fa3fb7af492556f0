import { environmentOf, type Address } from "../../model/address.ts";
import { isAcceptance } from "../../model/attestation.ts";
import { defined } from "../../model/defined.ts";
import type { EnvironmentName } from "../../model/environment.ts";
import { DAY_MS, durationMs, toMs } from "../../model/instant.ts";
import { KIND_ORDER } from "../../kinds/kinds.ts";
import { headOf } from "../document-head.ts";
import { deadlinesOf } from "../deadlines.ts";
import { forecast } from "../forecast.ts";
import type { Plan } from "../plan.ts";
import type { EnvironmentReport, ReportDocument, ReportedRequest, ReportedResource, ReportRow, StageReport } from "./report-document.ts";
import { guideReferences } from "./guide-references.ts";
import { isSettled, REPORT_MARKS, reportMarkOf, type ReportMark } from "./report-mark.ts";
import { reportRows } from "./report-rows.ts";

/** Everything that a plan tells, row by row. Pure: the same bytes for the same plan. */
export const reportOf = (plan: Plan): ReportDocument => {
  const { document, input } = plan;
  const { summary, steps, notices } = document;
  const resources = reportedResources(plan);
  const deadlines = deadlinesOf(plan);
  const open = openRequests(plan, resources);
  const { rows, shared } = reportRows(plan, { resources, deadlines, requests: new Map(open.map((one) => [one.address, one])) });
  const asked = open.filter(({ state }) => state !== "to-send");
  return defined({
    format: "chorus-report",
    version: 1,
    ...headOf(document),
    network: input.desired.network,
    summary,
    environments: document.environments.map(({ environment }) => environmentReport(environment, { rows, shared, resources })),
    rows,
    shared,
    resources: [...resources.values()],
    steps,
    deadlines,
    forecast: forecast(deadlines, input.nowMs),
    requests: asked.toSorted((a, b) => (b.days ?? 0) - (a.days ?? 0) || (a.address < b.address ? -1 : 1)),
    requestsToSend: open.filter(({ state, waitsFor }) => state === "to-send" && waitsFor === undefined).length,
    guides: guideReferences(steps, input),
    notices,
  });
};

const reportedResources = ({ document, input }: Plan): ReadonlyMap<Address, ReportedResource> => {
  const stepOf = new Map(document.steps.flatMap(({ number, items }) => items.map(({ address }) => [address, number] as const)));
  const context = { open: stepOf, offline: document.offline, staleBeforeMs: input.nowMs - durationMs(input.desired.renewProofAfter) };
  return new Map(
    document.resources.map((resource) => {
      const { status: _status, ...rest } = resource;
      const mark = reportMarkOf(resource, context);
      return [resource.address, defined<ReportedResource>({ ...rest, mark, step: stepOf.get(resource.address), word: wordOn(resource.address, input) })];
    }),
  );
};

const wordOn = (address: Address, { attestations }: Plan["input"]): ReportedResource["word"] => {
  const word = attestations.get(address);
  if (word === undefined || isAcceptance(word)) return undefined;
  const { by, at, until, seen, evidence } = word;
  return defined({ by, at, until, seen, evidence });
};

const openRequests = ({ document: { steps }, input }: Plan, resources: ReadonlyMap<Address, ReportedResource>): readonly ReportedRequest[] =>
  steps.flatMap(({ number, actor, items }) =>
    items.flatMap(({ address, request }) => {
      if (request === undefined) return [];
      const days = request.askedAt === undefined ? undefined : Math.floor((input.nowMs - toMs(request.askedAt)) / DAY_MS);
      return [defined<ReportedRequest>({ address, step: number, client: resources.get(address)?.client, actor, ...request, days })];
    }),
  );

const environmentReport = (
  environment: EnvironmentName,
  { rows, shared, resources }: Pick<ReportDocument, "rows" | "shared"> & { readonly resources: ReadonlyMap<Address, ReportedResource> },
): EnvironmentReport => {
  const here = rows.filter((row) => row.environment === environment);
  return defined({
    environment,
    rows: here.length,
    inOrder: here.filter(({ mark }) => isSettled(mark)).length,
    drifted: here.filter(({ drifted }) => drifted === true).length,
    oldestProofAt: oldestProof([...resources.values()].filter(({ address }) => environmentOf(address) === environment)),
    stages: stagesOf(here, shared),
  });
};

/** A row with several things at a stage counts once, as its cell is marked: it has one a kind, and shares those of other kinds. */
const stagesOf = (rows: readonly ReportRow[], shared: ReportDocument["shared"]): readonly StageReport[] => {
  const marks = rows.map((row) => new Map([...row.cells, ...(row.shares === undefined ? [] : (shared[row.shares] ?? []))].map(({ kind, mark }) => [kind, mark])));
  return KIND_ORDER.flatMap((kind): readonly StageReport[] => {
    const counts: Partial<Record<ReportMark, number>> = {};
    for (const row of marks) {
      const mark = row.get(kind);
      if (mark !== undefined) counts[mark] = (counts[mark] ?? 0) + 1;
    }
    const counted = REPORT_MARKS.flatMap((mark) => (counts[mark] === undefined ? [] : [[mark, counts[mark]] as const]));
    return counted.length === 0 ? [] : [{ kind, ...Object.fromEntries(counted) }];
  });
};

const oldestProof = (resources: readonly ReportedResource[]): EnvironmentReport["oldestProofAt"] =>
  resources
    .flatMap(({ conditions }) => conditions.flatMap(({ proof, provenAt }) => (proof === "verified" && provenAt !== undefined ? [provenAt] : [])))
    .reduce<EnvironmentReport["oldestProofAt"]>((oldest, at) => (oldest === undefined || at < oldest ? at : oldest), undefined);
