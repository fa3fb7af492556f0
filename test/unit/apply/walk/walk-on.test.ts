import { describe, expect, it } from "vitest";
import { BETWEEN_LOOKS_MS, walkOn } from "../../../../src/apply/walk/walk-on.ts";
import type { Walk, Walked, WalkEffect, WalkEvent } from "../../../../src/apply/walk/walk.ts";
import { address } from "../../../../src/model/address.ts";
import { DAY_MS, toInstant } from "../../../../src/model/instant.ts";
import type { Step } from "../../../../src/model/step.ts";
import type { PlanDocument } from "../../../../src/plan/plan-document.ts";
import { attestationsOf, freshInput, halfWay, halfWayInput, NOW_MS, planOf } from "../../views/fixtures/half-way.ts";

const FINANCES = "gestionnaire finances";
const PISTE = "piste facturation@exemple-btp.fr";

const walkOf = (document: PlanDocument = halfWay(), worker: string = FINANCES): Walk => ({
  document,
  worker,
  held: new Set(),
  aside: new Map(),
  done: 0,
  lookedAtMs: new Map(),
});

/** What happens one after the other, a second apart. */
const after = (walk: Walk, ...events: readonly (string | WalkEvent)[]): Walked => {
  let walked: Walked = walkOn(walk, { on: "began", nowMs: NOW_MS });
  for (const [index, event] of events.entries()) {
    walked = walkOn(walked.walk, typeof event === "string" ? { on: "key", key: event, nowMs: NOW_MS + (index + 1) * 1_000 } : event);
  }
  return walked;
};

const told = (effects: readonly WalkEffect[]): readonly string[] =>
  effects.map((effect) => {
    if (effect.do === "show-step") return `${effect.step.action} ${effect.number}/${effect.of}`;
    if (effect.do === "copy") return `copy ${effect.value.value}`;
    if (effect.do === "look") return `look after ${effect.waitMs}`;
    if (effect.do === "leave") return effect.interrupted ? "interrupted" : "leave";
    return effect.do;
  });

const see = (...given: Parameters<typeof after>): readonly string[] => told(after(...given).effects);

const looked = (document: PlanDocument): WalkEvent => ({ on: "looked", document, nowMs: NOW_MS + 60_000 });

/** The plan once somebody attested more. */
const attested = (...names: readonly string[]): PlanDocument => {
  const input = halfWayInput();
  const more = attestationsOf(input.desired, names.map((name) => address("production", "espace", name, "raccordements")));
  return planOf({ ...input, attestations: new Map([...input.attestations, ...more]) });
};

