import type { CompteTechnique, Desired, DesiredEnvironment } from "../../src/model/desired.ts";
import type { Scenario, ScenarioAccount, ScenarioApplication, ScenarioEnvironment } from "../../src/simulator/scenario.ts";

/**
 * `provable`: true, and told by a request that may be spared or by a list read for something else, so that it may be
 * unknown as well. `either`: it changes while one looks.
 */
export type ExpectedStatus = "true" | "false" | "unknown" | "provable" | "either";

/** Whether a status is as expected. */
export const isAsExpected = (expected: ExpectedStatus | undefined, status: string): boolean =>
  expected === status || expected === "either" || (expected === "provable" && status !== "false");

/** How every condition of a plan should stand, by `address type`, from the data of a scenario alone. */
export const expectedConditions = (desired: Desired, scenario: Scenario, looked: Looked): ReadonlyMap<string, ExpectedStatus> => {
  const all = new Map<string, ExpectedStatus>();
  for (const environment of ["qualification", "production"] as const) {
    const wanted = desired.environments[environment];
    if (wanted === undefined) continue;
    const parts = { wanted, exists: scenario.environments[environment] ?? {}, settings: scenario.settings ?? {}, looked };
    for (const [name, status] of Object.entries({ ...ofApplications(parts), ...ofAccounts(parts), ...ofStructures(parts) })) {
      all.set(`${environment}/${name}`, status);
    }
    if (environment === "qualification") {
      const active = Object.keys(wanted.structures).map((name) => all.get(`qualification/structure/${name} Active`) ?? "unknown");
      all.set("qualification/matelas/principal Exists", SUREST.find((status) => active.includes(status)) ?? "unknown");
    }
  }
  // A PISTE account is of the first environment that needs it, and any token proves it. Every world has a sandbox.
  for (const account of new Set(Object.values(desired.environments).flatMap((one) => Object.values(one.applications).map(({ comptePiste }) => comptePiste)))) {
    all.set(`qualification/compte-piste/${account} Exists`, "true");
  }
  return all;
};

/** Between which times it was looked at. */
export interface Looked {
  readonly fromMs: number;
  readonly toMs: number;
}

interface Parts {
  readonly wanted: DesiredEnvironment;
  readonly exists: ScenarioEnvironment;
  readonly settings: NonNullable<Scenario["settings"]>;
  readonly looked: Looked;
}

type Statuses = Readonly<Record<string, ExpectedStatus>>;

const ofApplications = ({ wanted, exists }: Parts): Statuses => {
  const statuses: Record<string, ExpectedStatus> = {};
  for (const [name, { nom, apis, comptePiste }] of Object.entries(wanted.applications)) {
    const found = exists.applications?.[nom];
    const works = found !== undefined && found.active !== false;
    // Of one that does not exist nobody has a secret to try; of one that is disabled PISTE refuses it.
    statuses[`application/${name} Exists`] = works ? "true" : "unknown";
    statuses[`credentials/${name} Authenticates`] = works ? "true" : found === undefined ? "unknown" : "false";
    for (const api of apis) {
      const subscribed = works && answers(found, api);
      statuses[`subscription/${name}/${api} Subscribed`] = works ? (subscribed ? "true" : "false") : "unknown";
      const consented = `cgu/${comptePiste}/${api} Consented`;
      statuses[consented] = subscribed || statuses[consented] === "true" ? "true" : "unknown";
    }
  }
  return statuses;
};

const ofAccounts = (parts: Parts): Statuses => {
  const statuses: Record<string, ExpectedStatus> = {};
  for (const [name, declared] of Object.entries(parts.wanted.comptesTechniques)) {
    const way = wayOf(parts, declared);
    statuses[`compte-technique/${name} LoginAccepted`] = way.login;
    // Where no API tells when it ends, that the login is accepted lets one estimate it.
    const dated = whereKnown(way.through("structures"), "true");
    statuses[`compte-technique/${name} PasswordCurrent`] = dated === "unknown" && way.login !== "false" ? way.login : dated;
    statuses[`compte-technique/${name} ReachDeclared`] = whereKnown(way.through("utilisateurs"), "provable");
    for (const structure of declared.couvre) {
      const identifiant = identifierOf(parts, structure);
      const attached = whereKnown(way.through("utilisateurs"), reaches(parts, way.account, identifiant) ? "true" : "false");
      statuses[`rattachement/${name}/${structure} Attached`] = orListed(attached, openness(parts, identifiant, declared));
    }
  }
  return statuses;
};

