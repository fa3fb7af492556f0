import { environmentOf } from "../model/address.ts";
import { defined } from "../model/defined.ts";
import type { EnvironmentName } from "../model/environment.ts";
import { groupBy } from "../model/group-by.ts";
import { durationMs, toInstant, type Instant } from "../model/instant.ts";
import type { Step } from "../model/step.ts";
import { headOf } from "./document-head.ts";
import { clientStages } from "./client-stages.ts";
import { deadlinesOf } from "./deadlines.ts";
import { forecast } from "./forecast.ts";
import type { MarkContext } from "./marks.ts";
import type { EnvironmentSummary, PlanDocument, PlannedResource } from "./plan-document.ts";
import type { Plan } from "./plan.ts";
import type { EnvironmentStatus, StatusDocument, StepCount } from "./status-document.ts";

export interface StatusOptions {
  /** List only what is to be seen to within this time: `30d`. */
  readonly within?: string;
  readonly forecast?: boolean;
}

/** The picture of a plan. Pure: the same bytes for the same plan. */
export const statusOf = (plan: Plan, { within, forecast: withForecast = false }: StatusOptions = {}): StatusDocument => {
  const { document, input } = plan;
  const { offline, summary, notices } = document;
  const open = new Set(document.steps.flatMap(({ items }) => items.map(({ address }) => address)));
  const deadlines = deadlinesOf(plan);
  const horizon = within === undefined ? undefined : toInstant(input.nowMs + durationMs(within));
  return defined({
    format: "chorus-status",
    version: 1,
    ...headOf(document),
    summary,
    environments: document.environments.map((one) => environmentStatus(one, document, { open, offline })),
    within,
    deadlines: horizon === undefined ? deadlines : deadlines.filter(({ actBy }) => actBy <= horizon),
    forecast: withForecast ? forecast(deadlines, input.nowMs) : undefined,
    notices,
  });
};

const environmentStatus = (summary: EnvironmentSummary, document: PlanDocument, context: MarkContext): EnvironmentStatus => {
  const { environment } = summary;
  const here = document.resources.filter(({ address }) => environmentOf(address) === environment);
  return defined({
    ...summary,
    paused: here.filter(({ status }) => status === "paused").length,
    steps: stepCounts(environment, document.steps),
    oldestProofAt: oldestProof(here),
    clients: clientStages(environment, here, context),
  });
};

const stepCounts = (environment: EnvironmentName, steps: readonly Step[]): readonly StepCount[] =>
  [...groupBy(steps.filter((step) => step.environment === environment), ({ mode, why }) => `${mode} ${why}`)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, alike]) => {
      const [first] = alike;
      if (first === undefined) return [];
      return [{ mode: first.mode, why: first.why, count: alike.length, waiting: alike.filter(({ waitsFor }) => waitsFor.length > 0).length }];
    });

const oldestProof = (resources: readonly PlannedResource[]): Instant | undefined =>
  resources
    .flatMap(({ conditions }) => conditions)
    .reduce<Instant | undefined>(
      (oldest, { proof, provenAt }) =>
        proof === "verified" && provenAt !== undefined && (oldest === undefined || provenAt < oldest) ? provenAt : oldest,
      undefined,
    );
