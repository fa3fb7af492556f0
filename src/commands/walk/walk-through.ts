import type { Walk, WalkEvent } from "../../apply/walk/walk.ts";
import { walkOn } from "../../apply/walk/walk-on.ts";
import type { Underway } from "../../operations/observe-again.ts";
import { chooseWorker } from "./choose-worker.ts";
import type { Desk } from "./desk.ts";
import { perform } from "./perform.ts";

/** How a walk ended, and the run as it then stood. */
export interface WalkEnd {
  readonly underway: Underway;
  readonly interrupted: boolean;
}

/**
 * Takes a person through the steps, one by one. What it comes to is decided in `apply/walk`; here it is done. Everything
 * that is proven or said is written when it happens: it can end at any moment.
 */
export const walkThrough = async (desk: Desk, from: Underway, asked: string | undefined): Promise<WalkEnd> => {
  const chosen = await chooseWorker(desk, from, asked);
  if (typeof chosen === "string") return { underway: from, interrupted: chosen === "ended" };
  const { clock } = desk.context.ports;
  let underway = from;
  let walk: Walk = {
    document: from.plan.document,
    ...(chosen.worker === undefined ? {} : { worker: chosen.worker }),
    held: from.held,
    aside: new Map(),
    done: 0,
    lookedAtMs: new Map(),
  };
  let event: WalkEvent | undefined = { on: "began", nowMs: clock.now() };
  while (event !== undefined) {
    const walked = walkOn(walk, event);
    walk = walked.walk;
    event = undefined;
    for (const effect of walked.effects) {
      if (effect.do === "leave") return { underway, interrupted: effect.interrupted };
      const performed = await perform(effect, { desk, underway });
      underway = performed.underway ?? underway;
      event = performed.event;
    }
  }
  throw new Error("the last effect of a walk brings an event or leaves");
};
