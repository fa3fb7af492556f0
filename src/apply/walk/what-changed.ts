import type { Address } from "../../model/address.ts";
import { AT_THE_CLIENT } from "../../catalogue/guides/guide.ts";
import type { UnknownClass } from "../../model/observation.ts";
import type { Step, StepItem } from "../../model/step.ts";
import type { PlanDocument } from "../../plan/plan-document.ts";
import { refusedUntilOf } from "../../plan/refused-until.ts";
import type { ApplyEvent } from "../events.ts";

/** What one more look at a step taught. */
export interface StepChange {
  /** The step as it was before the person. */
  readonly step: Step;
  /** Its things that are now in order. */
  readonly became: readonly StepItem[];
  /** The same step for what is left of it; absent where nothing is. */
  readonly left?: Step;
  /** Things of which the plan asks for this no more, though they are not in order. */
  readonly unsure: readonly StepItem[];
  /** Everything else that turned out to be so by the same look. */
  readonly also: readonly Address[];
  /** What was in order and is not. */
  readonly lost: readonly Address[];
  /** Steps that waited, and no longer do. */
  readonly unlocked: readonly Step[];
  /** Nothing can tell yet of what is left, and nothing speaks against it: a later step will show it. */
  readonly untold: boolean;
  /** A refused login is not tried before: milliseconds since the epoch. */
  readonly againAtMs?: number;
}

export const whatChanged = (step: Step, before: PlanDocument, after: PlanDocument): StepChange => {
  const left = sameStep(step, stepsByItem(after.steps));
  const stepsBefore = stepsByItem(before.steps);
  const open = new Set(left?.items.map(({ address }) => address));
  const statuses = new Map(after.resources.map(({ address, status }) => [address, status]));
  const closed = step.items.filter(({ address }) => !open.has(address));
  const own = new Set(step.items.map(({ address }) => address));
  const earlier = new Map(before.resources.map(({ address, status }) => [address, status]));
  const moved = (from: "in-order" | undefined, to: "in-order" | undefined): readonly Address[] =>
    after.resources
      .filter(({ address, status }) => !own.has(address) && (earlier.get(address) === "in-order" ? "in-order" : undefined) === from && (status === "in-order" ? status : undefined) === to)
      .map(({ address }) => address);
  const againAtMs = left === undefined ? undefined : refusedUntil(left, after);
  return {
    step,
    became: closed.filter(({ address }) => statuses.get(address) === "in-order"),
    ...(left === undefined ? {} : { left }),
    unsure: closed.filter(({ address }) => statuses.get(address) !== "in-order"),
    also: moved(undefined, "in-order"),
    lost: moved("in-order", undefined),
    untold: left?.items.length === step.items.length && left.provenBy !== "attestation" && isUntold(left, after),
    unlocked: after.steps.filter((one) => one.waitsFor.length === 0 && (sameStep(one, stepsBefore)?.waitsFor.length ?? 0) > 0),
    ...(againAtMs === undefined ? {} : { againAtMs }),
  };
};

/** Whoever made a secret puts it where it is read, and then it can be told: that is not left for later. */
const isUntold = ({ items }: Step, { resources }: PlanDocument): boolean => {
  const conditions = new Map(resources.map((resource) => [resource.address, resource.conditions]));
  return items.every(({ address, arguments: values }) => {
    const own = conditions.get(address) ?? [];
    const isSecret = SECRETS.some((name) => values[name] !== undefined && values[name] !== AT_THE_CLIENT);
    return !isSecret && own.every(({ status }) => status !== "false") && own.every(({ status, unknown }) => status === "true" || LATER.has(unknown));
  });
};

const SECRETS = ["clientId", "clientSecret", "password"];

/** Not what a platform that answers badly leaves open: there, another look tells. */
const LATER: ReadonlySet<UnknownClass | undefined> = new Set(["waiting", "not-configured", "unprovable", "elsewhere"]);

/** Steps by what they do for each of their things. */
export const stepsByItem = (steps: readonly Step[]): ReadonlyMap<string, Step> =>
  new Map(steps.flatMap((step) => step.items.map((item) => [itemKey(step, item), step] as const)));

/** The step that does the same for any of the same things. */
export const sameStep = (step: Step, steps: ReadonlyMap<string, Step>): Step | undefined =>
  step.items.map((item) => steps.get(itemKey(step, item))).find((other) => other !== undefined);

export const itemKey = ({ action }: Pick<Step, "action">, { address }: StepItem): string => `${address} ${action}`;

/** Until when a login of a step's accounts is known to be refused. */
export const refusedUntil = ({ items }: Step, { resources, createdAt }: PlanDocument): number | undefined => {
  const own = new Set(items.map(({ address }) => address));
  return refusedUntilOf(resources.filter(({ address }) => own.has(address)), createdAt);
};

/** The same as what happened in any apply: what became true, by an API or by a person's word, and what no longer is. */
export const changeEvents = ({ became, also, lost }: StepChange, { resources }: PlanDocument): readonly ApplyEvent[] => {
  const first = new Map(resources.map(({ address, conditions }) => [address, conditions[0]]));
  const of = (address: Address, event: "became-true" | "drifted"): readonly ApplyEvent[] => {
    const condition = first.get(address);
    if (condition === undefined) return [];
    return [event === "became-true" && condition.proof === "attested" ? { event: "attested", address } : { event, address, condition }];
  };
  return [
    ...[...became.map(({ address }) => address), ...also].flatMap((address) => of(address, "became-true")),
    ...lost.flatMap((address) => of(address, "drifted")),
  ];
};
