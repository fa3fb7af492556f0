import { describe, expect, it } from "vitest";
import type { Address } from "../../../src/model/address.ts";
import type { Attestation } from "../../../src/model/attestation.ts";
import type { Desired } from "../../../src/model/desired.ts";
import { toInstant } from "../../../src/model/instant.ts";
import type { Assessed } from "../../../src/plan/assess.ts";
import { noticesOf, renewalNotices } from "../../../src/plan/notices.ts";
import type { PlanInput } from "../../../src/plan/plan.ts";

const AT = toInstant(Date.UTC(2026, 10, 1));
const word = { at: AT } as Attestation;
const assessed = (address: string, condition: object = {}, more: object = {}): Assessed =>
  ({ resource: { address, kind: address.split("/")[1] }, conditions: [{ condition: { status: "true", reason: "attached", ...condition } }], recorded: undefined, known: undefined, ...more }) as unknown as Assessed;
const noticed = (list: readonly Assessed[], { attestations = [], selection, production = {} }: { readonly attestations?: readonly string[]; readonly selection?: PlanInput["selection"]; readonly production?: object } = {}) => {
  const environments = production === undefined ? {} : { production: { applications: production } };
  const input = { desired: { environments } as unknown as Desired, attestations: new Map(attestations.map((of) => [of as Address, word])), ...(selection === undefined ? {} : { selection }) } as unknown as PlanInput;
  return noticesOf(input, list, new Set(list.map(({ resource }) => resource.address)));
};
const account = "production/compte-technique/c";
const beyond = { reason: "reach-beyond", fact: { fact: "beyond", count: 3 } };

describe("a plan tells", () => {
  it("nothing of what is in order", () => {
    expect(noticed([assessed(account), assessed("production/structure/s")])).toEqual([]);
  });

  it("how far an account reaches beyond what is declared, whichever of its claims says it", () => {
    const two = { conditions: [{ condition: { status: "true", reason: "login-accepted" } }, { condition: { status: "true", ...beyond } }] };
    expect(noticed([assessed(account, {}, two), assessed("production/compte-technique/d", { reason: "reach-as-declared", fact: { fact: "beyond", count: 0 } })])).toEqual([{ notice: "reach-beyond", address: account, count: 3 }]);
    expect(noticed([assessed(account, { reason: "reach-beyond" })])).toEqual([]);
  });

  it("which words count no more, and why", () => {
    expect(noticed([assessed(account, {}, { voided: { at: AT } }), assessed("production/espace/s/x", {}, { outdated: word }), assessed("production/espace/t/x", {}, { over: word })])).toEqual([
      { notice: "attestation-voided", address: account, attestedAt: AT },
      { notice: "attestation-outdated", address: "production/espace/s/x", attestedAt: AT },
      { notice: "difference-over", address: "production/espace/t/x", attestedAt: AT },
    ]);
  });

  it("which words are about nothing that is declared, in order, unless it is about a part", () => {
    const attestations = ["production/espace/z/x", account, "production/espace/a/x"];
    expect(noticed([assessed(account)], { attestations })).toEqual(["production/espace/a/x", "production/espace/z/x"].map((address) => ({ notice: "attestation-unmatched", address })));
    expect(noticed([assessed(account)], { attestations, selection: { targets: [account as Address] } })).toEqual([]);
  });
});

describe("an application is to go through qualification first", () => {
  const [here, there] = ["production/application/app", "qualification/application/app"];
  const first = [{ notice: "qualification-first", application: "app" }];
  const production = { app: {} };

  it.each<readonly [string, readonly Assessed[], object, readonly object[]]>([
    ["is proven nowhere", [assessed(here, { status: "false" }), assessed(there, { status: "unknown" })], production, first],
    ["is not in qualification", [assessed(here, { status: "unknown" })], production, first],
    ["is proven in qualification", [assessed(here, { status: "false" }), assessed(there)], production, []],
    ["is proven in production", [assessed(here), assessed(there, { status: "false" })], production, []],
    ["is a client's", [assessed(here, { status: "false" })], { app: { client: "C1" } }, []],
    ["is not of this run", [assessed("production/credentials/app", { status: "false" })], production, []],
    ["is paused", [assessed(here, {}, { conditions: [] })], production, []],
  ])("not where it is otherwise: it %s", (_name, list, applications, expected) => {
    expect(noticed(list, { production: applications })).toEqual(expected);
  });

  it("each once, in the order of their names; none where there is no production", () => {
    const both = [assessed("production/application/b", { status: "false" }), assessed("production/application/a", { status: "false" })];
    expect(noticed(both, { production: { b: {}, a: {} } })).toEqual([{ notice: "qualification-first", application: "a" }, { notice: "qualification-first", application: "b" }]);
    expect(noticesOf({ desired: { environments: {} }, attestations: new Map() } as unknown as PlanInput, both, { has: () => true })).toEqual([]);
  });
});

it("renewals beyond what the weeks hold are told from the first to end to the last", () => {
  const renewal = (day: number) => ({ address: account as Address, endsAtMs: Date.UTC(2026, 11, day), beforeMs: 0 });
  expect(renewalNotices([])).toEqual([]);
  expect(renewalNotices([renewal(3), renewal(5), renewal(9)])).toEqual([{ notice: "renewals-beyond", count: 3, from: "2026-12-03T00:00:00Z", until: "2026-12-09T00:00:00Z" }]);
});
