import { afterEach, describe, expect, it } from "vitest";
import { said } from "../../support/plans.ts";
import { doneScenario, secretsOf } from "../../support/done-world.ts";
import { APIS, clients, concentrateur, direct, editeur, example, type SizedConfiguration } from "../../support/sized-configurations.ts";
import { desiredFrom, startWorld, type TestWorld } from "../../support/world.ts";

let world: TestWorld | undefined;
afterEach(() => world?.close());

const count = async ({ yaml, others }: SizedConfiguration): Promise<number> => {
  const desired = await desiredFrom(yaml, others);
  world = await startWorld(doneScenario(desired), secretsOf(desired));
  const { document } = await world.plan(desired);
  const open = document.resources.filter(({ conditions }) => conditions[0]?.status !== "true" && conditions[0]?.unknown !== "unprovable");
  expect(open.map(({ address }) => address)).toEqual([]);
  return world.simulator.requests().length;
};

describe("direct: one account over 200 structures", () => {
  const N = 200;
  it("costs at most a tenth of a request for each, and twenty, where organisations is selected", async () => {
    expect(await count(direct(N, [...APIS, "organisations"]))).toBeLessThanOrEqual(0.1 * N + 20);
  });

  it("and without: the lists of active structures tell as much", async () => {
    expect(await count(direct(N))).toBeLessThanOrEqual(0.1 * N + 20);
  });
});

describe("concentrateur: an account for each of 50 clients", () => {
  const N = 50;
  // Where its espace is open, when its password ends; what it reaches is asked of ten accounts a run.
  it("costs two for each where structures are looked up in bulk", async () => {
    expect(await count(concentrateur(N, [...APIS, "organisations"]))).toBeLessThanOrEqual(2 * N + 20);
  });

  it("costs two for each without organisations", async () => {
    expect(await count(concentrateur(N))).toBeLessThanOrEqual(2 * N + 20);
  });
});

describe("editeur: an application and an account for each of 30 clients", () => {
  const N = 30;
  it("costs a request for each API, and four", async () => {
    expect(await count(editeur(N))).toBeLessThanOrEqual((APIS.length + 4) * N + 20);
  });

  it("costs nothing where the secrets stay at the clients'", async () => {
    const desired = await desiredFrom(example("editeur").replace(/qualification: .*/, ""), { "clients.csv": clients(N) });
    world = await startWorld(doneScenario(desired), {});
    const { document } = await world.plan(desired);
    expect(world.simulator.requests()).toEqual([]);
    expect(said(document, "production/application/C00000")).toBe("unknown elsewhere secrets-elsewhere");
  });
});
