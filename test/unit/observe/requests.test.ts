import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import type { Desired } from "../../../src/model/desired.ts";
import { said } from "../../support/plans.ts";
import { doneScenario, secretsOf } from "../../support/done-world.ts";
import { desiredFrom, startWorld, type TestWorld } from "../../support/world.ts";

let world: TestWorld | undefined;
afterEach(() => world?.close());

const APIS = ["factures", "structures", "transverses", "utilisateurs"];

const count = async (desired: Desired): Promise<number> => {
  world = await startWorld(doneScenario(desired), secretsOf(desired));
  const { document } = await world.plan(desired);
  const open = document.resources.filter(({ conditions }) => conditions[0]?.status !== "true" && conditions[0]?.unknown !== "unprovable");
  expect(open.map(({ address }) => address)).toEqual([]);
  return world.simulator.requests().length;
};

const siret = (index: number): string => String(10_000_000_000_000 + index);

const direct = (size: number, apis: readonly string[]): Promise<Desired> =>
  desiredFrom(
    [
      "version: 1",
      "topology: direct",
      "piste: a@exemple.fr",
      "application: EXEMPLE",
      `apis: [${apis.join(", ")}]`,
      "espaces: [factures-emises, factures-recues]",
      'contact: { nom: N, email: a@exemple.fr, telephone: "+33 4 72 00 00 01" }',
      "gestionnaire: { nom: G, email: g@exemple.fr }",
      "qualification:",
      ...Array.from({ length: size }, (_, index) => `  s${index}: ${siret(index)}`),
      "",
    ].join("\n"),
  );

const clients = (size: number): string =>
  ["code;siret;nom", ...Array.from({ length: size }, (_, index) => `C${String(index).padStart(5, "0")};${luhn(index)};Client`), ""].join("\n");

/** A SIRET with its key. */
const luhn = (index: number): string => {
  const start = String(100_000_000_000 + index) + "0";
  for (let key = 0; ; key++) {
    const digits = `${start}${key}`;
    const sum = digits.split("").toReversed().reduce((total, digit, at) => {
      const value = Number(digit) * (at % 2 === 1 ? 2 : 1);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
    if (sum % 10 === 0) return digits;
  }
};

const example = (name: string): string => readFileSync(join(import.meta.dirname, "../../../examples", name, "chorus.config.yaml"), "utf8");

const concentrateur = (size: number, apis: readonly string[]): Promise<Desired> =>
  desiredFrom(
    example("concentrateur").replace(/apis: .*/, `apis: [${apis.join(", ")}]`).replace(/password: .*/, 'password: { env: "PASSWORD_{code}" }').replace(/qualification: .*/, ""),
    { "clients.csv": clients(size) },
  );

const editeur = (size: number): Promise<Desired> =>
  desiredFrom(example("editeur").replace(/ {2}secrets: chez-le-client.*/, "").replace(/qualification: .*/, ""), { "clients.csv": clients(size) });

describe("direct: one account over 200 structures", () => {
  const N = 200;
  it("costs at most a tenth of a request for each, and twenty, where organisations is selected", async () => {
    expect(await count(await direct(N, [...APIS, "organisations"]))).toBeLessThanOrEqual(0.1 * N + 20);
  });

  it("costs one for each without: they can only be looked up one by one", async () => {
    expect(await count(await direct(N, APIS))).toBeLessThanOrEqual(N + 20);
  });
});

describe("concentrateur: an account for each of 50 clients", () => {
  const N = 50;
  // Three facts have each their own route: what an account reaches, where its espace is open, when its password ends.
  it("costs three for each where structures are looked up in bulk", async () => {
    expect(await count(await concentrateur(N, [...APIS, "organisations"]))).toBeLessThanOrEqual(3 * N + 20);
  });

  it("costs four for each without organisations", async () => {
    expect(await count(await concentrateur(N, APIS))).toBeLessThanOrEqual(4 * N + 20);
  });
});

describe("editeur: an application and an account for each of 30 clients", () => {
  const N = 30;
  it("costs a request for each API, and four", async () => {
    expect(await count(await editeur(N))).toBeLessThanOrEqual((APIS.length + 4) * N + 20);
  });

  it("costs nothing where the secrets stay at the clients'", async () => {
    const desired = await desiredFrom(example("editeur").replace(/qualification: .*/, ""), { "clients.csv": clients(N) });
    world = await startWorld(doneScenario(desired), {});
    const { document } = await world.plan(desired);
    expect(world.simulator.requests()).toEqual([]);
    expect(said(document, "production/application/C00000")).toBe("unknown elsewhere secrets-elsewhere");
  });
});
