import { describe, expect, it } from "vitest";
import type { Address } from "../../../src/model/address.ts";
import { toInstant } from "../../../src/model/instant.ts";
import type { Actor, StepAction, StepDraft } from "../../../src/model/step.ts";
import type { ResourceStep } from "../../../src/plan/draft-steps.ts";
import { orderSteps } from "../../../src/plan/order-steps.ts";

// Steps are written as `action who name`, and what a resource rests on beside them. `!` before who: in Chorus Pro.

const PISTE: Actor = { role: "piste" };
const LYON: Actor = { role: "gestionnaire", name: "lyon", label: "Direction de Lyon" };
const NANTES: Actor = { role: "gestionnaire", name: "nantes", label: "Direction de Nantes" };

interface Wanted {
  readonly action?: StepAction;
  readonly actor?: Actor;
  readonly portal?: StepDraft["portal"] | "none";
  readonly batch?: string;
  readonly why?: ResourceStep["why"];
  readonly after?: readonly string[];
  readonly unlocks?: number;
  readonly dueAt?: number;
  readonly doBy?: number;
  /** No step follows from it: it is only gone through. */
  readonly isDone?: true;
}

const at = (name: string): Address => (name.includes("/") ? name : `production/espace/${name}`) as Address;

const order = (wanted: Readonly<Record<string, Wanted>>) => {
  const all = Object.entries(wanted);
  const drafts = all.filter(([, { isDone }]) => isDone !== true).map(([name, one]): ResourceStep => {
    const { action = "open-espace", actor = LYON, portal = "chorus-pro", batch = name, why = "missing", dueAt, doBy } = one;
    const draft: StepDraft = {
      action, mode: "manual", actor, arguments: { name }, provenBy: "api", batch,
      ...(portal === "none" ? {} : { portal }),
      ...(dueAt === undefined ? {} : { dueAt: toInstant(dueAt) }),
      ...(doBy === undefined ? {} : { doBy: toInstant(doBy) }),
    };
    return { address: at(name), draft, why };
  });
  const rests = new Map(all.map(([name, { after = [] }]) => [at(name), { dependsOn: after.map(at), provenThrough: [] }]));
  const unlocks = new Map(all.flatMap(([name, { unlocks: count }]) => (count === undefined ? [] : [[at(name), count] as const])));
  return orderSteps({ addresses: drafts.map(({ address }) => address), at: (index) => drafts[index] }, rests, unlocks);
};

/** The names of each step's things, in order, with the numbers of what it waits for where there are some. */
const told = (wanted: Readonly<Record<string, Wanted>>): readonly string[] =>
  order(wanted).map(({ items, waitsFor }) => [items.map(({ arguments: { name } }) => name).join("+"), ...(waitsFor.length === 0 ? [] : [`after ${waitsFor.join()}`])].join(" "));

describe("what one person does at once is one step", () => {
  it.each<[string, Readonly<Record<string, Wanted>>, readonly string[]]>([
    ["things of one form, by their addresses whatever their order", { c: { batch: "x" }, a: { batch: "x" }, b: { batch: "x" } }, ["a+b+c"]],
    ["not of two forms", { a: { batch: "x" }, b: { batch: "y" } }, ["a", "b"]],
    ["not of two people", { a: { batch: "x" }, b: { batch: "x", actor: NANTES } }, ["a", "b"]],
    ["not of two roles", { a: { batch: "x", actor: { role: "operateur" } }, b: { batch: "x", actor: { role: "gestionnaire" } } }, ["b", "a"]],
    ["not of two actions", { a: { batch: "x" }, b: { batch: "x", action: "attach-structure" } }, ["b", "a"]],
    ["not for two reasons", { a: { batch: "x", why: "unproven" }, b: { batch: "x" } }, ["b", "a"]],
    ["not in two environments", { "production/espace/a": { batch: "x" }, "qualification/espace/a": { batch: "x" } }, ["qualification/espace/a", "production/espace/a"]],
  ])("%s", (_name, wanted, expected) => {
    expect(told(wanted)).toEqual(expected);
  });

  it("though one of them rests on another", () => {
    expect(told({ a: { batch: "x", after: ["b"] }, b: { batch: "x" } })).toEqual(["a+b"]);
  });

  it("which ends when the first of them does, and is planned for the first week", () => {
    expect(order({ a: { batch: "x", dueAt: 3_000, doBy: 5_000 }, b: { batch: "x", dueAt: 2_000, doBy: 9_000 }, c: { batch: "x" } })).toMatchObject([{ dueAt: toInstant(2_000), doBy: toInstant(5_000) }]);
  });
});

