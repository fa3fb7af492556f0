import { describe, expect, it } from "vitest";
import { everWorked, loginClues } from "../../../src/kinds/login-clues.ts";
import { lifecycleOf } from "../../../src/kinds/lifecycle.ts";
import { structureClues } from "../../../src/kinds/structure-clues.ts";
import type { Address } from "../../../src/model/address.ts";
import type { Condition, ResourceRecord } from "../../../src/model/condition.ts";
import type { Structure } from "../../../src/model/desired.ts";
import { toInstant } from "../../../src/model/instant.ts";
import { NOT_ASKED, type Fact } from "../../../src/model/observation.ts";
import type { Specs } from "../../../src/model/resource.ts";

const NOW_MS = Date.UTC(2026, 10, 24, 8, 12);
const MINUTE = 60_000;
const SIRET = "73282932000074";
const condition = (type: Condition["type"], more: Partial<Condition> = {}): Condition => ({ type, status: "false", reason: "login-refused", proof: "verified", since: toInstant(NOW_MS), ...more });
const record = (...conditions: readonly Condition[]): ResourceRecord => ({ address: "production/compte-technique/c" as Address, conditions });
const expiry = (minutes: number): Extract<Fact, { readonly fact: "expiry" }> => ({ fact: "expiry", expiresAt: toInstant(NOW_MS + minutes * MINUTE) });
const estimated = (minutes: number): Fact => ({ ...expiry(minutes), estimated: true });

describe("what tells why a login is refused", () => {
  const clues = (recorded?: ResourceRecord, more: { readonly attestedMinutes?: number; readonly login?: string } = {}) =>
    loginClues({ login: more.login ?? "l", structure: { identifiant: SIRET } } as Specs["compte-technique"], {
      answers: () => NOT_ASKED, recorded, nowMs: NOW_MS,
      attestedAt: more.attestedMinutes === undefined ? undefined : toInstant(NOW_MS - more.attestedMinutes * MINUTE),
    });

  it.each([
    ["nothing", undefined, {}, []],
    ["an account of less than half an hour", undefined, { attestedMinutes: 29 }, ["created-lately"]],
    ["an account of half an hour", undefined, { attestedMinutes: 30 }, []],
    ["one that worked", record(condition("LoginAccepted", { wasTrue: true })), { attestedMinutes: 1 }, ["worked-before"]],
    ["one that worked, whose password has ended", record(condition("PasswordCurrent", { fact: expiry(0) })), {}, ["worked-before", "expiry-passed"]],
    ["one that worked, whose password has not", record(condition("PasswordCurrent", { fact: expiry(1) })), {}, ["worked-before", "expiry-ahead"]],
    ["an end that is estimated", record(condition("PasswordCurrent", { fact: estimated(-1) })), {}, []],
    ["an end that is told beside another fact", record(condition("LoginAccepted", { fact: { fact: "renewed", at: toInstant(NOW_MS) } }), condition("Exists", { fact: expiry(-1) })), {}, ["expiry-passed"]],
    ["a login of its own", undefined, { login: `TECH_1_${SIRET}@cpro.fr` }, []],
    ["a login that is not the first", undefined, { login: `TECH_2_${SIRET}@cpro.fr` }, ["index-not-first"]],
    ["a login of another structure", undefined, { login: "TECH_1_73282932000082@cpro.fr" }, ["login-of-other-structure"]],
    ["a login from before", undefined, { login: `TECH_0${SIRET}@cpp2017.fr` }, ["login-of-old-domain"]],
    ["a young account with another's login", undefined, { login: "TECH_3_73282932000082@cpro.fr", attestedMinutes: 1 }, ["created-lately", "login-of-other-structure", "index-not-first"]],
  ] as const)("%s", (_, recorded, more, expected) => {
    expect(clues(recorded, more)).toEqual(expected);
  });
});

it.each([
  ["its login was accepted", condition("LoginAccepted", { status: "true" }), true],
  ["its login was accepted once", condition("LoginAccepted", { wasTrue: true }), true],
  ["its login was refused", condition("LoginAccepted"), false],
  ["its password's end was told", condition("PasswordCurrent", { fact: expiry(1) }), true],
  ["its password was looked at", condition("PasswordCurrent"), true],
  ["its password's end was estimated", condition("PasswordCurrent", { fact: estimated(1) }), false],
  ["its reach was told", condition("ReachDeclared"), true],
  ["something else was", condition("Left", { status: "true" }), false],
])("an account ever worked where %s", (_, one, worked) => {
  expect(everWorked(record(condition("Left"), one))).toBe(worked);
});

it("an account of which nothing is recorded never worked", () => {
  expect([everWorked(undefined), everWorked(record())]).toEqual([false, false]);
});

it.each([
  ["production", "SIRET", SIRET, []],
  ["production", "SIRET", "73282932000075", ["key-fails"]],
  ["qualification", "SIRET", SIRET, ["key-holds"]],
  ["qualification", "SIRET", "73282932000075", []],
  ["production", "AUTRE", "732829320", ["identifier-of-9-digits"]],
  ["production", "AUTRE", "732829321", []],
  ["production", "AUTRE", "7328293200", []],
  ["production", "AUTRE", "0732829320", []],
  ["qualification", "AUTRE", SIRET, []],
] as const)("in %s, %s %s tells %o", (environment, type, identifiant, clues) => {
  expect(structureClues({ type, identifiant }, environment)).toEqual(clues);
});

it.each<readonly [string, Partial<Structure> | undefined, string]>([
  ["that nobody declares", undefined, "active"],
  ["of which nothing is said", {}, "active"],
  ["that is paused", { etat: "pause" }, "paused"],
  ["that leaves", { etat: "sortant" }, "leaving"],
  ["that leaves today", { etat: "sortant", date: toInstant(NOW_MS) }, "leaving"],
  ["that leaves later", { etat: "sortant", date: toInstant(NOW_MS + 1_000) }, "active"],
  ["that is paused, with a date", { etat: "pause", date: toInstant(NOW_MS - 1_000) }, "paused"],
])("a structure %s", (_, structure, lifecycle) => {
  expect(lifecycleOf(structure as Structure | undefined, NOW_MS)).toBe(lifecycle);
});
