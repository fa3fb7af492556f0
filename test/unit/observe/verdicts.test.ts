import { describe, expect, it } from "vitest";
import type { ReadOperationId } from "../../../src/catalogue/operations.ts";
import type { Observation } from "../../../src/model/observation.ts";
import { questionKey, type Question } from "../../../src/model/question.ts";
import type { Trace } from "../../../src/model/trace.ts";
import type { World } from "../../../src/observe/access.ts";
import { observe } from "../../../src/observe/observe.ts";
import { VERDICTS, verdictRow, type Ask, type Finding, type VerdictRow } from "../../../src/observe/verdicts.ts";
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
  readonly script: Script;
  /** Another question in place of the usual one. */
  readonly question?: Question;
  readonly besides?: readonly Question[];
}

/** What a call through the account answers, whatever the call. */
const everywhere = (answer: Answer): Script => ({
  "utilisateurs.rattachements": answer, "structures.rechercher": answer, "structures.consulter": answer, "structures.rechercher-services": answer,
  "transverses.health-check": answer, "transverses.structures-actives-fournisseur": answer, "organisations.structure": answer,
  "organisations.structures-recherche": answer,
});
const FAILURES: readonly FailureCode[] = [
  "invalid-client", "application-disabled", "not-subscribed", "account-rejected", "refused", "login-spared", "not-configured", "untrusted-host",
  "token-missing", "token-rejected", "quota", "unavailable", "unreachable", "insufficient-scope", "business", "reference", "unexpected",
];

const CASES: readonly Case[] = [
  { ask: "token", finding: "granted", script: {} },
  { ask: "token", finding: "invalid-client", script: { token: failing("invalid-client") } },
  { ask: "token", finding: "disabled-later", script: everywhere(failing("application-disabled")), besides: [QUESTIONS["account-login"]] },
  { ask: "token", finding: "refused", script: { token: failing("refused") } },
  { ask: "subscribed", finding: "past-gateway", script: { probe: failing("account-rejected") } },
  { ask: "subscribed", finding: "forbidden", script: { probe: failing("not-subscribed") } },
  { ask: "subscribed", finding: "forbidden-unconfirmed", script: { probe: failing("not-subscribed") }, question: { ask: "subscribed", ...THROUGH, api: "assistance" } },
  { ask: "subscribed", finding: "no-route", script: {}, question: { ask: "subscribed", ...THROUGH, api: "inventee" } },
  { ask: "account-login", finding: "accepted", script: EVERYTHING },
  { ask: "account-login", finding: "account-rejected", script: everywhere(failing("account-rejected")) },
  { ask: "account-login", finding: "accepted-elsewhere", script: { "utilisateurs.rattachements": failing("account-rejected") } },
  { ask: "password-expiry", finding: "accepted-elsewhere", script: { ...EVERYTHING, "structures.consulter": failing("account-rejected") } },
  { ask: "reach", finding: "listed", script: EVERYTHING },
  { ask: "attached", finding: "listed", script: EVERYTHING },
  { ask: "attached", finding: "listed-not-valid", script: { "utilisateurs.rattachements": attachments({ ...ATTACHED, statutRattachementStructure: "REFUSEE" }) } },
  { ask: "attached", finding: "listed-unclear", script: { "utilisateurs.rattachements": attachments({ ...ATTACHED, statutRattachementStructure: "PEUT_ETRE" }) } },
  { ask: "attached", finding: "not-listed", script: { "utilisateurs.rattachements": attachments() } },
  { ask: "structure-active", finding: "active", script: EVERYTHING },
  { ask: "structure-active", finding: "inactive", script: { ...EVERYTHING, "structures.rechercher": structures("INACTIVE") } },
  { ask: "structure-active", finding: "unclear", script: { ...EVERYTHING, "structures.rechercher": structures("PEUT_ETRE") } },
  { ask: "structure-active", finding: "not-found", script: { ...EVERYTHING, "structures.rechercher": structures() } },
  {
    ask: "espace-enabled", finding: "listed",
    script: { ...EVERYTHING, "transverses.structures-actives-fournisseur": { listeStructures: [{ identifiant: OF_STRUCTURE.identifier, idStructureCPP: 7 }] } },
  },
  { ask: "espace-enabled", finding: "not-listed", script: EVERYTHING },
  { ask: "espace-enabled", finding: "not-listed-nor-attached", script: { ...EVERYTHING, "utilisateurs.rattachements": attachments() } },
  { ask: "espace-enabled", finding: "not-listed-nor-active", script: { ...EVERYTHING, "structures.rechercher": structures("INACTIVE") } },
  { ask: "password-expiry", finding: "dated", script: { ...EVERYTHING, "structures.consulter": { informationGenerales: { dateExpirationMotPasseCompteTech: "2027-01-01T00:00:00Z" } } } },
  { ask: "password-expiry", finding: "undated", script: { ...EVERYTHING, "structures.consulter": { informationGenerales: {} } } },
  { ask: "password-expiry", finding: "no-structure", script: { "utilisateurs.rattachements": attachments(), "structures.rechercher": structures() } },
  { ask: "password-expiry", finding: "unreadable", script: { ...EVERYTHING, "structures.consulter": { informationGenerales: { dateExpirationMotPasseCompteTech: "bientôt" } } } },
  { ask: "service-active", finding: "active", script: { ...EVERYTHING, "structures.rechercher-services": services({ codeService: "ACHATS", estActif: true }) } },
  { ask: "service-active", finding: "inactive", script: { ...EVERYTHING, "structures.rechercher-services": services({ codeService: "ACHATS", estActif: false }) } },
  { ask: "service-active", finding: "not-found", script: { ...EVERYTHING, "structures.rechercher-services": services() } },
  { ask: "edi", finding: "read", script: { "organisations.structure": { uuid: "0", recevoirCyclesViesEdi: true, emetteurFluxEdi: false } } },
  { ask: "edi", finding: "reference", script: { ...EVERYTHING, "organisations.structure": failing("reference") } },
  { ask: "raccordement-refused", finding: "refused-before", script: everywhere(failing("refused")), besides: [QUESTIONS["structure-active"]] },
  { ask: "raccordement-refused", finding: "heard", script: EVERYTHING, besides: [QUESTIONS["structure-active"]] },
  { ask: "raccordement-refused", finding: "not-heard", script: {} },
  { ask: "attached", finding: "api-not-selected", script: {}, apis: ["structures"] },
  { ask: "attached", finding: "secret-missing", script: {}, account: "none" },
  { ask: "attached", finding: "secret-elsewhere", script: {}, account: "elsewhere" },
  { ask: "attached", finding: "stopped", script: everywhere(fails({ code: "unreachable", cause: "aborted", detail: "" })) },
  ...FAILURES.map((code): Case => ({ ask: "attached", finding: code, script: everywhere(failing(code)) })),
];

