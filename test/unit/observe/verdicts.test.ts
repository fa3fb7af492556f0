import { describe, expect, it } from "vitest";
import { APIS } from "../../../src/catalogue/apis.ts";
import type { ReadOperationId } from "../../../src/catalogue/operations.ts";
import type { Observation } from "../../../src/model/observation.ts";
import { questionKey, type Question } from "../../../src/model/question.ts";
import type { Trace } from "../../../src/model/trace.ts";
import type { World } from "../../../src/observe/access.ts";
import { observe } from "../../../src/observe/observe.ts";
import { VERDICTS, verdictRow, type Ask, type Finding } from "../../../src/observe/verdicts.ts";
import type { ReadClient } from "../../../src/piste/client.ts";
import type { Failure, FailureCode, Outcome } from "../../../src/piste/outcome.ts";

/** What each operation answers; `token` and `probe` too. What is not said succeeds with nothing in it. */
type Script = Partial<Readonly<Record<ReadOperationId | "token" | "probe", Answer>>>;
type Answer = Outcome | object;

const trace = (request: string): Trace => ({ request, at: 1, tries: 1, status: 200 });
const fails = (failure: Failure): Outcome => ({ ok: false, failure, trace: { ...trace("refused"), status: 0 } });
const failing = (code: FailureCode): Outcome => fails({ code, ...MORE[code] } as Failure);
const MORE: Partial<Record<FailureCode, object>> = {
  "not-configured": { missing: "PASSWORD" },
  "untrusted-host": { host: "elsewhere.example" },
  business: { returned: "1", label: "" },
  reference: { error: "NotFoundReference" },
  unavailable: { status: 503 },
  unreachable: { cause: "timeout", detail: "" },
  unexpected: { status: 200, detail: "" },
};

const outcomeOf = (answer: Answer, request: string): Outcome => ("ok" in answer ? answer : { ok: true, body: answer, trace: trace(request) });

const client = (script: Script): ReadClient => ({
  token: async () => {
    const answer = outcomeOf(script.token ?? {}, "token");
    return answer.ok ? { ...answer, body: { expiresAt: 9e15 } } : answer;
  },
  call: async ({ account, operation }) => outcomeOf((account === "impossible" ? script.probe : undefined) ?? script[operation] ?? {}, operation),
  spare: async () => {},
  close: async () => {},
});

interface Setting {
  readonly account?: "elsewhere" | "none";
  readonly apis?: readonly string[];
}

const world = ({ account, apis = ["factures", "structures", "transverses", "utilisateurs", "organisations", "assistance", "inventee"] }: Setting): World => {
  const secret = { from: "environment", variable: "X" } as const;
  const endpoints = { oauth: "https://oauth.example", api: "https://api.example" };
  return {
    application: (environment, application) => ({
      environment, application, endpoints, clientId: secret, clientSecret: secret, rates: { perSecond: 1 }, prefixes: {}, elsewhere: [],
      confirmed: apis.filter((api) => APIS[api]?.confirmed === true),
    }),
    account: () => (account === "none" ? undefined : account === "elsewhere" ? "elsewhere" : { login: "l", password: secret, elsewhere: [] }),
    endpoints: () => endpoints,
    selects: (_environment, _application, api) => apis.includes(api),
  };
};

const THROUGH = { environment: "production", application: "a" } as const;
const OF_ACCOUNT = { ...THROUGH, account: "c" } as const;
const OF_STRUCTURE = { ...OF_ACCOUNT, identifier: "73282932000074", identifierType: "SIRET" } as const;
const QUESTIONS: Readonly<Record<Ask, Question>> = {
  token: { ask: "token", ...THROUGH },
  subscribed: { ask: "subscribed", ...THROUGH, api: "factures" },
  "account-login": { ask: "account-login", ...OF_ACCOUNT },
  reach: { ask: "reach", ...OF_ACCOUNT },
  attached: { ask: "attached", ...OF_STRUCTURE },
  "structure-active": { ask: "structure-active", ...OF_STRUCTURE },
  "espace-enabled": { ask: "espace-enabled", ...OF_STRUCTURE, detail: "factures-emises" },
  "password-expiry": { ask: "password-expiry", ...OF_STRUCTURE },
  "service-active": { ask: "service-active", ...OF_STRUCTURE, detail: "ACHATS" },
  edi: { ask: "edi", ...OF_STRUCTURE },
  "raccordement-refused": { ask: "raccordement-refused", ...OF_STRUCTURE },
};

