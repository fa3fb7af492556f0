import { describe, expect, it } from "vitest";
import { CAUSE_ROWS } from "../../../src/catalogue/causes/causes.ts";
import { messages } from "../../../src/messages/messages.ts";
import type { Clue } from "../../../src/model/clue.ts";
import type { EnvironmentName } from "../../../src/model/environment.ts";
import type { Reason } from "../../../src/model/observation.ts";
import { causesOf, hasCauses } from "../../../src/plan/causes-of.ts";

const CODES = Object.keys(messages("fr").causes.is);
const CLUES = Object.keys(messages("fr").causes.told) as readonly Clue[];

const codes = (reason: Reason, clues: readonly Clue[] = [], environment: EnvironmentName = "production"): readonly string[] =>
  causesOf({ reason, environment, clues }).map(({ cause, told }) => (told === undefined ? cause : `${cause} (${told})`));

const CASES = CAUSE_ROWS.flatMap((row) => row.of.map((reason) => [`${row.cause} of ${reason}`, row, reason] as const));

describe.each(CASES)("%s", (_title, row, reason) => {
  const environment = row.in ?? "production";
  const has = (clues: readonly Clue[], where: EnvironmentName = environment) =>
    causesOf({ reason, environment: where, clues }).find(({ cause }) => cause === row.cause);

  it("comes first among what is possible where a clue tells it", () => {
    for (const clue of row.told) {
      const causes = causesOf({ reason, environment, clues: [clue] });
      const firstPossible = causes.findIndex(({ told }) => told === undefined);
      const at = causes.findIndex(({ cause, told }) => cause === row.cause && told === clue);
      expect(at).toBeGreaterThanOrEqual(0);
      expect(firstPossible === -1 || at < firstPossible).toBe(true);
    }
  });

  it("is possible without a clue, unless it is too far-fetched", () => {
    expect(has([])).toEqual(row.onlyTold === true ? undefined : { cause: row.cause });
  });

  it("is not possible where a clue rules it out, and still told where another tells it", () => {
    for (const against of row.unless ?? []) {
      expect(has([against])).toBeUndefined();
      for (const clue of row.told) expect(has([against, clue])).toEqual({ cause: row.cause, told: clue });
    }
  });

  it("is named in its own environment alone", () => {
    if (row.in === undefined) return;
    const other = row.in === "production" ? "qualification" : "production";
    expect(has(row.told, row.in)).toBeDefined();
    expect(has(row.told, other)).toBeUndefined();
  });
});

describe("the table", () => {
  it("gives every cause, and every clue something to tell or to rule out", () => {
    expect([...new Set(CAUSE_ROWS.map(({ cause }) => cause as string))].toSorted()).toEqual(CODES.toSorted());
    const used = new Set(CAUSE_ROWS.flatMap(({ told, unless = [] }) => [...told, ...unless]));
    expect(CLUES.filter((clue) => !used.has(clue))).toEqual([]);
  });

  it("has one row for a cause, a reason and an environment, and a source for each", () => {
    const keys = CAUSE_ROWS.flatMap((row) => row.of.map((reason) => `${row.cause} ${reason} ${row.in ?? ""}`));
    expect(new Set(keys).size).toBe(keys.length);
    for (const { source } of CAUSE_ROWS) expect(source).not.toBe("");
  });

  it("keeps far-fetched causes to those that something can tell", () => {
    for (const row of CAUSE_ROWS) if (row.onlyTold === true) expect(row.told).not.toEqual([]);
  });

  it("says nothing of what is its own cause", () => {
    for (const reason of ["secret-missing", "host-untrusted", "api-not-selected", "not-asked", "waits", "no-api-tells"] as const) {
      expect(hasCauses(reason)).toBe(false);
      expect(codes(reason, CLUES)).toEqual([]);
    }
  });
});

describe("the order in which causes are named", () => {
  it.each<readonly [Reason, readonly Clue[], readonly string[]]>([
    ["client-refused", [], ["other-environment", "swapped", "api-keys", "regenerated", "application-gone"]],
    [
      "client-refused",
      ["same-id-in-other-environment"],
      ["other-environment (same-id-in-other-environment)", "swapped", "api-keys", "regenerated", "application-gone"],
    ],
    ["client-refused", ["worked-before"], ["regenerated (worked-before)", "application-gone (worked-before)"]],
    ["login-refused", [], ["wrong-password", "too-young", "wrong-index", "other-environment", "expired", "changed"]],
    ["login-refused", ["worked-before", "expiry-ahead"], ["changed (worked-before)"]],
    ["login-refused", ["worked-before", "expiry-passed"], ["expired (expiry-passed)", "changed (worked-before)"]],
    ["route-forbidden", ["other-apis-answer"], ["not-selected (other-apis-answer)", "cgu-missing"]],
    ["route-forbidden", ["every-route-refused"], ["not-selected (every-route-refused)", "no-raccordement (every-route-refused)", "cgu-missing"]],
    ["structure-not-found", ["key-fails"], ["test-siret (key-fails)", "unknown-siret"]],
    ["not-attached", ["reaches-its-home"], ["attachment-missing (reaches-its-home)"]],
    ["not-attached", ["reaches-others"], ["attached-elsewhere (reaches-others)", "attachment-missing"]],
    ["refused-as-if-not-connected", [], ["no-raccordement", "missing-right"]],
    ["refused-as-if-not-connected", ["attested"], ["missing-right (attested)"]],
    ["platform-unreachable", ["old-host", "name-not-found"], ["host-decommissioned (old-host)", "dns (name-not-found)", "outage"]],
    ["platform-unavailable", ["html"], ["proxy (html)", "outage"]],
    ["token-not-accepted", ["clock-off"], ["clock (clock-off)", "burst"]],
  ])("%s with %j", (reason, clues, expected) => {
    expect(codes(reason, clues)).toEqual(expected);
  });
});
