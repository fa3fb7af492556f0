import { GUIDES } from "../catalogue/guides/guides.ts";
import { isStale } from "../catalogue/guides/review.ts";
import { address, type Address } from "../model/address.ts";
import type { Attestations } from "../model/attestation.ts";
import type { Desired } from "../model/desired.ts";
import { toInstant } from "../model/instant.ts";
import type { Step } from "../model/step.ts";
import type { Assessed } from "./assess.ts";
import type { Notice } from "./plan-document.ts";
import type { PlanInput } from "./plan.ts";
import type { Renewal } from "./spread-renewals.ts";

/** What is to be known of a plan and asks for no step. */
export const noticesOf = (
  { desired, attestations, selection }: PlanInput,
  assessed: readonly Assessed[],
  resources: { has(address: Address): boolean },
): readonly Notice[] => [
  ...assessed.flatMap(reachNotice),
  ...assessed.flatMap(({ resource, voided }): readonly Notice[] =>
    voided === undefined ? NONE : [{ notice: "attestation-voided", address: resource.address, attestedAt: voided.at }],
  ),
  ...assessed.flatMap(wordNotices),
  ...(selection === undefined ? unmatchedNotices(attestations, resources) : []),
  ...qualificationNotices(desired, assessed),
];

/** Renewals that no week has room for, from the first to end to the last. */
export const renewalNotices = (beyond: readonly Renewal[]): readonly Notice[] => {
  const [first] = beyond;
  if (first === undefined) return [];
  const lastMs = beyond.at(-1)?.endsAtMs ?? first.endsAtMs;
  return [{ notice: "renewals-beyond", count: beyond.length, from: toInstant(first.endsAtMs), until: toInstant(lastMs) }];
};

/** Portals move: a guide that nobody has held against its source for a year says so, once for all of them. */
export const guideNotices = (steps: readonly Step[], nowMs: number): readonly Notice[] => {
  const stale = [...new Set(steps.map(({ action }) => action))].filter((action) => isStale(GUIDES[action], nowMs)).toSorted();
  const [oldest] = stale.map((action) => GUIDES[action].reviewedAt).toSorted();
  return oldest === undefined ? [] : [{ notice: "guides-stale", actions: stale, reviewedAt: oldest }];
};

const reachNotice = ({ resource: { address }, conditions }: Assessed): readonly Notice[] => {
  for (const { condition: { reason, fact } } of conditions) {
    if (reason === "reach-beyond" && fact?.fact === "beyond") return [{ notice: "reach-beyond", address, count: fact.count }];
  }
  return NONE;
};

/** Words that count no more: about another fact than today's, or about a difference that is gone. */
const wordNotices = ({ resource: { address }, outdated, over }: Assessed): readonly Notice[] => [
  ...(outdated === undefined ? [] : [{ notice: "attestation-outdated", address, attestedAt: outdated.at } as const]),
  ...(over === undefined ? [] : [{ notice: "difference-over", address, attestedAt: over.at } as const]),
];

const unmatchedNotices = (attestations: Attestations, resources: { has(address: Address): boolean }): readonly Notice[] =>
  [...attestations.keys()]
    .filter((of) => !resources.has(of))
    .toSorted()
    .map((of) => ({ notice: "attestation-unmatched", address: of }));

/** Chorus Pro wants an application tried in qualification before it goes to production: a warning, once for each. */
const qualificationNotices = (desired: Desired, assessed: readonly Assessed[]): readonly Notice[] => {
  const applications = assessed.filter(({ resource }) => resource.kind === "application");
  const states = new Map(applications.map(({ resource, conditions }) => [resource.address, conditions[0]?.condition.status]));
  return Object.entries(desired.environments.production?.applications ?? {})
    .filter(([name, { client }]) => {
      const production = states.get(address("production", "application", name));
      const qualification = states.get(address("qualification", "application", name));
      return client === undefined && production !== undefined && production !== "true" && qualification !== "true";
    })
    .map(([application]) => application)
    .toSorted()
    .map((application) => ({ notice: "qualification-first", application }));
};

/** Shared: of most resources there is nothing to tell. */
const NONE: readonly Notice[] = [];
