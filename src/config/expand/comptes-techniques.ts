import { defined } from "../../model/defined.ts";
import { firstTechnicalLogin } from "../../catalogue/technical-login.ts";
import type { Application, CompteTechnique, Structure } from "../../model/desired.ts";
import type * as Written from "../configuration.gen.ts";
import { derived, fromFile, type DerivationRule, type Origin } from "../origin.ts";
import { named, type Draft, type EnvironmentSource, type Mutable, type Named } from "./draft.ts";
import { missingAccounts } from "./missing-accounts.ts";
import { noteSecrets } from "./secret-origins.ts";
import { expandSecret, secretOf, staysAway, type Placeholders } from "./secrets.ts";

/** An account to make, whether written or following from the structures. */
export interface AccountSource {
  readonly name: string;
  readonly settings: Written.CompteTechnique;
  /** Where it is not written. */
  readonly rule?: DerivationRule;
}

interface Parts {
  readonly applications: Named<Application>;
  readonly structures: Named<Structure>;
}

/** Comptes techniques of an environment: those written, then what covers the structures that no written one covers. */
export const expandComptesTechniques = (draft: Draft, source: EnvironmentSource, parts: Parts): Named<CompteTechnique> => {
  const sources = new Map<string, AccountSource>();
  for (const [name, settings] of Object.entries(source.explicit.comptesTechniques ?? {})) sources.set(name, { name, settings });
  for (const account of missingAccounts(draft, source, parts.structures, sources)) sources.set(account.name, account);
  const isNamed = [...sources.values()].filter(({ settings }) => settings.client === undefined).length > 1;
  const owners = owningApplications(parts.applications);
  const comptes = named<CompteTechnique>();
  for (const [name, account] of sources) {
    comptes[name] = expandAccount(draft, source, account, { isNamed, owners, ...parts });
    if (draft.note !== undefined) noteAccount(draft, source, account);
  }
  return comptes;
};

/** The application of each client, and under no client the organisation's own. */
const owningApplications = (applications: Named<Application>): ReadonlyMap<string | undefined, string> => {
  const owners = new Map<string | undefined, string>();
  for (const [name, { client }] of Object.entries(applications)) if (!owners.has(client)) owners.set(client, name);
  return owners;
};

interface Surroundings extends Parts {
  readonly isNamed: boolean;
  readonly owners: ReadonlyMap<string | undefined, string>;
}

const expandAccount = (
  draft: Draft,
  { environment, structures: sources }: EnvironmentSource,
  { name, settings }: AccountSource,
  { isNamed, owners, structures }: Surroundings,
): CompteTechnique => {
  const { client } = settings;
  const home = sources.get(settings.structure);
  const identifiant = home?.identifiant ?? "";
  const login = settings.login ?? home?.settings.login ?? home?.row?.login ?? firstTechnicalLogin(identifiant);
  const gestionnaire = settings.gestionnaire ?? structures[settings.structure]?.gestionnaire;
  const application = settings.application ?? (client === undefined ? undefined : owners.get(client)) ?? owners.get(undefined);
  const account: Mutable<CompteTechnique> = {
    login,
    structure: settings.structure,
    couvre: settings.couvre ?? [settings.structure],
    secrets: secretsOf(draft, settings, isNamed, defined({
      environment,
      name,
      siret: identifiant,
      login,
      code: client,
    })),
  };
  if (gestionnaire !== undefined) account.gestionnaire = gestionnaire;
  if (application !== undefined) account.application = application;
  if (settings.sharedWith !== undefined) account.sharedWith = settings.sharedWith;
  if (client !== undefined) account.client = client;
  return account;
};

const secretsOf = (
  { configuration }: Draft,
  { secrets, client }: Written.CompteTechnique,
  isNamed: boolean,
  placeholders: Placeholders,
): CompteTechnique["secrets"] => {
  const { clients } = configuration;
  const shared = client === undefined ? configuration.secrets : clients?.secrets;
  const forClients = client === undefined || secrets !== undefined ? undefined : clients?.password;
  if (forClients === undefined && staysAway(secrets, shared)) return "chez-le-client";
  const password = forClients ?? secretOf("password", secrets, shared);
  return { password: expandSecret(password, placeholders, { ending: "PASSWORD", isNamed: isNamed || client !== undefined }) };
};

const noteAccount = (draft: Draft, { environment, structures }: EnvironmentSource, { name, settings, rule }: AccountSource): void => {
  const path = ["environments", environment, "comptesTechniques", name];
  const at = (key: string, from: Origin): void => draft.note?.([...path, ...key.split(".")], from);
  const home = structures.get(settings.structure);
  const origin = home?.origin ?? fromFile(...path);
  if (rule !== undefined) draft.note?.(path, derived(rule, origin));
  if (settings.login === undefined) at("login", loginOrigin(draft, home, origin));
  if (rule !== undefined || settings.couvre === undefined) at("couvre", derived("covers", origin));
  if (settings.gestionnaire === undefined) at("gestionnaire", derived("only-gestionnaire", origin));
  if (settings.application === undefined) at("application", derived("only-application", origin));
  noteSecrets(draft.configuration, settings, ["password"], at);
};

const loginOrigin = ({ cell }: Draft, home: ReturnType<EnvironmentSource["structures"]["get"]>, origin: Origin): Origin => {
  if (home?.settings.login !== undefined && origin.from === "file") return fromFile(...origin.path, "login");
  if (home?.row?.login !== undefined) return cell(home.row, "login");
  return derived("login", home?.row === undefined ? origin : cell(home.row, "siret"));
};
