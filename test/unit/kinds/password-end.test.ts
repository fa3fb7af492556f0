import { describe, expect, it } from "vitest";
import type { Beside } from "../../../src/kinds/kind.ts";
import { ageEnd, inferEnd, keepRenewal, renewedAt } from "../../../src/kinds/password-end.ts";
import type { Condition } from "../../../src/model/condition.ts";
import { DAY_MS, toInstant, type Instant } from "../../../src/model/instant.ts";
import type { Observation } from "../../../src/model/observation.ts";
import type { ResourceOf } from "../../../src/model/resource.ts";

const NOW_MS = Date.UTC(2026, 10, 24, 8, 12);
/** Days from now, in its second. */
const day = (offset: number): Instant => toInstant(NOW_MS + offset * DAY_MS);
const LIFE = 424;
const ACCOUNT = { address: "production/compte-technique/c", spec: { renewBefore: "30d" } } as ResourceOf<"compte-technique">;

const end = (at: number) => ({ fact: "expiry", expiresAt: day(at) }) as const;
const guess = (at: number) => ({ ...end(at), estimated: true }) as const;
const password = (more: Partial<Condition>): Condition => ({ type: "PasswordCurrent", status: "true", reason: "expiry-known", proof: "verified", since: day(-100), provenAt: day(-10), ...more });
const unknownEnd: Condition = { type: "PasswordCurrent", status: "unknown", reason: "no-api-tells", proof: "none", since: day(-100), unknown: "unprovable" };
const api = { by: "api", request: "POST /x", status: 200, tries: 1 } as const;
const login = (more: Partial<Condition> = {}): Condition => ({
  type: "LoginAccepted", status: "true", reason: "login-accepted", proof: "verified", since: day(-100), provenAt: day(-1), evidence: api, ...more,
});

describe("an end that is known", () => {
  const aged = (condition: Condition) => ageEnd(ACCOUNT, condition, NOW_MS);

  it.each([
    ["far off", end(31), { status: "true", reason: "expiry-known" }],
    ["at the edge of the time to renew", end(30), { status: "true", reason: "expiring" }],
    ["near", end(1), { status: "true", reason: "expiring" }],
    ["now", end(0), { status: "false", reason: "expired", wasTrue: true, since: day(0) }],
    ["past", end(-3), { status: "false", reason: "expired", wasTrue: true, since: day(-3) }],
    ["estimated, far off", guess(31), { status: "true", reason: "expiry-estimated" }],
    ["estimated, near", guess(1), { status: "true", reason: "expiring" }],
  ] as const)("is judged as it stands: %s", (_, fact, expected) => {
    expect(aged(password({ fact }))).toEqual({ ...password({ fact }), ...expected });
  });

  it("that is estimated denies nothing when it is past", () => {
    const fact = guess(-3);
    expect(aged(password({ fact }))).toEqual({ type: "PasswordCurrent", status: "unknown", reason: "expired", proof: "none", since: day(-3), unknown: "unprovable", fact });
  });

  it("stays past since when it was", () => {
    const before = password({ fact: end(-3), status: "false", reason: "expired", since: day(-2) });
    expect(aged(before)).toMatchObject({ status: "false", since: day(-2) });
  });

  it.each([
    ["without an end", password({})],
    ["with another fact", login({ fact: { fact: "renewed", at: day(-1) } })],
    ["unknown, with an end that was told", password({ status: "unknown", unknown: "transient", fact: end(-3) })],
  ])("is nothing to judge: %s", (_, condition) => {
    expect(aged(condition)).toBe(condition);
  });

  it("is judged again where it was estimated and is past", () => {
    expect(aged(password({ status: "unknown", unknown: "unprovable", fact: guess(40) }))).toMatchObject({ status: "true", reason: "expiry-estimated" });
  });
});

