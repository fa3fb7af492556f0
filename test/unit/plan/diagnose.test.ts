import { expect, it } from "vitest";
import type { Judgement, Known } from "../../../src/kinds/kind.ts";
import type { Clue } from "../../../src/model/clue.ts";
import type { Condition } from "../../../src/model/condition.ts";
import { toInstant } from "../../../src/model/instant.ts";
import { NOT_ASKED } from "../../../src/model/observation.ts";
import { diagnose } from "../../../src/plan/diagnose.ts";
import { wantedResources } from "../../../src/plan/plan.ts";
import { clientsOf } from "../../support/clients.ts";

const NOW_MS = Date.UTC(2026, 10, 24);
const account = wantedResources(clientsOf(1), NOW_MS).find(({ kind }) => kind === "compte-technique");
if (account === undefined) throw new Error("no account");
const known: Known = { answers: () => NOT_ASKED, recorded: undefined, attestedAt: undefined, nowMs: NOW_MS };

const because = (condition: Partial<Condition>, judgement: Partial<Judgement> & { readonly clues?: readonly Clue[] } = {}, { stale, ...more }: Partial<Known> & { readonly stale?: "transient" } = {}) =>
  diagnose(account, {
    judgement: { type: "LoginAccepted", status: "false", reason: "login-refused", proof: "verified", ...judgement } as Judgement,
    condition: { type: "LoginAccepted", status: "false", reason: "login-refused", proof: "verified", since: toInstant(0), ...condition },
    ...(stale === undefined ? {} : { stale }),
  }, { ...known, ...more }).map(({ cause, told }) => (told === undefined ? cause : `${cause} (${told})`));

const CLUES = { clues: ["line-break"] } as const;

it("what is true and seen has no cause, and a reason that explains itself has none", () => {
  expect(because({ status: "true", reason: "login-accepted" }, { status: "true", reason: "login-accepted" })).toEqual([]);
  expect(because({ status: "unknown", reason: "not-asked" }, { status: "unknown", reason: "not-asked" })).toEqual([]);
});

it("a refusal has its causes, first those that something tells", () => {
  const causes = because({});
  expect(causes).toContain("wrong-password");
  expect(causes.every((cause) => !cause.includes("("))).toBe(true);
  expect(because({}, CLUES)[0]).toBe("line-break (line-break)");
  expect(because({ wasTrue: true })).toContain("changed (worked-before)");
  expect(because({ wasTrue: true })).not.toContain("wrong-password");
  expect(because({}, {}, { attestedAt: toInstant(NOW_MS - 60_000) })[0]).toBe("too-young (created-lately)");
});

it("a word that something was done speaks for another cause", () => {
  const refused = { status: "unknown", reason: "refused-as-if-not-connected" } as const;
  expect(because(refused, refused)).toEqual(expect.arrayContaining(["no-raccordement", "missing-right"]));
  const attested = because(refused, refused, { attestedAt: toInstant(NOW_MS - 60_000) });
  expect(attested).toContain("missing-right (attested)");
  expect(attested).not.toContain("no-raccordement");
});

it("what an answer taught says nothing of a record that it did not change, but of an end that is past", () => {
  const other = { reason: "login-accepted", status: "true", ...CLUES } as const;
  expect(because({}, other)).not.toContain("line-break (line-break)");
  const expired = { type: "PasswordCurrent", status: "false", reason: "expired", fact: { fact: "expiry", expiresAt: toInstant(NOW_MS - 1) } } as const;
  expect(because(expired, { ...other, clues: ["expiry-passed"] })).toContain("expired (expiry-passed)");
  expect(because({ ...expired, fact: { fact: "beyond", count: 1 } }, { ...other, clues: ["expiry-passed"] })).not.toContain("expired (expiry-passed)");
});

it("what is true and could not be seen now has the causes of that", () => {
  const unseen = { status: "unknown", reason: "quota-exhausted", unknown: "transient" } as const;
  const real = { status: "true", reason: "login-accepted" } as const;
  expect(because(real, unseen, { stale: "transient" })).toEqual(because({ ...unseen, proof: "none" }, unseen));
  expect(because(real, unseen)).toEqual([]);
});