const attachments = (...lines: readonly object[]) => ({ listeStructureRattachement: lines });
const ATTACHED = { identifiantStructure: OF_STRUCTURE.identifier, idStructure: 7, statutRattachementStructure: "ACTIF" };
const structures = (...statuts: readonly string[]) => ({
  codeRetour: 0,
  listeStructures: statuts.map((statut) => ({ identifiantStructure: OF_STRUCTURE.identifier, typeIdentifiantStructure: "SIRET", idStructureCPP: 7, statut })),
});
const services = (...lines: readonly object[]) => ({ codeRetour: 0, listeServices: lines });
const EVERYTHING: Script = {
  "utilisateurs.rattachements": attachments(ATTACHED),
  "structures.rechercher": structures("ACTIVE"),
  "transverses.structures-actives-fournisseur": { listeStructures: [] },
};

interface Case extends Setting {
  readonly ask: Ask;
  readonly finding: Finding;
  /** What the answer is: the table says it too, and both must mean it. */
  readonly says: string;
  readonly script: Script;
  /** Another question in place of the usual one. */
  readonly question?: Question;
  readonly besides?: readonly Question[];
}

const NOT_UNDERSTOOD = "unknown unexpected-answer answer-not-understood";
const alike = (says: string): readonly [string, string] => [says, says];

/** What a call through the account answers, whatever the call. */
const everywhere = (answer: Answer): Script => ({
  "utilisateurs.rattachements": answer, "structures.rechercher": answer, "structures.consulter": answer, "structures.rechercher-services": answer,
  "transverses.health-check": answer, "transverses.structures-actives-fournisseur": answer, "organisations.structure": answer,
  "organisations.structures-recherche": answer,
});
/** What a failure of every call makes of a question of ours, where it is none that its own row decides, and of the token. */
const FAILURES: readonly (readonly [code: FailureCode, attached: string, token: string])[] = [
  ["invalid-client", "waits for token", "false client-refused"],
  ["application-disabled", "waits for token", "false client-disabled"],
  ["not-subscribed", "waits for subscribed", NOT_UNDERSTOOD],
  ["account-rejected", "waits for account-login", NOT_UNDERSTOOD],
  ["refused", "unknown waiting refused-as-if-not-connected", NOT_UNDERSTOOD],
  ["insufficient-scope", NOT_UNDERSTOOD, NOT_UNDERSTOOD],
  ["login-spared", ...alike("unknown not-asked login-spared")],
  ["not-configured", ...alike("unknown not-configured secret-missing")],
  ["untrusted-host", ...alike("unknown not-configured host-untrusted")],
  ["token-missing", ...alike("unknown transient token-not-accepted")],
  ["token-rejected", ...alike("unknown transient token-not-accepted")],
  ["quota", ...alike("unknown transient quota-exhausted")],
  ["unavailable", ...alike("unknown transient platform-unavailable")],
  ["unreachable", ...alike("unknown transient platform-unreachable")],
  ["business", ...alike(NOT_UNDERSTOOD)],
  ["reference", ...alike(NOT_UNDERSTOOD)],
  ["unexpected", ...alike(NOT_UNDERSTOOD)],
];