const ofStructures = (parts: Parts): Statuses => {
  const statuses: Record<string, ExpectedStatus> = {};
  const accounts = Object.entries(parts.wanted.comptesTechniques).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const own = accounts.find(([, { client }]) => client === undefined);
  for (const [name, { identifiant, espaces }] of Object.entries(parts.wanted.structures)) {
    const covering = accounts.find(([, { couvre }]) => couvre.includes(name));
    const found = parts.exists.structures?.[identifiant];
    const active = found !== undefined && found.statut !== "INACTIVE";
    // Looked up with an account of one's own, else with the one that covers it.
    const looks = [own, covering].filter((one) => one !== undefined).map(([, account]) => wayOf(parts, account).through("structures"));
    const best = looks.includes("true") ? "true" : looks.includes("either") ? "either" : "unknown";
    const open = openness(parts, identifiant, covering?.[1]);
    statuses[`structure/${name} Active`] = orListed(whereKnown(best, active ? "true" : "false"), open);
    for (const espace of espaces) statuses[`espace/${name}/${espace} Open`] = espace === "raccordements" ? "unknown" : open;
  }
  for (const { application, structure } of Object.values(parts.wanted.raccordements)) statuses[`raccordement/${application}/${structure} Declared`] = "unknown";
  return statuses;
};

/** Listed where the structure is active, attached, its espace open and the account habilitated; denied only where the first two are known. */
const openness = (parts: Parts, identifiant: string, covering: CompteTechnique | undefined): ExpectedStatus => {
  if (covering === undefined) return "unknown";
  const way = wayOf(parts, covering);
  const found = parts.exists.structures?.[identifiant];
  if (found === undefined || found.statut === "INACTIVE" || !reaches(parts, way.account, identifiant)) return "unknown";
  const habilitated = way.account?.habilitations?.[identifiant] ?? found.espaces ?? [];
  if (found.espaces?.includes("factures-emises") === true && habilitated.includes("factures-emises")) return whereKnown(way.through("transverses"), "true");
  const all = ["transverses", "utilisateurs", "structures"].map(way.through);
  return all.every((one) => one === "true") ? "false" : all.includes("unknown") || all.includes("false") ? "unknown" : "either";
};

interface Way {
  readonly account: ScenarioAccount | undefined;
  readonly login: ExpectedStatus;
  /** Whether an API answers the account: true, unknown, or either. */
  readonly through: (api: string) => ExpectedStatus;
}

/** What can be learnt with an account, through the application that it is declared to use. */
const wayOf = ({ wanted, exists, settings, looked }: Parts, { login, application }: CompteTechnique): Way => {
  const nom = wanted.applications[application ?? ""]?.nom ?? "";
  const found = exists.applications?.[nom];
  const account = exists.comptesTechniques?.[login];
  if (found === undefined || found.active === false || account === undefined) return { account, login: "unknown", through: () => "unknown" };
  const blocked = BLOCKED[settings.missingRaccordement ?? "none"];
  const connected = Object.values(exists.raccordements ?? {}).some((one) =>
    one.application === nom && (one.concentrateur === true || one.structure === account.structure || account.rattachements.includes(one.structure)));
  const heard = (api: string): boolean => answers(found, api) && (connected || !blocked(api));
  const works = worksDuring(account, looked);
  // A refusal of the login is told by any API past the gateway, a good one by those that an account can be heard through.
  const told = works === "false" ? LOGIN_APIS.some((api) => answers(found, api)) : LOGIN_APIS.some(heard);
  return { account, login: told ? works : "unknown", through: (api) => (heard(api) ? works : "unknown") };
};

/** A password lives 424 days; an account works half an hour after it was created. */
const worksDuring = ({ creeLe, motDePasseChangeLe }: ScenarioAccount, { fromMs, toMs }: Looked): ExpectedStatus => {
  const startsAt = creeLe === undefined ? 0 : Date.parse(creeLe) + 30 * 60_000;
  const endsAt = Date.parse(motDePasseChangeLe) + 424 * 86_400_000;
  if (toMs < startsAt || fromMs >= endsAt) return "false";
  return fromMs >= startsAt && toMs < endsAt ? "true" : "either";
};

const answers = ({ apis, consentements }: ScenarioApplication, api: string): boolean =>
  [apis, consentements].every((list) => list.some((one) => one === api));

const reaches = ({ exists }: Parts, account: ScenarioAccount | undefined, identifiant: string): boolean =>
  account !== undefined && exists.structures?.[identifiant] !== undefined && [account.structure, ...account.rattachements].includes(identifiant);

const identifierOf = ({ wanted }: Parts, name: string): string => wanted.structures[name]?.identifiant ?? "";

/** What follows only from an account that is heard: of one that is refused nothing is known. */
const whereKnown = (way: ExpectedStatus, status: ExpectedStatus): ExpectedStatus =>
  way === "true" ? status : way === "either" ? "either" : "unknown";

/** The list that shows an espace open names structures that are active and attached. */
const orListed = (status: ExpectedStatus, open: ExpectedStatus): ExpectedStatus =>
  status !== "unknown" ? status : open === "true" ? "provable" : open === "either" ? "either" : "unknown";

const SUREST: readonly ExpectedStatus[] = ["true", "provable", "either"];

const LOGIN_APIS = ["utilisateurs", "transverses"] as const;

const BLOCKED: Readonly<Record<NonNullable<NonNullable<Scenario["settings"]>["missingRaccordement"]>, (api: string) => boolean>> = {
  none: () => false,
  structures: (api) => api === "structures",
  "all-but-factures": (api) => api !== "factures",
  all: () => true,
};
