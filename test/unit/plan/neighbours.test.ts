import { describe, expect, it } from "vitest";
import type { Address } from "../../../src/model/address.ts";
import type { Resource } from "../../../src/model/resource.ts";
import type { Step } from "../../../src/model/step.ts";
import { dependentsOf } from "../../../src/plan/dependents.ts";
import { stepsOfOthers } from "../../../src/plan/steps-of-others.ts";
import { nearestOpen } from "../../../src/plan/waiting.ts";

const at = (...names: readonly string[]): readonly Address[] => names as readonly Address[];
const resource = (address: string, dependsOn: readonly string[], provenThrough: readonly string[] = []): Resource =>
  ({ address, dependsOn: at(...dependsOn), provenThrough: at(...provenThrough) }) as Resource;

describe("what stands between a resource and what could be known of it", () => {
  const resources = [resource("a", ["b"], ["c"]), resource("b", ["d", "a"]), resource("c", ["e"], ["f"]), resource("d", []), resource("e", ["g"]), resource("f", []), resource("g", [])];
  const known = new Map(resources.map((one) => [one.address, one]));
  const nearest = (open: readonly string[], unknown: readonly string[] = []) =>
    nearestOpen(resource("a", ["b"], ["c"]), { resources: known, open: new Set(open as Address[]), unknown: new Set(unknown as Address[]) });

  it.each([
    ["what proves it, then what it depends on", ["b", "c"], [], ["c", "b"]],
    ["only the nearest", ["b", "d"], ["b"], ["b"]],
    ["what is behind the unknown", ["d", "e"], ["b", "c"], ["e", "d"]],
    ["what proves the unknown", ["f"], ["c"], ["f"]],
    ["nothing behind what is in order", ["d", "e"], [], []],
    ["not itself", ["a", "d"], ["b"], ["d"]],
    ["nothing where nothing is open", [], ["b", "c", "d", "e"], []],
    ["what is far", ["g"], ["c", "e"], ["g"]],
    ["nothing behind what is nowhere", ["d"], ["x"], []],
  ])("is %s", (_, open, unknown, expected) => {
    expect(nearest(open, unknown)).toEqual(expected);
  });
});

it("what depends on something does through others too, round and round", () => {
  const resources = [resource("a", []), resource("b", ["a"]), resource("c", ["b", "a"]), resource("d", ["c"]), resource("e", ["f"]), resource("f", ["e"])];
  expect([...dependentsOf(at("a"), resources)].toSorted()).toEqual(["b", "c", "d"]);
  expect([...dependentsOf(at("e"), resources)].toSorted()).toEqual(["e", "f"]);
  expect([...dependentsOf(at("d", "x"), resources)]).toEqual([]);
});

it("steps of others are those that no message to the same person asks for", () => {
  const step = (number: number, name: string, ...waitsFor: readonly number[]): Step => ({ number, waitsFor, actor: { role: "gestionnaire", name } }) as unknown as Step;
  const steps = [step(1, "a"), step(2, "b", 1), step(3, "b", 2), step(4, "b", 3, 2), step(5, "a", 4, 3), step(6, "a", 1), step(7, "c", 6, 2, 99)];
  expect([...stepsOfOthers(steps)]).toEqual([[2, [1]], [3, [1]], [4, [1]], [5, [3, 4]], [7, [2, 6]]]);
});
