import type { Step } from "../../model/step.ts";
import type { PlanDocument } from "../../plan/plan-document.ts";
import { closingOf, isAside, isReady, setAside, stepsOf, takenUp } from "./aside.ts";
import { keysFor, STEP_KEYS } from "./keys.ts";
import { stepValues } from "./step-values.ts";
import type { Walk, Walked, WalkEffect, WalkEvent } from "./walk.ts";
import { itemKey, sameStep, stepsByItem, whatChanged } from "./what-changed.ts";

/** The rules of the walk: from where it stands and what happened, to where it stands and what is to be done. */
export const walkOn = (walk: Walk, event: WalkEvent): Walked => {
  const { step } = walk;
  if (event.on === "ended") return { walk, effects: [{ do: "leave", interrupted: true }] };
  if (event.on === "began") return toNext(walk, event.nowMs);
  if (step === undefined) return event.on === "key" && event.key === "r" ? takeUp(walk, event.nowMs) : leaving(walk);
  switch (event.on) {
    case "key":
      return pressed(walk, step, event.key, event.nowMs);
    case "word-given":
      return { walk, effects: [{ do: "look", step, waitMs: 0 }] };
    case "looked":
      return looked(walk, step, event);
    case "postponed": {
      const { untilMs, document = walk.document, nowMs } = event;
      return toNext(setAside({ ...walk, document }, step, untilMs === undefined ? { aside: "postponed" } : { aside: "postponed", untilMs }), nowMs);
    }
    case "back":
      return { walk, effects: [{ do: "read-key", step }] };
  }
};

const pressed = (walk: Walk, step: Step, key: string, nowMs: number): Walked => {
  const again: WalkEffect = { do: "read-key", step };
  const stay = (...effects: readonly WalkEffect[]): Walked => ({ walk, effects: [...effects, again] });
  if (!keysFor(step).includes(key)) return stay();
  const value = stepValues(step)[Number(key) - 1];
  if (value !== undefined) return stay({ do: "copy", value });
  switch (STEP_KEYS[key]) {
    case "check":
      if (step.provenBy === "attestation") return { walk, effects: [{ do: "ask-word", step }] };
      return { walk, effects: [{ do: "look", step, waitMs: waitBefore(walk, step, nowMs) }] };
    case "attest":
      return { walk, effects: [{ do: "ask-word", step }] };
    case "postpone":
      return { walk, effects: [{ do: "ask-when", step }] };
    case "skip":
      return toNext(setAside(walk, step, { aside: "skipped" }), nowMs);
    case "leave":
      return leaving(walk);
    case "list":
      return { walk, effects: [{ do: "list-values", step }] };
    case "open":
      return stay({ do: "open-portal", step });
    case "guide":
      return stay({ do: "show-guide", step });
    default:
      return stay({ do: "show-help", step });
  }
};

/** Ticked, or as much of it as came true; what is left stays before the person. */
const looked = (before: Walk, step: Step, { document, nowMs }: Extract<WalkEvent, { on: "looked" }>): Walked => {
  const change = whatChanged(step, before.document, document);
  const open = stepsByItem(document.steps);
  const gone = stepsOf(before).filter((one) => sameStep(one, open) === undefined);
  const done = gone.filter((one) => isInOrder(one, document)).length;
  const lookedAtMs = new Map([...before.lookedAtMs, ...step.items.map((item) => [itemKey(step, item), nowMs] as const)]);
  const walk = { ...before, document, lookedAtMs, done: before.done + done };
  const told: WalkEffect = { do: "tell-change", change };
  const left = sameStep(step, stepsByItem(stepsOf(walk)));
  if (left === undefined || change.untold) {
    const next = toNext(left === undefined ? walk : setAside(walk, left, { aside: "said" }), nowMs);
    return { ...next, effects: [told, ...next.effects] };
  }
  const stays = { ...walk, step: left };
  return { walk: stays, effects: change.became.length === 0 ? [told, { do: "read-key", step: left }] : [told, ...showing(stays, left, nowMs)] };
};

const isInOrder = ({ items }: Step, { resources }: PlanDocument): boolean => {
  const inOrder = new Set(resources.filter(({ status }) => status === "in-order").map(({ address }) => address));
  return items.every(({ address }) => inOrder.has(address));
};

/** The first step in the plan's order that is this person's, is not aside and waits for none. */
const toNext = (walk: Walk, nowMs: number): Walked => {
  const step = stepsOf(walk).find((one) => !isAside(walk, one, nowMs) && isReady(walk, one));
  if (step !== undefined) {
    const next = { ...walk, step };
    return { walk: next, effects: showing(next, step, nowMs) };
  }
  const { step: _none, ...through } = walk;
  const closing = closingOf(through, nowMs);
  const isOver = closing.skipped + closing.postponed.count === 0;
  return { walk: through, effects: [{ do: "close", closing }, ...(isOver ? [{ do: "leave", interrupted: false } as const] : [])] };
};

const showing = (walk: Walk, step: Step, nowMs: number): readonly WalkEffect[] => {
  const steps = stepsOf(walk);
  const passed = steps.filter((one) => isAside(walk, one, nowMs) && one !== step);
  return [
    { do: "show-step", step, number: walk.done + passed.length + 1, of: walk.done + steps.length },
    { do: "read-key", step },
  ];
};

/** What was skipped or put off comes back, from the first. */
const takeUp = (walk: Walk, nowMs: number): Walked => toNext(takenUp(walk), nowMs);

const leaving = (walk: Walk): Walked => ({ walk, effects: [{ do: "leave", interrupted: false }] });

const waitBefore = ({ lookedAtMs }: Walk, step: Step, nowMs: number): number => {
  const last = Math.max(...step.items.map((item) => lookedAtMs.get(itemKey(step, item)) ?? -Infinity));
  return Math.max(0, last + BETWEEN_LOOKS_MS - nowMs);
};

/** A screen takes longer to click through; who presses a key twice has not clicked in between. */
export const BETWEEN_LOOKS_MS = 5_000;
