import { expect, it } from "vitest";
import { isAcceptance, type Attestation } from "../../../src/model/attestation.ts";
import type { Desired } from "../../../src/model/desired.ts";
import { environmentsOf } from "../../../src/model/environments-of.ts";
import { isOutside } from "../../../src/model/is-outside.ts";
import { isRecord } from "../../../src/model/is-record.ts";
import { isElsewhere } from "../../../src/model/place.ts";

it("a word accepts a difference or tells what was seen", () => {
  expect([{ accepted: "marché repris" }, { seen: "écran" }].map((word) => isAcceptance(word as Attestation))).toEqual([true, false]);
});

it("asks somebody outside where it is a gestionnaire, or a client's own PISTE account", () => {
  expect([{ role: "gestionnaire" }, { role: "piste", client: "C1" }, { role: "piste" }, { role: "operateur" }].map((actor) => isOutside(actor as Parameters<typeof isOutside>[0]))).toEqual([true, true, false, false]);
});

it("has qualification before production, and none in which nothing is wanted", () => {
  const [qualification, production] = [{ structures: {} }, { applications: {} }];
  const named = (environments: object) => environmentsOf({ environments } as unknown as Desired);
  expect(named({ production, qualification })).toEqual([{ environment: "qualification", wanted: qualification }, { environment: "production", wanted: production }]);
  expect(named({ production })).toEqual([{ environment: "production", wanted: production }]);
  expect(named({})).toEqual([]);
});

it("knows an object from everything else that JSON has", () => {
  expect([{}, { a: 1 }, [], null, "text", 1, true, undefined].map(isRecord)).toEqual([true, true, false, false, false, false, false, false]);
});

it("tells a place that is an address from a file", () => {
  expect(["https://etat.exemple.fr", "postgres://x", "etat/chorus.jsonl", "C:\\etat"].map(isElsewhere)).toEqual([true, true, false, false]);
});
