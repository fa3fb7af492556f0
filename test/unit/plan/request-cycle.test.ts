import { describe, expect, it } from "vitest";
import type { Attestation } from "../../../src/model/attestation.ts";
import type { Condition } from "../../../src/model/condition.ts";
import { DAY_MS, toInstant, type Instant } from "../../../src/model/instant.ts";
import type { RequestEvent } from "../../../src/model/request.ts";
import type { StepAction } from "../../../src/model/step.ts";
import type { Assessed, AssessedCondition } from "../../../src/plan/assess.ts";
import { coversOf } from "../../../src/plan/covers.ts";
import { eventsOfCycle } from "../../../src/plan/request-cycle.ts";
import { resourceAt } from "../../support/hand-made.ts";

// What was said of a request long ago: by its days, those that still count. Day 0 is today, day -5 five days ago.

const NOW_MS = Date.UTC(2026, 10, 24);
const day = (days: number): Instant => toInstant(NOW_MS + days * DAY_MS);
const structure = { name: "lyon", identifiant: "73282932000082", type: "SIRET" };
const gestionnaire = { name: "finances", label: "Direction financière" };
const espace = resourceAt("production/espace/lyon/factures-emises", { spec: { structure, espace: "factures-emises", label: "Factures émises", gestionnaire } });
const account = resourceAt("production/compte-technique/principal", {
  spec: { login: "TECH_1_73282932000082@cpro.fr", structure, couvre: [structure], gestionnaire, password: "$P", sharedWith: [], renewBefore: "30d" },
});

const claim = (need: AssessedCondition["need"], more: Partial<Condition> = {}): AssessedCondition => ({
  condition: { type: "Open", status: "false", reason: "not-enabled", proof: "verified", since: day(-20), ...more },
  recorded: undefined,
  ...(need === undefined ? {} : { need }),
});

interface Told {
  readonly action?: StepAction;
  readonly claims: readonly AssessedCondition[];
  readonly word?: object;
  readonly of?: typeof espace;
}

/** The days on which something was said, of `said`, that still count. */
const counting = ({ action = "open-espace", claims, word, of = espace }: Told, said: readonly number[]): readonly number[] => {
  const assessed: Assessed = { resource: of, conditions: claims, recorded: undefined, known: undefined };
  const events = said.map((days): RequestEvent => ({ at: day(days), address: of.address, action, event: "asked", by: "Camille" }));
  const given = word === undefined ? undefined : ({ address: of.address, by: "Camille", covers: coversOf(of), ...word } as Attestation);
  return eventsOfCycle(events, action, assessed, given).map(({ at }) => (Date.parse(at) - NOW_MS) / DAY_MS);
};

const SAID = [-50, -40, -30, -20, -10];
const seen = (at: number, until: number) => ({ word: { at: day(at), until: day(until), seen: "écran" } });
const accepted = (at: number, until: number) => ({ word: { at: day(at), until: day(until), accepted: "travaux" } });

describe("what was said of a request counts", () => {
  it.each<[string, Told, readonly number[]]>([
    ["all of it, where it never was otherwise", { claims: [claim("missing")] }, SAID],
    ["from when it was seen to have become so, that moment with it", { claims: [claim("missing", { wasTrue: true })] }, [-20, -10]],
    ["from when evidence spoke against a word", { claims: [claim("contradicted")] }, [-20, -10]],
    ["from the end of a word that is over", { claims: [claim("attestation-expired")], ...seen(-45, -30) }, [-30, -20, -10]],
    ["from a word on, where it is not its end that asks", { claims: [claim("missing")], ...seen(-45, -30) }, [-40, -30, -20, -10]],
    ["from the end of an acceptance, where it is not so", { claims: [claim("missing")], ...accepted(-45, -30) }, [-30, -20, -10]],
    ["from an acceptance on, where nothing tells", { claims: [claim("unproven")], ...accepted(-45, -30) }, [-40, -30, -20, -10]],
    ["from an acceptance on, also where a word would be over", { claims: [claim("attestation-expired")], ...accepted(-45, -30) }, [-40, -30, -20, -10]],
    ["from the later of the two: drift", { claims: [claim("missing", { wasTrue: true })], ...seen(-45, -30) }, [-20, -10]],
    ["from the later of the two: the word", { claims: [claim("missing", { wasTrue: true, since: day(-48) })], ...seen(-35, 5) }, [-30, -20, -10]],
    ["all of it, where the word is about something else", { claims: [claim("missing")], word: { at: day(-35), until: day(5), seen: "écran", covers: "0" } }, SAID],
  ])("%s", (_name, told, expected) => {
    expect(counting(told, SAID)).toEqual(expected);
  });

  it("for its own step alone", () => {
    const events = (["open-espace", "declare-raccordement"] as const).map((action): RequestEvent => ({ at: day(-1), address: espace.address, action, event: "asked", by: "Camille" }));
    const assessed: Assessed = { resource: espace, conditions: [claim("missing")], recorded: undefined, known: undefined };
    expect(eventsOfCycle(events, "open-espace", assessed, undefined)).toEqual([events[0]]);
    expect(eventsOfCycle(events, "attach-structure", assessed, undefined)).toEqual([]);
  });

  it("from the first of the claims that ask for that step, not of one that asks for another or for none", () => {
    const login = claim("missing", { type: "LoginAccepted", reason: "login-refused", wasTrue: true, since: day(-20) });
    const ends = claim("missing", { type: "PasswordCurrent", reason: "expired", fact: { fact: "expiry", expiresAt: day(-10) } });
    const reach = claim("missing", { type: "ReachDeclared", reason: "reach-beyond", wasTrue: true, since: day(-48) });
    const inOrder = claim(undefined, { type: "PasswordCurrent", reason: "expiry-known", fact: { fact: "expiry", expiresAt: day(-18) } });
    expect(counting({ of: account, action: "create-compte-technique", claims: [login, ends, reach] }, SAID)).toEqual([-20, -10]);
    // A month before its end.
    expect(counting({ of: account, action: "reset-password", claims: [login, ends, reach] }, SAID)).toEqual([-40, -30, -20, -10]);
    expect(counting({ of: account, action: "create-compte-technique", claims: [login, inOrder] }, SAID)).toEqual([-20, -10]);
  });
});
