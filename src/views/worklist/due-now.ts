import { blockedWaysOf } from "../../catalogue/guides/blocked.ts";
import type { BlockedReason } from "../../catalogue/guides/blocked-way.ts";
import { GUIDES } from "../../catalogue/guides/guides.ts";
import { kindOf } from "../../model/address.ts";
import { toMs } from "../../model/instant.ts";
import type { Step, StepAction, StepItem } from "../../model/step.ts";
import type { Scene } from "../text/scene.ts";
import type { Recipient } from "./recipients.ts";

/** A recipient's steps as he may be told them today. */
export interface Told {
  readonly now: readonly Step[];
  readonly later: readonly Waiting[];
  /** Blocked for a reason that has a way around, in the same order. */
  readonly blocked: readonly BlockedStep[];
  /** Said to be done, refused, blocked or put off: nothing to write about until something else happens. */
  readonly held: number;
}

export interface BlockedStep {
  readonly step: Step;
  readonly reason: BlockedReason;
}

export interface Waiting {
  readonly step: Step;
  /** `proof`: until the successor is seen to work. `own`: after what he is told himself. `others`: what others do first. */
  readonly until: "proof" | "own" | "others";
  readonly awaited: readonly Step[];
}

/** What can be done today, in the order in which it can; what others must do first waits, and whatever closes waits for proof. */
export const toldNow = ({ steps, replaces, client }: Recipient, scene: Scene): Told => {
  const nowMs = toMs(scene.document.createdAt);
  const passed = new Set<number>();
  const own = new Set(steps.map(({ number }) => number));
  const isProven = !steps.some(({ action }) => CLOSING.has(action)) || replaces.length === 0 || successorWorks(client, scene);
  const now: Step[] = [];
  const later: Waiting[] = [];
  const blocked: BlockedStep[] = [];
  let held = 0;
  for (const step of steps) {
    const items = step.items.filter((item) => !isHeld(item, nowMs));
    held += step.items.length - items.length;
    blocked.push(...blockedOf(step));
    if (items.length === 0) {
      if (step.items.every(({ request }) => request?.state === "done")) passed.add(step.number);
      continue;
    }
    const told = { ...step, items };
    const awaited = step.waitsFor.filter((number) => !passed.has(number));
    const isClosing = CLOSING.has(step.action);
    if (isClosing && replaces.length > 0 && !isProven) later.push({ step: told, until: "proof", awaited: [] });
    else if (awaited.length === 0 && !(isClosing && step.waitsFor.length > 0)) {
      now.push(told);
      passed.add(step.number);
    } else {
      const others = awaited.filter((number) => !own.has(number));
      later.push({ step: told, until: others.length > 0 ? "others" : isClosing ? "proof" : "own", awaited: others.flatMap((number) => numbered(scene, number) ?? []) });
    }
  }
  return { now, later, blocked, held };
};

/** What of a step is blocked, by its reason, where the catalogue knows a way around. */
const blockedOf = (step: Step): readonly BlockedStep[] => {
  const items = step.items.filter(({ request }) => request?.state === "blocked");
  const [first] = items;
  if (first === undefined) return [];
  const ways = blockedWaysOf({ ...GUIDES[step.action], environment: step.environment, kind: kindOf(first.address) });
  return ways.flatMap(({ reason }) => {
    const own = items.filter(({ request }) => request?.reason === reason);
    return own.length === 0 ? [] : [{ step: { ...step, items: own }, reason }];
  });
};

/** A plan's steps are in the order of their numbers. */
const numbered = ({ document: { steps } }: Scene, number: number): Step | undefined => {
  const step = steps[number - 1];
  return step?.number === number ? step : steps.find((one) => one.number === number);
};

const isHeld = ({ request }: StepItem, nowMs: number): boolean =>
  request !== undefined && (HELD.has(request.state) || (request.until !== undefined && toMs(request.until) > nowMs));

/** Whether everything that the new SIRET needs to be called is in order: an unknown is not enough to close the old one. */
const successorWorks = (client: string | undefined, { document }: Scene): boolean =>
  document.resources.every((resource) => resource.client !== client || !NEEDED.has(resource.kind) || resource.status === "in-order" || resource.status === "accepted");

export const CLOSING: ReadonlySet<StepAction> = new Set(["remove-raccordement", "retire-compte-technique", "detach-structure"]);

const HELD: ReadonlySet<string> = new Set(["refused", "blocked", "done"]);

const NEEDED: ReadonlySet<string> = new Set(["compte-technique", "raccordement", "rattachement", "espace"]);
