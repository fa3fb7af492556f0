import { describe, expect, it } from "vitest";
import type { Address } from "../../../../src/model/address.ts";
import type { Step } from "../../../../src/model/step.ts";
import { changedSteps } from "../../../../src/plan/review/changed-steps.ts";
import { sameNames } from "../../../../src/plan/review/same-names.ts";

const SAME = sameNames([]);
const MOVED = sameNames([{ from: "lugdunum", to: "lyon" }, { from: "APP", to: "APPLI" }]);

/** A step about structures, by their names. */
const step = (number: number, names: readonly string[], more: object = {}): Step =>
  ({ number, environment: "production", action: "open-espace", why: "unproven", mode: "manual", actor: { role: "gestionnaire" }, portal: "chorus-pro", provenBy: "api", waitsFor: [], items: names.map((name) => ({ address: `production/espace/${name}/a`, arguments: { structure: name } })), ...more }) as unknown as Step;

/** Each kind of change with the numbers of its steps, and the structures that they are about. */
const told = (before: readonly Step[], now: readonly Step[], names = SAME) =>
  Object.fromEntries(
    Object.entries<readonly Step[]>({ ...changedSteps(before, now, names) }).map(([kind, steps]) => [kind, steps.map(({ number, items }) => `${number} ${items.map(({ address }) => address.split("/")[2] ?? "").join(" ")}`)]),
  );

describe("steps are compared thing by thing", () => {
  const NONE = { added: [], changed: [], removed: [], unchanged: [] };
  it.each<readonly [string, readonly Step[], readonly Step[], object]>([
    ["the same", [step(1, ["a", "b"])], [step(4, ["b", "a"])], { unchanged: ["4 b a"] }],
    ["a step more", [], [step(1, ["a"])], { added: ["1 a"] }],
    ["a step less", [step(3, ["a"])], [], { removed: ["3 a"] }],
    ["a structure more, and one less", [step(1, ["a", "b"])], [step(1, ["b", "c"])], { added: ["1 c"], unchanged: ["1 b"], removed: ["1 a"] }],
    ["another action", [step(1, ["a"])], [step(1, ["a"], { action: "set-edi" })], { added: ["1 a"], removed: ["1 a"] }],
    ["another reason", [step(1, ["a"])], [step(1, ["a"], { why: "missing" })], { changed: ["1 a"] }],
    ["another mode", [step(1, ["a"])], [step(1, ["a"], { mode: "automatic" })], { changed: ["1 a"] }],
    ["another person", [step(1, ["a"])], [step(1, ["a"], { actor: { role: "operateur" } })], { changed: ["1 a"] }],
    ["another portal", [step(1, ["a"])], [step(1, ["a"], { portal: "piste" })], { changed: ["1 a"] }],
    ["a portal, where there was none", [step(1, ["a"], { portal: undefined })], [step(1, ["a"])], { changed: ["1 a"] }],
    ["another proof", [step(1, ["a"])], [step(1, ["a"], { provenBy: "attestation" })], { changed: ["1 a"] }],
    ["other values of one of them", [step(1, ["a", "b"])], [step(1, [], { items: [{ address: "production/espace/a/a", arguments: { structure: "x" } }, ...step(1, ["b"]).items] })], { changed: ["1 a"], unchanged: ["1 b"] }],
  ])("%s", (_, before, now, expected) => {
    expect(told(before, now)).toEqual({ ...NONE, ...expected });
  });

  it("and what is only called otherwise is the same", () => {
    expect(told([step(1, ["lugdunum"])], [step(1, ["lyon"])], MOVED)).toEqual({ ...NONE, unchanged: ["1 lyon"] });
    expect(told([step(1, ["lugdunum"])], [], MOVED)).toEqual({ ...NONE, removed: ["1 lyon"] });
  });
});

it("of the steps that others wait for, those are named that are shown", () => {
  const before = [step(1, ["a"]), step(2, ["b"], { waitsFor: [1] })];
  const now = [step(1, ["a"]), step(2, ["c"], { waitsFor: [1] }), step(3, ["d"], { waitsFor: [1, 2, 4] }), step(4, ["b"], { waitsFor: [1, 3], why: "missing" })];
  const { added, changed, removed, unchanged } = changedSteps(before, now, SAME);
  const waits = (steps: readonly Step[]) => steps.map(({ number, waitsFor }) => [number, waitsFor]);
  expect([waits(added), waits(changed), waits(removed), waits(unchanged)]).toEqual([[[2, []], [3, [2, 4]]], [[4, [3]]], [], [[1, []]]]);
  expect(waits(changedSteps(before, [], SAME).removed)).toEqual([[1, []], [2, []]]);
});

it("keeps a step that is shown whole as it is", () => {
  const now = step(1, ["a", "b"]);
  expect(changedSteps([now], [now], SAME).unchanged[0]).toBe(now);
});

describe("names as they are now", () => {
  it.each<readonly [unknown, unknown]>([
    ["lugdunum", "lyon"],
    ["lugdunumx", "lugdunumx"],
    ["nantes, lugdunum, APP", "nantes, lyon, APPLI"],
    ["production/raccordement/APP/lugdunum", "production/raccordement/APPLI/lyon"],
    [["lugdunum", ["APP"]], ["lyon", ["APPLI"]]],
    [{ structure: { name: "lugdunum", since: null }, count: 3, on: true, no: undefined }, { structure: { name: "lyon", since: null }, count: 3, on: true, no: undefined }],
    [null, null],
    [0, 0],
  ])("are put in the place of old ones in %j", (old, value) => {
    expect(MOVED.value(old)).toStrictEqual(value);
    expect(SAME.value(old)).toBe(old);
  });

  it("of an address, and what something was called before", () => {
    const old = "production/structure/lugdunum" as Address;
    expect([MOVED.address(old), SAME.address(old)]).toEqual(["production/structure/lyon", old]);
    expect(["lyon", "lugdunum", "nantes"].map((now) => [MOVED.before(now), SAME.before(now)])).toEqual([["lugdunum", "lyon"], ["lugdunum", "lugdunum"], ["nantes", "nantes"]]);
  });
});