const CASES: readonly Case[] = [
  { ask: "token", finding: "granted", says: "true token-granted", script: {} },
  { ask: "token", finding: "disabled-later", says: "false client-disabled", script: everywhere(failing("application-disabled")), besides: [QUESTIONS["account-login"]] },
  { ask: "subscribed", finding: "past-gateway", says: "true route-answers", script: { probe: failing("account-rejected") } },
  { ask: "subscribed", finding: "forbidden", says: "false route-forbidden", script: { probe: failing("not-subscribed") } },
  { ask: "subscribed", finding: "forbidden-unconfirmed", says: "unknown unprovable route-unconfirmed", script: { probe: failing("not-subscribed") }, question: { ask: "subscribed", ...THROUGH, api: "assistance" } },
  { ask: "subscribed", finding: "no-route", says: "unknown unprovable route-unconfirmed", script: {}, question: { ask: "subscribed", ...THROUGH, api: "inventee" } },
  { ask: "account-login", finding: "accepted", says: "true login-accepted", script: EVERYTHING },
  { ask: "account-login", finding: "account-rejected", says: "false login-refused", script: everywhere(failing("account-rejected")) },
  { ask: "account-login", finding: "accepted-elsewhere", says: "unknown contradicted accepted-elsewhere", script: { "utilisateurs.rattachements": failing("account-rejected") } },
  { ask: "password-expiry", finding: "accepted-elsewhere", says: "unknown contradicted accepted-elsewhere", script: { ...EVERYTHING, "structures.consulter": failing("account-rejected") } },
  { ask: "reach", finding: "listed", says: "true attached", script: EVERYTHING },
  { ask: "attached", finding: "listed", says: "true attached", script: EVERYTHING },
  { ask: "attached", finding: "listed-not-valid", says: "false attachment-not-valid", script: { "utilisateurs.rattachements": attachments({ ...ATTACHED, statutRattachementStructure: "REFUSEE" }) } },
  { ask: "attached", finding: "listed-unclear", says: NOT_UNDERSTOOD, script: { "utilisateurs.rattachements": attachments({ ...ATTACHED, statutRattachementStructure: "PEUT_ETRE" }) } },
  { ask: "attached", finding: "not-listed", says: "false not-attached", script: { "utilisateurs.rattachements": attachments() } },
  { ask: "structure-active", finding: "active", says: "true structure-active", script: EVERYTHING },
  { ask: "structure-active", finding: "inactive", says: "false structure-inactive", script: { ...EVERYTHING, "structures.rechercher": structures("INACTIVE") } },
  { ask: "structure-active", finding: "unclear", says: NOT_UNDERSTOOD, script: { ...EVERYTHING, "structures.rechercher": structures("PEUT_ETRE") } },
  { ask: "structure-active", finding: "not-found", says: "false structure-not-found", script: { ...EVERYTHING, "structures.rechercher": structures() } },
  {
    ask: "espace-enabled", finding: "listed", says: "true enabled",
    script: { ...EVERYTHING, "transverses.structures-actives-fournisseur": { listeStructures: [{ identifiant: OF_STRUCTURE.identifier, idStructureCPP: 7 }] } },
  },
  { ask: "espace-enabled", finding: "not-listed", says: "false not-enabled", script: EVERYTHING },
  { ask: "espace-enabled", finding: "not-listed-nor-attached", says: "waits for attached", script: { ...EVERYTHING, "utilisateurs.rattachements": attachments() } },
  { ask: "espace-enabled", finding: "not-listed-nor-active", says: "waits for structure-active", script: { ...EVERYTHING, "structures.rechercher": structures("INACTIVE") } },
  { ask: "password-expiry", finding: "dated", says: "true expiry-known", script: { ...EVERYTHING, "structures.consulter": { informationGenerales: { dateExpirationMotPasseCompteTech: "2027-01-01T00:00:00Z" } } } },
  { ask: "password-expiry", finding: "undated", says: "unknown unprovable no-api-tells", script: { ...EVERYTHING, "structures.consulter": { informationGenerales: {} } } },
  { ask: "password-expiry", finding: "no-structure", says: "waits for structure-active", script: { "utilisateurs.rattachements": attachments(), "structures.rechercher": structures() } },
  { ask: "password-expiry", finding: "unreadable", says: NOT_UNDERSTOOD, script: { ...EVERYTHING, "structures.consulter": { informationGenerales: { dateExpirationMotPasseCompteTech: "bientôt" } } } },
  { ask: "service-active", finding: "active", says: "true service-active", script: { ...EVERYTHING, "structures.rechercher-services": services({ codeService: "ACHATS", estActif: true }) } },
  { ask: "service-active", finding: "inactive", says: "false service-inactive", script: { ...EVERYTHING, "structures.rechercher-services": services({ codeService: "ACHATS", estActif: false }) } },
  { ask: "service-active", finding: "not-found", says: "false service-not-found", script: { ...EVERYTHING, "structures.rechercher-services": services() } },
  { ask: "edi", finding: "read", says: "true edi-as-declared", script: { "organisations.structure": { uuid: "0", recevoirCyclesViesEdi: true, emetteurFluxEdi: false } } },
  { ask: "edi", finding: "reference", says: "waits for structure-active", script: { ...EVERYTHING, "organisations.structure": failing("reference") } },
  {
    ask: "edi", finding: "no-structure", says: "waits for structure-active", script: { "organisations.structures-recherche": [] },
    question: { ask: "edi", ...OF_STRUCTURE, identifierType: "RIDET", identifier: "0123456789" },
  },
  { ask: "service-active", finding: "no-structure", says: "waits for structure-active", script: { "utilisateurs.rattachements": attachments(), "structures.rechercher": structures() } },
  { ask: "raccordement-refused", finding: "refused-before", says: "unknown contradicted refused-as-if-not-connected", script: everywhere(failing("refused")), besides: [QUESTIONS["structure-active"]] },
  { ask: "raccordement-refused", finding: "heard", says: "unknown unprovable not-refused", script: EVERYTHING, besides: [QUESTIONS["structure-active"]] },
  { ask: "raccordement-refused", finding: "not-heard", says: "waits for account-login", script: {} },
  { ask: "attached", finding: "api-not-selected", says: "unknown not-configured api-not-selected", script: {}, apis: ["structures"] },
  { ask: "attached", finding: "secret-missing", says: "unknown not-configured secret-missing", script: {}, account: "none" },
  { ask: "attached", finding: "secret-elsewhere", says: "unknown elsewhere secrets-elsewhere", script: {}, account: "elsewhere" },
  { ask: "attached", finding: "stopped", says: "unknown not-asked not-asked", script: everywhere(fails({ code: "unreachable", cause: "aborted", detail: "" })) },
  ...FAILURES.flatMap(([code, attached, token]): readonly Case[] => [
    { ask: "attached", finding: code, says: attached, script: everywhere(failing(code)) },
    { ask: "token", finding: code, says: token, script: { token: failing(code) } },
  ]),
];

