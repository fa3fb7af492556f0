import { APIS } from "../catalogue/apis.ts";
import { ESPACES } from "../catalogue/espaces.ts";
import type { Addition } from "../config/edit/insert-pairs.ts";
import { ChorusError } from "../diagnostics/chorus-error.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Desired, DesiredEnvironment } from "../model/desired.ts";
import { ENVIRONMENTS, type EnvironmentName } from "../model/environment.ts";
import { groupBy } from "../model/group-by.ts";
import { obeyedEscaped } from "../model/obeyed-escaped.ts";
import { withoutAccents } from "../model/without-accents.ts";
import { explore, type Explored, type Reached } from "../observe/explore.ts";
import type { Trust } from "../piste/trust.ts";
import type { Ports } from "../ports/ports.ts";
import { connect, type ConnectOptions } from "./live.ts";
import type { ReadableProject } from "./open-project.ts";

export interface FoundLive {
  /** Structures that nobody declared, as the configuration would. */
  readonly structures: readonly Addition[];
  /** How many of those that were reached are declared. */
  readonly declared: number;
  /** APIs that applications are let through to and that are not declared, by application. */
  readonly undeclared: readonly { readonly application: string; readonly apis: readonly string[] }[];
  readonly unread: Explored["unread"];
  readonly requests: number;
}

export interface ImportLiveOptions extends ConnectOptions {
  readonly environment: EnvironmentName;
  readonly trust: Trust;
}

/** What the accounts and applications of an environment tell beyond what is declared. It reads, and writes nothing. */
export const findLive = async (ports: Ports, project: ReadableProject, { environment, trust, ...options }: ImportLiveOptions): Promise<FoundLive> => {
  const { desired, folder } = project;
  const wanted = desired.environments[environment];
  if (wanted === undefined || accountsOf(wanted).size === 0) throw new ChorusError([diagnostic("CHR-IMPORT-NO-ACCOUNT", "error", { environment })], { language: desired.language });
  const live = connect(ports, { desired: withEveryApi(desired, environment, wanted), folder }, trust, options);
  try {
    const { world, client } = live;
    const found = await Promise.all(
      [...accountsOf(wanted)].map(async ([application, accounts]) => ({ application, ...(await explore({ world, client, environment, application, accounts })) })),
    );
    const known = new Set(Object.values(wanted.structures).map(({ identifiant }) => identifiant));
    const reached = [...new Map(found.flatMap((one) => one.reached).map((one) => [one.identifier, one])).values()];
    return {
      structures: named(desired, reached.filter(({ identifier }) => !known.has(identifier)), wanted),
      declared: reached.filter(({ identifier }) => known.has(identifier)).length,
      undeclared: found.flatMap(({ application, subscribed }) => {
        const apis = subscribed.filter((api) => wanted.applications[application]?.apis.includes(api) !== true);
        return apis.length === 0 ? [] : [{ application, apis }];
      }),
      unread: found.flatMap(({ unread }) => unread),
      requests: live.requests(),
    };
  } finally {
    await live.close();
  }
};

/** Every API of the catalogue may be asked about, for what is declared is what is to be found out. */
const withEveryApi = (desired: Desired, environment: EnvironmentName, wanted: DesiredEnvironment): Desired => {
  const applications = Object.fromEntries(Object.entries(wanted.applications).map(([name, one]) => [name, { ...one, apis: [...new Set([...one.apis, ...Object.keys(APIS)])] }]));
  return { ...desired, environments: { ...desired.environments, [environment]: { ...wanted, applications } } };
};

/** Our own: what a client's account reaches is that client's, and belongs in the list of clients. */
const accountsOf = ({ comptesTechniques, applications }: DesiredEnvironment): ReadonlyMap<string, readonly string[]> => {
  const [only = ""] = Object.keys(applications);
  const own = Object.entries(comptesTechniques).filter(([, { client, secrets }]) => client === undefined && secrets !== "chez-le-client");
  const grouped = groupBy(own, ([, { application }]) => application ?? only);
  return new Map([...grouped].map(([application, accounts]) => [application, accounts.map(([name]) => name)]));
};

const named = (desired: Desired, reached: readonly Reached[], wanted: DesiredEnvironment): readonly Addition[] => {
  const taken = new Set(ENVIRONMENTS.flatMap((environment) => Object.keys(desired.environments[environment]?.structures ?? {})));
  const isShared = Object.keys(desired.gestionnaires).length > 1;
  return reached.map((one) => {
    const key = nameOf(one, taken);
    taken.add(key);
    const gestionnaire = isShared ? wanted.comptesTechniques[one.account]?.gestionnaire : undefined;
    return { key, value: valueOf(one, gestionnaire) };
  });
};

/** What the platform calls it, as a name; with the end of its identifier, or that alone, where another one has it. */
const nameOf = ({ designation = "", identifier }: Reached, taken: ReadonlySet<string>): string => {
  const plain = withoutAccents(designation).toLowerCase().replaceAll(/[^a-z0-9]+/g, "-").replaceAll(/^-|-$/g, "").slice(0, LONGEST);
  const candidates = plain === "" ? [] : [plain, `${plain}-${identifier.slice(-5)}`];
  return [...candidates, identifier].find((name) => !taken.has(name)) ?? identifier;
};

/** JSON is YAML. What an API tells of the espaces is said, also where it is none; of others nothing is. */
const valueOf = ({ identifier, identifierType, designation, services, espaces }: Reached, gestionnaire: string | undefined): string => {
  const given: readonly (readonly [string, unknown])[] = [
    ["identifiant", identifier],
    ["type", identifierType === "SIRET" ? undefined : identifierType],
    ["nom", designation],
    ["gestionnaire", gestionnaire],
    ["espaces", TOLD.filter((espace) => espaces.includes(espace))],
    ["services", services.length === 0 ? undefined : services],
  ];
  return `{ ${given.flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${obeyedEscaped(JSON.stringify(value))}`])).join(", ")} }`;
};

const TOLD = Object.values(ESPACES).flatMap(({ id, list }) => (list === undefined ? [] : [id]));
const LONGEST = 40;
