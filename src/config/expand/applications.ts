import { DEFAULT_QUOTA, DEFAULT_SHARE } from "../../catalogue/environments.ts";
import { defined } from "../../model/defined.ts";
import type { Application } from "../../model/desired.ts";
import type * as Written from "../configuration.gen.ts";
import { byDefault, derived, fromFile, type Origin } from "../origin.ts";
import { named, type Draft, type EnvironmentSource, type Mutable, type Named, type StructureSource } from "./draft.ts";
import { accountsByEmail } from "./people.ts";
import { noteSecrets } from "./secret-origins.ts";
import { expandSecret, fill, secretOf, staysAway, type Placeholders } from "./secrets.ts";

/** Applications of an environment: those written, the `principale` of the short form, and for an éditeur each client's. */
export const expandApplications = (draft: Draft, source: EnvironmentSource): Named<Application> => {
  const sources = new Map<string, ApplicationSource>();
  for (const [name, settings] of Object.entries(source.explicit.applications ?? {})) {
    const origin = fromFile("environments", source.environment, "applications", name);
    sources.set(name, { name, nom: settings.nom, settings, origin, nomOrigin: undefined });
  }
  const hasOwn = [...sources.values()].some(({ settings }) => settings.client === undefined);
  const short = hasOwn ? undefined : shortApplication(draft, source);
  if (short !== undefined && !sources.has(short.name)) sources.set(short.name, short);
  for (const client of clientApplications(draft, source, sources)) sources.set(client.name, client);

  const own = [...sources.values()].filter(({ settings }) => settings.client === undefined).length;
  const homes = clientHomes(source);
  const applications = named<Application>();
  for (const [name, application] of sources) {
    applications[name] = expandApplication(draft, source, application, { isNamed: own > 1, homes });
  }
  return applications;
};

interface ApplicationSource {
  readonly name: string;
  readonly nom: string;
  readonly settings: Partial<Written.Application>;
  readonly origin: Origin;
  /** Where it is not written as `nom`. */
  readonly nomOrigin: Origin | undefined;
}

type ShortSettings = Exclude<NonNullable<Written.ChorusConfiguration["application"]>, string>;

const shortApplication = (draft: Draft, { environment }: EnvironmentSource): ApplicationSource | undefined => {
  const { configuration, people } = draft;
  const written = configuration.application;
  const settings: ShortSettings = typeof written === "object" ? written : {};
  // Quota, form and the share that invoices leave are those of the application made by hand.
  const { quota, part, siret, responsable }: ShortSettings = environment === "production" ? settings : {};
  const shared = defined({
    quota,
    part,
    siret,
    responsable,
  });
  const nom = environment === "production" && typeof written === "string" ? written : settings[environment];
  const origin = fromFile("application");
  if (nom !== undefined) {
    const nomOrigin = typeof written === "string" ? origin : fromFile("application", environment);
    return { name: PRINCIPALE, nom, settings: shared, origin, nomOrigin };
  }
  const compte = people.comptePiste === undefined ? undefined : people.comptesPiste[people.comptePiste];
  if (environment === "production" || compte === undefined) return undefined;
  const sandbox = derived("sandbox-name", pisteOrigin(draft));
  return { name: PRINCIPALE, nom: `APP_SANDBOX_${compte.email}`, settings: shared, origin: sandbox, nomOrigin: sandbox };
};

const pisteOrigin = ({ configuration, people }: Draft): Origin =>
  configuration.piste === undefined ? fromFile("comptesPiste", people.comptePiste ?? "") : fromFile("piste");

function* clientApplications(
  { configuration, topology, people, cell }: Draft,
  { structures }: EnvironmentSource,
  known: ReadonlyMap<string, ApplicationSource>,
): Generator<ApplicationSource> {
  if (topology !== "editeur") return;
  const served = new Set([...known.values()].map(({ settings }) => settings.client));
  const emails = accountsByEmail(people.comptesPiste);
  const template = configuration.clients?.application;
  for (const { name, client, identifiant, row, origin } of structures.values()) {
    if (client === undefined || served.has(client) || known.has(client)) continue;
    served.add(client);
    const placeholders: Placeholders = { environment: "production", name, code: client, siret: identifiant };
    const nom = template === undefined ? client : fill(template, placeholders);
    const compte = row?.piste === undefined ? undefined : emails.get(row.piste);
    const settings = defined({ client, comptePiste: compte });
    const from = row === undefined ? origin : cell(row, "code");
    const nomOrigin = derived("name", template === undefined ? from : fromFile("clients", "application"));
    yield { name: client, nom, settings, origin: derived("own-application", from), nomOrigin };
  }
}