describe("a walk", () => {
  it("begins at the first step that is one's own and waits for none", () => {
    expect(see(walkOf())).toEqual(["create-compte-technique 1/4", "read-key"]);
    expect(see(walkOf(halfWay(), PISTE))).toEqual(["consent-cgu 1/2", "read-key"]);
  });

  it("goes on past what is skipped, never to what waits, and takes it up at the end", () => {
    expect(see(walkOf(), "s")).toEqual(["open-espace 2/4", "read-key"]);
    expect(see(walkOf(), "s", "s")).toEqual(["reset-password 3/4", "read-key"]);
    const { effects, walk } = after(walkOf(), "s", "s", "s");
    expect(effects).toEqual([{ do: "close", closing: expect.objectContaining({ done: 0, skipped: 3, said: 0 }) }]);
    expect(effects[0]?.do === "close" ? effects[0].closing.waiting.map(({ action }) => action) : []).toEqual(["declare-raccordement"]);
    expect(told(walkOn(walk, { on: "key", key: "r", nowMs: NOW_MS }).effects)).toEqual(["create-compte-technique 1/4", "read-key"]);
    expect(told(walkOn(walk, { on: "key", key: "return", nowMs: NOW_MS }).effects)).toEqual(["leave"]);
  });

  it("copies, opens, helps and stays; a key that means nothing here does nothing", () => {
    expect(see(walkOf(), "1")).toEqual(["copy 73282932000074", "read-key"]);
    expect(see(walkOf(), "9")).toEqual(["read-key"]);
    expect(see(walkOf(), "o")).toEqual(["open-portal", "read-key"]);
    expect(see(walkOf(), "g", "?")).toEqual(["show-help", "read-key"]);
    expect(see(walkOf(), "p")).toEqual(["ask-when"]);
    expect(see(walkOf(), "p", { on: "back" })).toEqual(["read-key"]);
    expect(see(walkOf(), "q")).toEqual(["leave"]);
    expect(see(walkOf(), { on: "ended" })).toEqual(["interrupted"]);
  });

  it("asks the platforms where they can tell, and the person where they cannot", () => {
    expect(see(walkOf(), "return")).toEqual(["look after 0"]);
    expect(see(walkOf(), "s", "return")).toEqual(["ask-word"]);
    expect(see(walkOf(), "s", "return", { on: "word-given" })).toEqual(["look after 0"]);
  });

  it("looks no sooner than a while after the last look", () => {
    const nothing = looked(halfWay());
    const again: WalkEvent = { on: "key", key: "v", nowMs: NOW_MS + 61_000 };
    expect(see(walkOf(), "v", nothing, again)).toEqual([`look after ${BETWEEN_LOOKS_MS - 1_000}`]);
    expect(see(walkOf(), "v", nothing, { ...again, nowMs: NOW_MS + 120_000 })).toEqual(["look after 0"]);
  });

  it("ticks what came true, says what it unlocks, and keeps what is left of a step", () => {
    const partly = after(walkOf(), "s", "return", { on: "word-given" }, looked(attested("lyon")));
    expect(told(partly.effects)).toEqual(["tell-change", "open-espace 2/4", "read-key"]);
    expect(partly.walk.step?.items.map((item) => item.address)).toEqual(["production/espace/nantes/raccordements"]);
    const wholly = after(walkOf(), "s", "return", { on: "word-given" }, looked(attested("lyon", "nantes")));
    expect(told(wholly.effects)).toEqual(["tell-change", "declare-raccordement 3/4", "read-key"]);
    const [change] = wholly.effects;
    expect(change?.do === "tell-change" ? change.change : undefined).toMatchObject({
      became: [{ address: "production/espace/lyon/raccordements" }, { address: "production/espace/nantes/raccordements" }],
      unlocked: [{ action: "declare-raccordement" }],
      lost: [],
      untold: false,
    });
    expect(wholly.walk.done).toBe(1);
  });

  it("goes on from what nothing can tell yet, with what waited for it", () => {
    const fresh = planOf(freshInput());
    const first = after(walkOf(fresh, PISTE), "v", looked(fresh));
    expect(told(first.effects).slice(0, 2)).toEqual(["tell-change", expect.stringMatching(/ 2\//)]);
    expect(first.walk.step?.waitsFor.length).toBeGreaterThan(0);
    const [change] = first.effects;
    expect(change?.do === "tell-change" && change.change.untold).toBe(true);
    const { walk } = after(walkOf(fresh, PISTE), "v", looked(fresh), ...Array.from({ length: 20 }, () => "s"));
    expect(walk.step).toBeUndefined();
    const [shown] = walkOn(walk, { on: "key", key: "r", nowMs: NOW_MS }).effects;
    expect(shown).toMatchObject({ do: "show-step", number: 2, step: { action: first.walk.step?.action } });
  });

  it("does not go on from a secret that was made and is not where it is read", () => {
    const fresh = planOf(freshInput());
    const isIt = ({ action }: Step): boolean => action === "generate-credentials";
    const alone = { ...fresh, steps: fresh.steps.filter(isIt).map((step) => ({ ...step, waitsFor: [] })) };
    expect(see(walkOf(alone, PISTE), "v", looked(alone))).toEqual(["tell-change", "read-key"]);
  });

  it("brings back what was put off once its time has come, here or in the journal", () => {
    const later: WalkEvent = { on: "postponed", untilMs: NOW_MS + 3_000, nowMs: NOW_MS + 2_000 };
    expect(see(walkOf(), "p", later)).toEqual(["open-espace 2/4", "read-key"]);
    expect(see(walkOf(), "p", later, "s")).toEqual(["create-compte-technique 2/4", "read-key"]);
    const putOff = (until: number): PlanDocument => {
      const document = halfWay();
      const steps = document.steps.map((step) => ({ ...step, items: step.items.map((item) => ({ ...item, request: { state: "to-send" as const, reminders: 0, until: toInstant(until) } })) }));
      return { ...document, steps };
    };
    const closed = after(walkOf(putOff(NOW_MS + DAY_MS)));
    expect(closed.effects).toEqual([{ do: "close", closing: expect.objectContaining({ postponed: { count: 4, untilMs: NOW_MS + DAY_MS } }) }]);
    expect(told(walkOn(closed.walk, { on: "key", key: "r", nowMs: NOW_MS }).effects)).toEqual(["create-compte-technique 1/4", "read-key"]);
    expect(see(walkOf(putOff(NOW_MS - DAY_MS)))).toEqual(["create-compte-technique 1/4", "read-key"]);
  });

  it("leaves alone what nobody reviewed", () => {
    const held = new Set(halfWay().steps.flatMap(({ action, items }) => (action === "create-compte-technique" ? items.map((item) => item.address) : [])));
    expect(see({ ...walkOf(), held })).toEqual(["open-espace 1/3", "read-key"]);
  });

  it("ends where nothing is set aside", () => {
    const done = { ...halfWay(), steps: [] };
    expect(see(walkOf(done))).toEqual(["close", "leave"]);
  });
});