const answerOf = async ({ ask, script, question = QUESTIONS[ask], besides = [], ...setting }: Case): Promise<Observation | undefined> =>
  (await observe([question, ...besides], { world: world(setting), client: client(script) })).get(questionKey(question));

/** A row's meaning in the words of an observation. */
const meant = ({ means }: VerdictRow): object => {
  if ("waitsFor" in means) return { answer: "unknown", unknown: "waiting", reason: "waits", blockedBy: expect.stringMatching(new RegExp(`^${means.waitsFor}\u0000`)) };
  return "unknown" in means ? { answer: "unknown", ...means } : { ...means };
};

describe("the table of verdicts", () => {
  it.each(CASES.map((one) => [`${one.ask}: ${one.finding}`, one] as const))("%s", async (_, one) => {
    expect(await answerOf(one)).toMatchObject(meant(verdictRow(one.ask, one.finding)));
  });

  it("has a case for each of its rows", () => {
    const covered = new Set(CASES.map(({ ask, finding }) => verdictRow(ask, finding)));
    expect(VERDICTS.filter((row) => !covered.has(row)).map(({ ask, on }) => ({ ask, on }))).toEqual([]);
  });

  it("says something of every failure to every question, and denies nothing over what does not conclude", () => {
    const denials: string[] = [];
    for (const ask of Object.keys(QUESTIONS) as Ask[]) {
      for (const code of FAILURES) {
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
  const surprise = async (ask: Ask, script: Script): Promise<unknown> => (await answerOf({ ask, finding: "unreadable", script }))?.trace?.surprise;
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
