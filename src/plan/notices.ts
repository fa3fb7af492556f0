import { address, type Address } from "../model/address.ts";
import type { Attestations } from "../model/attestation.ts";
import type { Desired } from "../model/desired.ts";
import type { Resource } from "../model/resource.ts";
import type { Assessed } from "./assess.ts";
import type { Notice } from "./plan-document.ts";
import type { PlanInput } from "./plan.ts";

/** What is to be known of a plan and asks for no step. */
export const noticesOf = (
  { desired, attestations, selection }: PlanInput,
  assessed: readonly Assessed[],
  resources: ReadonlyMap<Address, Resource>,
): readonly Notice[] => [
  ...assessed.flatMap(reachNotice),
  ...assessed.flatMap(({ resource, voided }): readonly Notice[] =>
    voided === undefined ? [] : [{ notice: "attestation-voided", address: resource.address, attestedAt: voided.at }],
  ),
  ...(selection === undefined ? unmatchedNotices(attestations, resources) : []),
  ...qualificationNotices(desired, assessed),
];

const reachNotice = ({ resource, conditions }: Assessed): readonly Notice[] =>
  conditions.flatMap(({ condition }) =>
    condition.reason === "reach-beyond" && condition.fact?.fact === "beyond"
      ? [{ notice: "reach-beyond", address: resource.address, count: condition.fact.count } as const]
      : [],
  );

const unmatchedNotices = (attestations: Attestations, resources: ReadonlyMap<Address, Resource>): readonly Notice[] =>
  [...attestations.keys()]
    .filter((of) => !resources.has(of))
    .toSorted()
    .map((of) => ({ notice: "attestation-unmatched", address: of }));

/** Chorus Pro wants an application tried in qualification before it goes to production: a warning, once for each. */
const qualificationNotices = (desired: Desired, assessed: readonly Assessed[]): readonly Notice[] => {
  const states = new Map(assessed.map(({ resource, conditions }) => [resource.address, conditions[0]?.condition.status]));
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