describe("the order can be followed", () => {
  it.each<[string, Readonly<Record<string, Wanted>>, readonly string[]]>([
    ["what must come first does", { a: { after: ["b"] }, b: {} }, ["b", "a after 1"]],
    ["also through what has no step", { a: { after: ["x"] }, b: {}, x: { isDone: true, after: ["b"] } }, ["b", "a after 1"]],
    ["each once, by their numbers", { a: { after: ["c", "b", "c"] }, b: { after: ["c"] }, c: {} }, ["c", "b after 1", "a after 1,2"]],
    ["PISTE goes before Chorus Pro, and that before what needs no portal", { a: { portal: "none", actor: { role: "chorus" } }, b: { actor: LYON }, c: { actor: PISTE, portal: "piste" } }, ["c", "b", "a"]],
    ["what lets more be seen goes ahead", { a: { unlocks: 1 }, b: { unlocks: 3 }, c: {} }, ["b", "a", "c"]],
    ["all that a step lets be seen counts, once", { a: { action: "set-edi-by-hand", batch: "x", unlocks: 2 }, b: { action: "open-espace", unlocks: 3 }, c: { action: "open-espace", batch: "y", unlocks: 2 }, d: { action: "open-espace", batch: "y", unlocks: 2 } }, ["c+d", "b", "a"]],
    ["what only ends soon comes last", { a: { why: "due", unlocks: 9 }, b: {} }, ["b", "a"]],
    ["what only ends soon comes last, in whatever portal", { a: { why: "due", portal: "piste", actor: PISTE }, b: { portal: "none", actor: { role: "chorus" } }, c: { why: "due", unlocks: 2 } }, ["b", "a", "c"]],
  ])("%s", (_name, wanted, expected) => {
    expect(told(wanted)).toEqual(expected);
  });

  it("stays with one person in one portal while there is something to do", () => {
    const wanted = { a: { unlocks: 9 }, b: { unlocks: 8, actor: NANTES }, c: { unlocks: 1, after: ["a"] }, d: { unlocks: 2, actor: NANTES, after: ["a"] }, e: { portal: "none", unlocks: 20 } } as const;
    expect(told(wanted)).toEqual(["a", "c after 1", "b", "d after 1", "e"]);
  });

  it("goes to qualification first while something is missing there, and to production where only ends near", () => {
    const both = (why: ResourceStep["why"]) => told({ "production/espace/p": {}, "qualification/espace/q": { why }, "qualification/espace/r": { why: "due" } });
    expect(both("missing")).toEqual(["qualification/espace/q", "qualification/espace/r", "production/espace/p"]);
    expect(both("due")).toEqual(["production/espace/p", "qualification/espace/q", "qualification/espace/r"]);
    expect(told({ "production/espace/p": { after: ["qualification/espace/q"] }, "qualification/espace/q": { why: "due" } })).toEqual(["production/espace/p after 2", "qualification/espace/q"]);
  });
});

it("says who acts as each step has it, and keeps the same person once", () => {
  const alike = (name: string, label: string): Actor => ({ role: "gestionnaire", name, label });
  const steps = order({ a: { actor: alike("ab", "c") }, b: { actor: alike("a", "bc") }, c: { actor: { ...LYON } }, d: { actor: { ...LYON } }, e: { actor: { ...LYON } } });
  expect(steps.map(({ actor: { name, label } }) => `${name} ${label}`)).toEqual(["a bc", "ab c", ...Array.from({ length: 3 }, () => "lyon Direction de Lyon")]);
  const [, , first, ...others] = steps;
  for (const { actor } of others) expect(actor).toBe(first?.actor);
});

it("numbers from 1, and nothing where there is nothing", () => {
  expect(order({ a: {}, b: {} }).map(({ number }) => number)).toEqual([1, 2]);
  expect(order({})).toEqual([]);
});
