import { toMs } from "../../model/instant.ts";
import { personKey } from "../../model/select-actors.ts";
import type { Step, StepItem } from "../../model/step.ts";
import type { Aside, Closing, Walk } from "./walk.ts";
import { itemKey } from "./what-changed.ts";

/** The steps that a walk is through, in the plan's order, whether they can be worked on now or not. */
export const stepsOf = ({ document, worker, held }: Walk): readonly Step[] =>
  document.steps
    .filter(({ mode, actor }) => mode === "manual" && (worker === undefined || personKey(actor) === worker))
    .flatMap((step) => {
      const items = step.items.filter(({ address }) => !held.has(address));
      return items.length === 0 ? [] : [{ ...step, items }];
    });

export const setAside = (walk: Walk, step: Step, aside: Aside): Walk => ({
  ...walk,
  aside: new Map([...walk.aside, ...step.items.map((item) => [itemKey(step, item), aside] as const)]),
});

/** What was skipped or put off, in this session or in the journal, is aside no more; what was said to be done stays so. */
export const takenUp = (walk: Walk): Walk =>
  stepsOf(walk).reduce((taken, step) => (isSaid(walk, step) ? taken : setAside(taken, step, { aside: "taken-up" })), walk);

/** Put off until a moment that has come is put off no more. */
export const isAside = (walk: Walk, step: Step, nowMs: number): boolean =>
  step.items.every((item) => {
    const aside = asideOf(walk, step, item);
    return aside?.aside === "skipped" || aside?.aside === "said" || (aside?.aside === "postponed" && (aside.untilMs ?? Infinity) > nowMs);
  });

/** What it waits for is done, at least as the person says. */
export const isReady = (walk: Walk, { waitsFor }: Step): boolean =>
  waitsFor.every((number) => {
    const before = walk.document.steps.find((step) => step.number === number);
    return before === undefined || isSaid(walk, before);
  });

const isSaid = ({ aside }: Walk, step: Step): boolean => step.items.every((item) => aside.get(itemKey(step, item))?.aside === "said");

/** What remains of a walk that can go no further now. */
export const closingOf = (walk: Walk, nowMs: number): Closing => {
  const all = stepsOf(walk);
  const aside = all.filter((step) => isAside(walk, step, nowMs));
  const skipped = aside.filter((step) => step.items.some((item) => asideOf(walk, step, item)?.aside === "skipped"));
  const said = aside.filter((step) => isSaid(walk, step));
  const postponed = aside.filter((step) => !skipped.includes(step) && !said.includes(step));
  const times = postponed.flatMap((step) =>
    step.items.flatMap((item) => {
      const one = asideOf(walk, step, item);
      return one?.aside === "postponed" && one.untilMs !== undefined ? [one.untilMs] : [];
    }));
  return {
    done: walk.done,
    said: said.length,
    skipped: skipped.length,
    postponed: { count: postponed.length, ...(times.length === 0 ? {} : { untilMs: Math.min(...times) }) },
    waiting: all.filter((step) => !aside.includes(step)),
  };
};

/** What the person said in this session, else what the journal says. */
const asideOf = ({ aside }: Walk, step: Step, item: StepItem): Aside | undefined => {
  const until = item.request?.until;
  return aside.get(itemKey(step, item)) ?? (until === undefined ? undefined : { aside: "postponed", untilMs: toMs(until) });
};