/** The structure that each client's application is for. */
const clientHomes = ({ structures }: EnvironmentSource): ReadonlyMap<string | undefined, StructureSource> => {
  const homes = new Map<string | undefined, StructureSource>();
  for (const structure of structures.values()) if (!homes.has(structure.client)) homes.set(structure.client, structure);
  return homes;
};

interface Surroundings {
  readonly isNamed: boolean;
  readonly homes: ReadonlyMap<string | undefined, StructureSource>;
}

const expandApplication = (
  draft: Draft,
  source: EnvironmentSource,
  application: ApplicationSource,
  { isNamed, homes }: Surroundings,
): Application => {
  const { configuration, people } = draft;
  const { environment } = source;
  const { name, nom, settings } = application;
  const home = homes.get(settings.client);
  const isProduction = environment === "production";
  const siret = settings.siret ?? (isProduction ? home?.name : undefined);
  const responsable = settings.responsable === undefined ? (isProduction ? people.contact : undefined) : people.contactName(settings.responsable);
  const expanded: Mutable<Application> = {
    nom,
    comptePiste: settings.comptePiste ?? people.comptePiste ?? "principal",
    apis: settings.apis ?? configuration.apis ?? NONE,
    quota: settings.quota ?? `${DEFAULT_QUOTA}/s`,
    part: settings.part ?? `${DEFAULT_SHARE[environment] * 100}%`,
    secrets: secretsOf(draft, settings, isNamed, defined({
      environment,
      name,
      ...(home === undefined ? {} : { siret: home.identifiant }),
      code: settings.client,
    })),
  };
  if (responsable !== undefined) expanded.responsable = responsable;
  if (siret !== undefined) expanded.siret = siret;
  if (settings.client !== undefined) expanded.client = settings.client;
  if (draft.note !== undefined) noteApplication(draft, source, application, home);
  return expanded;
};

const secretsOf = (
  { configuration }: Draft,
  { secrets, client }: Partial<Written.Application>,
  isNamed: boolean,
  placeholders: Placeholders,
): Application["secrets"] => {
  const shared = client === undefined ? configuration.secrets : configuration.clients?.secrets;
  if (staysAway(secrets, shared)) return "chez-le-client";
  const conventions = { isNamed: isNamed || client !== undefined };
  return {
    clientId: expandSecret(secretOf("clientId", secrets, shared), placeholders, { ending: "CLIENT_ID", ...conventions }),
    clientSecret: expandSecret(secretOf("clientSecret", secrets, shared), placeholders, { ending: "CLIENT_SECRET", ...conventions }),
  };
};

const noteApplication = (
  { note, people, configuration }: Draft,
  { environment }: EnvironmentSource,
  { name, settings, origin, nomOrigin }: ApplicationSource,
  home: StructureSource | undefined,
): void => {
  const path = ["environments", environment, "applications", name];
  const at = (key: string, from: Origin): void => note?.([...path, ...key.split(".")], from);
  note?.(path, origin);
  if (nomOrigin !== undefined) at("nom", nomOrigin);
  const compte = people.comptePiste === undefined ? byDefault() : derived("only-compte-piste", fromFile("comptesPiste", people.comptePiste));
  if (settings.comptePiste === undefined) at("comptePiste", configuration.piste === undefined ? compte : derived("only-compte-piste", fromFile("piste")));
  if (settings.apis === undefined) at("apis", configuration.apis === undefined ? byDefault() : fromFile("apis"));
  if (settings.quota === undefined) at("quota", byDefault());
  if (settings.part === undefined) at("part", byDefault());
  if (settings.responsable === undefined) at("responsable", derived("only-contact", configuration.contact === undefined ? fromFile("contacts") : fromFile("contact")));
  if (settings.siret === undefined && home !== undefined) at("siret", derived("first-structure", home.origin));
  noteSecrets(configuration, settings, ["clientId", "clientSecret"], at);
};

const PRINCIPALE = "principale";
const NONE: readonly string[] = [];
