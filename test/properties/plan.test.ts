import fc from "fast-check";
import { expect, it } from "vitest";
import { kindOfResource } from "../../src/kinds/kinds.ts";
import { changesSince } from "../../src/plan/compare-plans.ts";
import { coversOf } from "../../src/plan/covers.ts";
import type { SealedPlan } from "../../src/plan/plan-document.ts";
import { selects } from "../../src/plan/selection.ts";
import { plan, wantedResources, type PlanInput } from "../../src/plan/plan.ts";
import { sealPlan } from "../../src/plan/seal-plan.ts";
import { questionKey } from "../../src/model/question.ts";
import { recordsAfter } from "../support/plans.ts";
import { byAddress, desireds, good, knowns, NOW_MS, questionsOf, reversedKeys, type Known } from "./generators.ts";

const RUNS = { numRuns: 150 };

const inputOf = ({ desired, observations, records, attestations }: Known): PlanInput => ({
  desired,
  observations: new Map(observations),
  records: byAddress(records),
  attestations: byAddress(attestations),
  nowMs: NOW_MS,
});

const check = (property: (known: Known) => void): void => fc.assert(fc.property(knowns, property), RUNS);

it("makes a plan of anything, and says the same after a journey as JSON", () => {
  check((known) => {
    const document = sealPlan(plan(inputOf(known)));
    const again = JSON.parse(JSON.stringify(document)) as SealedPlan;
    expect(again).toEqual(document);
    expect(changesSince(again, document).size).toBe(0);
  });
});

it("is the same bytes whatever the order of its input", () => {
  check((known) => {
    const turned: Known = {
      desired: reversedKeys(known.desired),
      observations: known.observations.toReversed(),
      records: known.records.toReversed(),
      attestations: known.attestations.toReversed(),
    };
    expect(JSON.stringify(plan(inputOf(turned)).document)).toBe(JSON.stringify(plan(inputOf(known)).document));
  });
});

it("orders steps so that they can be followed", () => {
  check((known) => {
    const { document, assessed } = plan(inputOf(known));
    const numberOf = new Map(document.steps.flatMap(({ number, items }) => items.map(({ address }) => [address, number] as const)));
    expect(document.steps.map(({ number }) => number)).toEqual(document.steps.map((_, index) => index + 1));
    for (const { number, waitsFor } of document.steps) for (const before of waitsFor) expect(before).toBeLessThan(number);
    for (const { resource } of assessed) {
      const own = numberOf.get(resource.address);
      if (own === undefined) continue;
      for (const dependency of resource.dependsOn) expect(numberOf.get(dependency) ?? 0).toBeLessThanOrEqual(own);
    }
  });
});

it("asks once for what is to be done, and for nothing else", () => {
  check((known) => {
    const { steps, resources } = plan(inputOf(known)).document;
    const asked = steps.flatMap(({ items, why }) => items.map(({ address }) => [address, why] as const));
    expect(new Set(asked.map(([address]) => address)).size).toBe(asked.length);
    const open = asked.filter(([, why]) => why !== "due").map(([address]) => address);
    expect(open.toSorted()).toEqual(resources.filter(({ status }) => status === "to-do").map(({ address }) => address));
  });
});

it("counts every resource once, and shows what waits under a step that is there", () => {
  check((known) => {
    const { steps, resources, summary, environments } = plan(inputOf(known)).document;
    expect(summary.inOrder + summary.toDo + summary.unknown + summary.paused).toBe(resources.length);
    expect(environments.reduce((sum, one) => sum + one.proven + one.attested + one.toDo + one.unknown, 0)).toBe(resources.length - summary.paused);
    const asked = new Set(steps.flatMap(({ items }) => items.map(({ address }) => address)));
    for (const { waitsFor = [] } of resources) for (const address of waitsFor) expect(asked).toContain(address);
  });
});

it("never calls true what only a person or nobody vouches for", () => {
  check((known) => {
    for (const { conditions } of plan(inputOf(known)).document.resources) {
      for (const { status, proof, evidence, unknown } of conditions) {
        expect(status === "unknown").toBe(proof === "none");
        if (proof === "attested") expect(evidence?.by).toBe("attestation");
        if (status !== "unknown") expect(unknown).toBe(undefined);
      }
    }
  });
});

it("records once: the second time changes nothing, and the plan without secrets asks for the same", () => {
  check((known) => {
    const input = inputOf(known);
    const first = plan(input);
    const records = recordsAfter(first, input.records);
    const second = plan({ ...input, records });
    expect([...recordsAfter(second, records)]).toEqual([...records]);
    expect(second.document.steps.map(({ action, items }) => [action, items.map(({ address }) => address)])).toEqual(
      first.document.steps.map(({ action, items }) => [action, items.map(({ address }) => address)]),
    );
  });
});

it("is about what is chosen, and of that all, though no more is declared", () => {
  fc.assert(
    fc.property(desireds, fc.array(fc.tuple(fc.nat(), fc.nat(5)), { minLength: 1, maxLength: 3 }), fc.constantFrom(undefined, "production", "qualification"), (desired, picks, environment) => {
      const all = wantedResources(desired, NOW_MS);
      if (all.length === 0) return;
      // An address, what an address stands below, or the line on which it is.
      const targets = picks.map(([at, cut]) => {
        const { address, subject } = all[at % all.length] ?? { address: "", subject: "" };
        return cut === 5 ? subject : address.split("/").slice(0, cut + 1).join("/") + (cut % 2 === 0 ? "/" : "");
      });
      const selection = { targets, ...(environment === undefined ? {} : { environment }) } as const;
      expect(wantedResources(desired, NOW_MS, selection)).toEqual(all.filter((resource) => selects(selection, resource)));
    }),
  );
});

it("is empty once everything is verified or attested, and stays so without secrets", () => {
  fc.assert(
    fc.property(desireds, (desired) => {
      const resources = wantedResources(desired, NOW_MS);
      const observations = new Map(questionsOf(resources).map((question) => [questionKey(question), good(question, desired)]));
      // What leaves is gone, as a person says: an API would still see it here.
      const leaving = new Set(
        resources.filter(({ lifecycle }) => lifecycle === "leaving").flatMap((resource) => kindOfResource(resource).questions(resource).map(questionKey)),
      );
      for (const key of leaving) observations.set(key, { answer: "false", reason: "not-attached", trace: { request: "POST /x", at: NOW_MS, tries: 1, status: 200 } });
      const unprovable = plan({ desired, observations, records: new Map(), attestations: new Map(), nowMs: NOW_MS }).assessed.filter(
        ({ conditions }) => conditions[0]?.condition.status === "unknown",
      );
      const attestations = byAddress(
        unprovable.map(({ resource }) => ({ address: resource.address, by: "Marie", at: "2026-11-24T08:12:00Z" as never, seen: "écran", until: "2028-01-01T00:00:00Z" as never, covers: coversOf(resource) })),
      );
      const input: PlanInput = { desired, observations, records: new Map(), attestations, nowMs: NOW_MS };
      const live = plan(input);
      expect(live.document.steps).toEqual([]);
      const offline = plan({ ...input, observations: new Map(), records: recordsAfter(live), offline: true }).document;
      expect(offline.steps).toEqual([]);
      expect(offline.summary.unknown).toBe(0);
      expect(offline.summary).toEqual(live.document.summary);
    }),
    RUNS,
  );
});
