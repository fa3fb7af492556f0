import { describe, expect, it } from "vitest";
import { address, type Address } from "../../../src/model/address.ts";
import type { Attestation } from "../../../src/model/attestation.ts";
import type { Condition, ResourceRecord } from "../../../src/model/condition.ts";
import { toInstant } from "../../../src/model/instant.ts";
import { applyMoves, moveAttestations } from "../../../src/state/moves.ts";
import { changeState } from "../../../src/state/change-state.ts";
import { emptyState, type State } from "../../../src/state/state.ts";
import { findVanished, goneRecords } from "../../../src/state/vanished.ts";
import { desiredFrom } from "../../support/world.ts";

const since = toInstant(0);
const condition = (type: Condition["type"], status: Condition["status"] = "true", evidence?: Condition["evidence"]): Condition => ({
  type,
  status,
  reason: status === "true" ? "follows" : "still-present",
  proof: "verified",
  since,
  provenAt: since,
  ...(evidence === undefined ? {} : { evidence }),
});
const record = (of: Address, ...conditions: readonly Condition[]): ResourceRecord => ({ address: of, conditions });

/** `subject: kind names` */
type Line = readonly [subject: Address, record: ResourceRecord];
const stateOf = (...lines: readonly Line[]): State =>
  changeState(emptyState("l"), lines.map(([subject, one]) => ({ subject, record: one })));

const structure = (name: string) => address("production", "structure", name);
const account = (name: string) => address("production", "compte-technique", name);
const raccordement = (application: string, name: string) => address("production", "raccordement", application, name);

const desired = await desiredFrom(`
version: 1
topology: direct
piste: a@exemple.fr
application: EXEMPLE
apis: [factures, structures, transverses, utilisateurs]
contact: { nom: N, email: a@exemple.fr, telephone: "+33 4 72 00 00 01" }
gestionnaire: { nom: G, email: g@exemple.fr }
structures: { siege: 73282932000074 }
`);

const vanished = (...lines: readonly Line[]) =>
  findVanished(desired, stateOf(...lines)).map(({ code, arguments: given }) => [code, (given as { kind: string }).kind, (given as { name: string }).name]);

describe("a subject of production that is recorded and no longer declared", () => {
  it("is an error that names it, once", () => {
    expect(
      vanished(
        [structure("siege"), record(structure("siege"), condition("Active"))],
        [structure("lyon"), record(structure("lyon"), condition("Active"))],
        [structure("lyon"), record(address("production", "espace", "lyon", "raccordements"), condition("Open"))],
        [account("ancien"), record(account("ancien"), condition("LoginAccepted"))],
        [address("production", "application", "vieille"), record(address("production", "credentials", "vieille"), condition("Authenticates"))],
        [address("production", "compte-piste", "parti"), record(address("production", "compte-piste", "parti"), condition("Exists"))],
      ),
    ).toEqual([
      ["CHR-VANISHED", "structure", "lyon"],
      ["CHR-VANISHED", "compte-technique", "ancien"],
      ["CHR-VANISHED", "application", "vieille"],
      ["CHR-VANISHED", "compte-piste", "parti"],
    ]);
  });

  it("may go where its exit is proven: its account is refused, its raccordement removed", () => {
    expect(vanished([account("C1"), record(account("C1"), condition("Left"))], [structure("C1"), record(structure("C1"), condition("Active"))])).toEqual([]);
    expect(vanished([structure("lyon"), record(raccordement("principale", "lyon"), condition("Left"))])).toEqual([]);
    const attached = record(address("production", "rattachement", "C1", "C1"), condition("Attached"));
    expect(vanished([account("C1"), record(account("C1"), condition("Left"))], [structure("C1"), attached])).toEqual([]);
  });

  it("takes its application and its PISTE account with it", () => {
    const credentials = { by: "inference", from: [address("production", "credentials", "C1")] } as const;
    expect(
      vanished(
        [account("C1"), record(account("C1"), condition("Left"))],
        [address("production", "application", "C1"), record(address("production", "application", "C1"), condition("Exists"))],
        [address("production", "compte-piste", "c1"), record(address("production", "compte-piste", "c1"), condition("Exists", "true", credentials))],
      ),
    ).toEqual([]);
  });

  it("may not go where only a part of its exit is proven", () => {
    const left = record(raccordement("principale", "lyon"), condition("Left"));
    expect(vanished([structure("lyon"), left], [structure("lyon"), record(address("production", "rattachement", "principal", "lyon"), condition("Attached"))])).toHaveLength(1);
    expect(vanished([structure("lyon"), left], [account("lyon"), record(account("lyon"), condition("LoginAccepted"))])).toHaveLength(2);
    expect(vanished([account("C1"), record(account("C1"), condition("Left", "false"))])).toHaveLength(1);
  });

  it("is not let go by another of the same name, nor by what another left", () => {
    const left = record(raccordement("principale", "lyon"), condition("Left"));
    const application = address("production", "application", "principale-2");
    expect(vanished([structure("lyon"), left], [application, record(application, condition("Exists"))])).toEqual([["CHR-VANISHED", "application", "principale-2"]]);
    const elsewhere = address("qualification", "compte-technique", "C1");
    expect(vanished([elsewhere, record(elsewhere, condition("Left"))], [structure("C1"), record(structure("C1"), condition("Active"))])).toEqual([["CHR-VANISHED", "structure", "C1"]]);
  });

  it("is found by its own name alone, not by what every object has", () => {
    expect(vanished([structure("constructor"), record(structure("constructor"), condition("Active"))])).toEqual([["CHR-VANISHED", "structure", "constructor"]]);
  });
});

