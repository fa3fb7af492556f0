import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { frameOf } from "../../src/kinds/pieces/frame-of.ts";
import { joinPieces } from "../../src/kinds/pieces/join-pieces.ts";
import { piecesOf } from "../../src/kinds/pieces/pieces-of.ts";
import { address } from "../../src/model/address.ts";
import type { Desired, DesiredEnvironment } from "../../src/model/desired.ts";
import { environmentsOf } from "../../src/model/environments-of.ts";
import { plan, wantedResources } from "../../src/plan/plan.ts";
import { sealPlan } from "../../src/plan/seal-plan.ts";
import { renderPlanJson } from "../../src/views/plan-json.ts";
import { desireds, NOW_MS } from "./generators.ts";

// What is on one structure is planned from its piece of the configuration as it is from the whole.

/** Some replace others, some accounts cover what others cover, some name their gestionnaire. */
const tied: fc.Arbitrary<Desired> = fc
  .record({ desired: desireds, replaces: fc.array(fc.nat(5), { minLength: 6, maxLength: 6 }), covers: fc.array(fc.nat(5), { minLength: 6, maxLength: 6 }), acts: fc.nat(3) })
  .map(({ desired, ...ties }) => ({
    ...desired,
    environments: Object.fromEntries(environmentsOf(desired).map(({ environment, wanted }) => [environment, tie(wanted, ties)])),
  }));

const tie = (wanted: DesiredEnvironment, { replaces, covers, acts }: { readonly replaces: readonly number[]; readonly covers: readonly number[]; readonly acts: number }): DesiredEnvironment => {
  const names = Object.keys(wanted.structures);
  return {
    ...wanted,
    structures: Object.fromEntries(Object.entries(wanted.structures).map(([name, structure], index) => [
      name,
      // Never one that replaces it in turn: no configuration may say that.
      { ...structure, ...(index % 2 === 0 ? {} : { remplace: names[(replaces[index] ?? 0) % index] ?? "" }), ...(index === acts ? { gestionnaire: "g1" } : {}) },
    ])),
    comptesTechniques: Object.fromEntries(Object.entries(wanted.comptesTechniques).map(([name, account], index) => [name, { ...account, couvre: [...account.couvre, names[(covers[index] ?? 0) % names.length] ?? ""] }])),
  };
};

const planned = (desired: Desired, targets: readonly string[]) => {
  const selection = { targets };
  const input = { desired, records: new Map(), observations: new Map(), attestations: new Map(), nowMs: NOW_MS, selection };
  return { text: renderPlanJson(sealPlan(plan(input))), resources: wantedResources(desired, NOW_MS, selection) };
};

describe("the pieces of a configuration", () => {
  it("are enough to plan what is on their structures", () => {
    fc.assert(
      fc.property(tied, fc.constantFrom(0, 1, 3, 50), fc.infiniteStream(fc.boolean()), (desired, many, chosen) => {
        const frame = frameOf(desired, many);
        const pieces = [...piecesOf(desired, frame)];
        expect(pieces).toHaveLength(environmentsOf(desired).reduce((sum, { wanted }) => sum + Object.keys(wanted.structures).length, 0));
        const some = pieces.filter(() => chosen.next().value === true);
        for (const few of [...pieces.map((one) => [one]), ...(some.length === 0 ? [] : [some])]) {
          const targets = few.map(({ environment, name }) => address(environment, "structure", name));
          // As it comes back from a file.
          const joined = joinPieces(JSON.parse(JSON.stringify(frame)) as typeof frame, JSON.parse(JSON.stringify(few)) as typeof few);
          expect(planned(joined, targets)).toEqual(planned(desired, targets));
        }
      }),
      { numRuns: 100 },
    );
  });
});