const answerOf = async ({ ask, script, question = QUESTIONS[ask], besides = [], ...setting }: Omit<Case, "finding" | "says">): Promise<Observation | undefined> =>
  (await observe([question, ...besides], { world: world(setting), client: client(script) })).get(questionKey(question));

/** `true attached`, `unknown transient quota-exhausted`, `waits for token`. */
const said = (observation: Observation | undefined): string => {
  if (observation?.answer !== "unknown") return `${observation?.answer} ${observation?.reason}`;
  const { unknown, reason, blockedBy } = observation;
  return unknown === "waiting" && reason === "waits" ? `waits for ${blockedBy?.split("\u0000")[0]}` : `unknown ${unknown} ${reason}`;
};

describe("the table of verdicts", () => {
  it.each(CASES.map((one) => [`${one.ask}: ${one.finding}`, one] as const))("%s", async (_, one) => {
    expect(said(await answerOf(one))).toBe(one.says);
  });

  it("has a case for each of its rows", () => {
    const covered = new Set(CASES.map(({ ask, finding }) => verdictRow(ask, finding)));
    expect(VERDICTS.filter((row) => !covered.has(row)).map(({ ask, on }) => ({ ask, on }))).toEqual([]);
  });

  it("says something of every failure to every question, and denies nothing over what does not conclude", () => {
    const denials: string[] = [];
    for (const ask of Object.keys(QUESTIONS) as Ask[]) {
      for (const [code] of FAILURES) {
        const { means } = verdictRow(ask, code);
        if ("answer" in means) denials.push(`${ask}: ${code} is ${means.answer}`);
      }
    }
    expect(denials).toEqual([
      "token: invalid-client is false",
      "token: application-disabled is false",
      "account-login: account-rejected is false",
    ]);
  });

  it("cites a source for each row", () => {
    expect(VERDICTS.every(({ source, on }) => source.length > 5 && on.length > 0)).toBe(true);
  });
});

it("says where an answer surprised", async () => {
  const surprise = async (ask: Ask, script: Script): Promise<unknown> => (await answerOf({ ask, script }))?.trace?.surprise;
  expect(await surprise("attached", { "utilisateurs.rattachements": { other: [] } })).toBe("/listeStructureRattachement");
  expect(await surprise("attached", { "utilisateurs.rattachements": attachments(ATTACHED, { idStructure: 8 }) })).toBe("/listeStructureRattachement/1");
  expect(await surprise("attached", { "utilisateurs.rattachements": { ...attachments(ATTACHED), parametresRetour: { total: 3, pages: 1 } } })).toBe("/parametresRetour/total");
  expect(await surprise("structure-active", { ...EVERYTHING, "structures.rechercher": {} })).toBe("/listeStructures");
  expect(await surprise("structure-active", { ...EVERYTHING, "structures.rechercher": structures("PEUT_ETRE") })).toBe("/listeStructures/0/statut");
  expect(await surprise("espace-enabled", { ...EVERYTHING, "transverses.structures-actives-fournisseur": { listeStructures: [{}] } })).toBe("/listeStructures/0/identifiant");
  expect(await surprise("password-expiry", { ...EVERYTHING, "structures.consulter": { informationGenerales: { dateExpirationMotPasseCompteTech: "x" } } }))
    .toBe("/informationGenerales/dateExpirationMotPasseCompteTech");
  expect(await surprise("service-active", { ...EVERYTHING, "structures.rechercher-services": services({ codeService: "ACHATS" }) })).toBe("/listeServices/0/estActif");
  expect(await surprise("edi", { "organisations.structure": { uuid: "0", recevoirCyclesViesEdi: true } })).toBe("/emetteurFluxEdi");
});