describe("an end that no API tells", () => {
  const beside = (one: Condition | undefined, more: Partial<Beside> = {}): Beside => ({
    conditions: one === undefined ? [] : [one], recorded: undefined, attestedAt: undefined, nowMs: NOW_MS, ...more,
  });
  const inferred = (condition: Condition, one: Condition | undefined, more: Partial<Beside> = {}) => inferEnd(ACCOUNT, condition, beside(one, more));
  const estimate = (since: number, expires: number) => ({
    type: "PasswordCurrent", status: "true", reason: "expiry-estimated", proof: "inferred", since: day(since), provenAt: day(since),
    evidence: { by: "inference", from: [ACCOUNT.address] }, fact: guess(expires),
  });
  const estimatedBefore = (expires: number): Partial<Beside> => ({ recorded: { address: ACCOUNT.address, conditions: [login(), password({ fact: guess(expires) })] } });

  it.each([
    ["from when the login was first accepted", login(), {}, estimate(-100, LIFE - 100)],
    ["from a person's word", login({ status: "unknown" }), { attestedAt: day(-50) }, estimate(-50, LIFE - 50)],
    ["from the later of both", login(), { attestedAt: day(-50) }, estimate(-50, LIFE - 50)],
    ["from when another password was accepted", login({ fact: { fact: "renewed", at: day(-7) } }), { attestedAt: day(-50) }, estimate(-7, LIFE - 7)],
    ["from the last estimate, which stands", login(), estimatedBefore(LIFE - 60), estimate(-100, LIFE - 60)],
    ["whatever was told before, which no answer says now", login(), { recorded: { address: ACCOUNT.address, conditions: [login(), password({ fact: end(LIFE - 24) })] } }, estimate(-100, LIFE - 100)],
    ["where a record has no password yet", login(), { recorded: { address: ACCOUNT.address, conditions: [login()] } }, estimate(-100, LIFE - 100)],
    ["anew from when a login outlived the estimate", login({ since: day(-500) }), {}, estimate(-500, LIFE - 1)],
    ["anew from when a login was accepted as the estimate ended", login({ since: day(-LIFE - 1) }), {}, estimate(-LIFE - 1, LIFE - 1)],
    ["not anew where the login was accepted before the estimate ended", login({ since: day(-LIFE) }), {}, estimate(-LIFE, 0)],
    ["not anew over a person's word", login({ since: day(-500), evidence: { by: "attestation", at: day(-500), until: day(9) } }), { attestedAt: day(-500) }, estimate(-500, LIFE - 500)],
  ] as const)("is counted %s", (_, one, more, expected) => {
    expect(inferred(unknownEnd, one, more)).toEqual(expected);
  });

  it.each([
    ["the login was never accepted", login({ status: "unknown" })],
    ["only a person says that it is", login({ evidence: { by: "attestation", at: day(-1), until: day(9) } })],
    ["nothing is known of the login", undefined],
  ])("is not counted where %s", (_, one) => {
    expect(inferred(unknownEnd, one)).toBe(unknownEnd);
  });

  it("is of a password, and nothing else", () => {
    expect(inferred(login(), login())).toEqual(login());
  });

  it("is no more where the login is refused; one that was told stands", () => {
    const refused = login({ status: "false" });
    expect(inferred(unknownEnd, refused)).toBe(unknownEnd);
    expect(inferred(password({ fact: end(40) }), refused)).toEqual(password({ fact: end(40) }));
    expect(inferred(password({ fact: guess(40) }), refused)).toEqual({ type: "PasswordCurrent", status: "unknown", reason: "waits", proof: "none", since: day(-100), unknown: "waiting" });
  });

  describe("one that was told", () => {
    const told = (more: Partial<Condition> = {}) => password({ fact: end(-5), provenAt: day(-20), ...more });

    it.each([
      ["the login was accepted after it", login({ provenAt: day(-4) }), {}],
      ["the login was accepted as it ended", login({ provenAt: day(-5) }), {}],
      ["a person said since that the account is there", login({ status: "unknown" }), { attestedAt: day(-19) }],
      ["another password was accepted since", login({ provenAt: day(-6), fact: { fact: "renewed", at: day(-19) } }), {}],
    ] as const)("is outlived where %s", (_, one, more) => {
      expect(inferred(told(), one, more)).toMatchObject({ reason: "expiry-estimated", fact: { estimated: true } });
    });

    it.each([
      ["the login was accepted before it alone", login({ provenAt: day(-6) }), {}],
      ["the word is as old as what was told", login({ status: "unknown" }), { attestedAt: day(-20) }],
      ["the other password was accepted before it was told", login({ provenAt: day(-6), fact: { fact: "renewed", at: day(-21) } }), {}],
    ] as const)("stands where %s", (_, one, more) => {
      expect(inferred(told(), one, more)).toEqual(told());
    });

    it("stands where nobody knows when it was told", () => {
      const { provenAt: _, ...undated } = told();
      expect(inferred(undated, login({ provenAt: day(-4) }))).toEqual(undated);
    });
  });
});

describe("another password than before", () => {
  const trace = { request: "POST /x", status: 200, at: NOW_MS, tries: 1 };
  const accepted: Observation = { answer: "true", reason: "login-accepted", trace };
  const renewed = { fact: "renewed", at: day(0) } as const;

  it("is known when it is first accepted", () => {
    expect(renewedAt({ ...accepted, trace: { ...trace, newPassword: true } })).toMatchObject({ answer: "true", fact: renewed });
    const refused: Observation = { answer: "false", reason: "login-refused", trace: { ...trace, newPassword: true } };
    for (const other of [accepted, refused]) expect(renewedAt(other)).toBe(other);
  });

  it("stays known", () => {
    const before = login({ fact: renewed });
    expect(keepRenewal(login(), before)).toEqual(before);
    const later = login({ fact: { fact: "renewed", at: day(1) } });
    const untouched: readonly (readonly [Condition, Condition | undefined])[] = [
      [login(), undefined], [login(), login()], [later, before], [login({ status: "false" }), before], [unknownEnd, before], [login(), password({ fact: end(3) })],
    ];
    for (const [now, recorded] of untouched) expect(keepRenewal(now, recorded)).toBe(now);
  });
});