it("drops from qualification what is no longer declared", () => {
  const of = address("qualification", "structure", "essai");
  const state = stateOf([of, record(of, condition("Active"))], [structure("siege"), record(structure("siege"), condition("Active"))]);
  expect(findVanished(desired, state)).toEqual([]);
  expect(goneRecords(desired, state).map((one) => one.address)).toEqual([of]);
});

describe("a name that moved", () => {
  const moved = [
    { from: "lion", to: "lyon" },
    { from: "factures", to: "facturation" },
  ];

  it("keeps its records, under whatever they are filed, and no API takes its name for one", () => {
    const state = stateOf(
      [structure("lion"), record(structure("lion"), condition("Active"))],
      [structure("lion"), record(raccordement("principale", "lion"), condition("Declared"))],
      [address("production", "application", "factures"), record(address("production", "subscription", "factures", "factures"), condition("Subscribed"))],
      [address("production", "compte-piste", "p"), record(address("production", "cgu", "p", "factures"), condition("Consented", "true", { by: "inference", from: [address("production", "subscription", "factures", "factures")] }))],
    );
    const after = applyMoves(state, moved);
    expect([...after.records.keys()].toSorted()).toEqual([
      "production/cgu/p/factures",
      "production/raccordement/principale/lyon",
      "production/structure/lyon",
      "production/subscription/facturation/factures",
    ]);
    expect(after.subjects.get(raccordement("principale", "lyon"))).toBe("production/structure/lyon");
    expect(after.records.get(address("production", "cgu", "p", "factures"))?.conditions[0]?.evidence).toEqual({ by: "inference", from: ["production/subscription/facturation/factures"] });
  });

  it("does not cover what is known under the new one", () => {
    const state = stateOf([structure("lyon"), record(structure("lyon"), condition("Active"))], [structure("lion"), record(structure("lion"), condition("Active", "false"))]);
    const after = applyMoves(state, moved);
    expect([...after.records.values()].map((one) => [one.address, one.conditions[0]?.status])).toEqual([["production/structure/lyon", "true"]]);
  });

  it("keeps people's words", () => {
    const word: Attestation = { address: structure("lion"), by: "a", at: since, seen: "b", until: since, covers: "c" };
    expect([...moveAttestations(new Map([[word.address, word]]), moved).values()]).toEqual([{ ...word, address: structure("lyon") }]);
  });
});
