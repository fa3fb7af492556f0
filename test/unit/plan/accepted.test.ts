import { expect, it } from "vitest";
import { address, type Address } from "../../../src/model/address.ts";
import type { Attestation } from "../../../src/model/attestation.ts";
import { toInstant } from "../../../src/model/instant.ts";
import { coversOf } from "../../../src/plan/covers.ts";
import { wantedResources, type PlanInput } from "../../../src/plan/plan.ts";
import { renderPlanText } from "../../../src/views/plan-text.ts";
import { NOW_MS, planOf } from "../views/fixtures/half-way.ts";
import { ediInput, inOrderInput } from "../views/fixtures/other-plans.ts";
import { screen } from "../views/screen.ts";

const LYON = address("production", "edi", "lyon");
const NANTES = address("production", "edi", "nantes");

const accepting = (input: PlanInput, days: number, covers?: string): PlanInput => {
  const words = wantedResources(input.desired, NOW_MS)
    .filter(({ address: of }) => of === LYON || of === NANTES)
    .map((resource) => ({
      address: resource.address,
      by: "Camille Durand",
      at: toInstant(NOW_MS - 86_400_000),
      accepted: "opérateur changé en janvier",
      until: toInstant(NOW_MS + days * 86_400_000),
      covers: covers ?? coversOf(resource),
    }));
  return { ...input, attestations: new Map<Address, Attestation>([...input.attestations, ...words.map((word) => [word.address, word] as const)]) };
};

it("asks for no step over a difference that is accepted, until its date, and never calls it fine", () => {
  const document = planOf(accepting(ediInput(), 30));
  expect(planOf(ediInput()).steps.length).toBeGreaterThan(0);
  expect(document.steps).toEqual([]);
  expect(document.summary).toMatchObject({ accepted: 2, toDo: 0 });
  expect(document.environments[0]).toMatchObject({ accepted: 2 });
  const lyon = document.resources.find((one) => one.address === LYON);
  expect(lyon?.drifted).toBeUndefined();
  expect(planOf(ediInput()).resources.find((one) => one.address === LYON)?.drifted).toBe(true);
  expect(lyon).toMatchObject({
    status: "accepted",
    conditions: [{ status: "false", proof: "verified", accepted: { by: "Camille Durand", reason: "opérateur changé en janvier", until: "2026-12-24T08:12:00Z" } }],
  });
  expect(planOf(accepting(ediInput(), -1)).steps).toEqual(planOf(ediInput()).steps);
});

it("says so on every screen", () => {
  const document = planOf(accepting(ediInput(), 30));
  const text = renderPlanText(document, screen("fr", 220));
  expect(text).toContain("≠  paramètres EDI de lyon (paramètres différents de ceux qui sont déclarés) : différence acceptée jusqu'au 24/12/2026 par Camille Durand « opérateur changé en janvier »\n");
  expect(text).toContain(", 2 différences acceptées");
  expect(text).not.toContain("Rien à faire");
  expect(renderPlanText(document, screen("en", 220))).toContain("difference accepted until 2026-12-24 by Camille Durand: “opérateur changé en janvier”\n");
});

it("is void where what it covers has changed, and says so", () => {
  const document = planOf(accepting(ediInput(), 30, "0000000000000000"));
  expect(document.steps).toEqual(planOf(ediInput()).steps);
  expect(document.notices).toContainEqual({ notice: "attestation-outdated", address: LYON, attestedAt: "2026-11-23T08:12:00Z" });
  expect(renderPlanText(document, screen("fr", 220))).toContain("l'attestation du 23/11/2026 sur production/edi/lyon ne vaut plus : ce qu'elle couvre a changé");
});

it("is reported once the difference is gone", () => {
  const fixed = ediInput();
  const input = accepting({ ...fixed, observations: new Map() }, 30);
  const records = new Map([LYON, NANTES].map((of) => [of, { address: of, conditions: [{ type: "AsDeclared", status: "true", reason: "edi-as-declared", proof: "verified", since: toInstant(NOW_MS), provenAt: toInstant(NOW_MS) }] } as const]));
  const { notices, summary } = planOf({ ...input, records });
  expect(notices.filter(({ notice }) => notice === "difference-over")).toHaveLength(2);
  expect(summary.accepted).toBeUndefined();
});

it("says in the plan that evidence voided a word", () => {
  const input = inOrderInput();
  const [of] = [address("production", "structure", "siege")];
  const resource = wantedResources(input.desired, NOW_MS).find((one) => one.address === of);
  if (resource === undefined) throw new Error("no structure");
  const word = { address: of, by: "C", at: toInstant(NOW_MS - 86_400_000), seen: "écran", until: toInstant(NOW_MS + 86_400_000), covers: coversOf(resource) };
  const observations = new Map([...input.observations].map(([key, observation]) => [
    key,
    key.startsWith("structure-active") && observation.answer === "true" ? ({ ...observation, answer: "false", reason: "structure-inactive" } as const) : observation,
  ]));
  const document = planOf({ ...input, observations, attestations: new Map<Address, Attestation>([...input.attestations, [of, word]]) });
  expect(renderPlanText(document, screen("fr", 220))).toContain("l'attestation du 23/11/2026 sur production/structure/siege ne vaut plus : une API a dit le contraire");
});
