import type { FaultName } from "./faults/fault-names.ts";

/** What the simulated PISTE and Chorus Pro contain, as data: the shape of `schemas/scenario.schema.json`. */
export interface Scenario {
  readonly version: 1;
  readonly settings?: ScenarioSettings;
  readonly faults?: readonly ScenarioFault[];
  readonly comptesPiste?: ByName<ScenarioPisteAccount>;
  readonly environments: { readonly [E in Environment]?: ScenarioEnvironment };
}

export type Environment = "qualification" | "production";

export const ENVIRONMENTS: readonly Environment[] = ["qualification", "production"];

/** How the platforms are unreliable: one fault, how often, and where. */
export interface ScenarioFault {
  readonly fault: FaultName;
  /** The part of the requests that are struck, from 0 to 1; all of them when absent. */
  readonly rate?: number;
  /** Below the environment: `/cpro/structures` is every route of that API. Everywhere when absent. */
  readonly route?: string;
  /** Both when absent. */
  readonly environment?: Environment;
  /** For `slow-headers` and `slow-body`; 3000 when absent. */
  readonly delayMs?: number;
  /** For `429-retry-after` and `429-retry-after-date`; 1 when absent. */
  readonly retryAfterS?: number;
  /** For `clock-skew`, either way; 600000 when absent. */
  readonly skewMs?: number;
}

/** Choices between behaviours of the real platforms that are not confirmed. */
export interface ScenarioSettings {
  /** Which routes answer 403 with the request echoed when the raccordement is missing. */
  readonly missingRaccordement?: "none" | "structures" | "all-but-factures" | "all";
  /** The body of a 403 for a route that is unknown or not subscribed. */
  readonly emptyForbiddenBody?: "empty" | "object";
  /** Whether a compte technique may change the EDI parameters of its structures. */
  readonly ediPatch?: "allow" | "forbid";
  /** How `val` of the operator `IN` is spelt in the Référentiel des organisations. */
  readonly in?: "array" | "comma" | "none";
  /** The deprecated route `structures/v1/rechercher/espaces`. */
  readonly rechercherEspaces?: "on" | "off";
  /** The body of a 429: none, `{}`, a JSON object with a message, or plain text. */
  readonly quotaBody?: "empty" | "object" | "message" | "text";
  /** Whether a 429 says when to come back, in seconds or as a date. */
  readonly retryAfter?: "none" | "seconds" | "date";
  /** The HTTP status of an answer whose `codeRetour` is not 0. */
  readonly businessRefusal?: "200" | "400";
  /** The role that an account has on the structures it is attached to. */
  readonly roleUtilisateur?: "GESTIONNAIRE" | "GESTIONNAIRE_PRINCIPAL" | "UTILISATEUR";
  /** How an attachment that holds is spelt in `statutRattachementStructure`. */
  readonly statutRattachement?: "ACTIF" | "ACTIVE" | "VALIDE" | "VALIDEE";
  /** The name of the list of attachments; the second one is that of older descriptions. */
  readonly rattachementsField?: "listeStructureRattachement" | "listeRattachements";
  /** How the Référentiel des organisations spells the nature of a structure. */
  readonly typeOrganisation?: "private-public" | "PRIVEE-PUBLIQUE";
}

export const DEFAULT_SETTINGS: Required<ScenarioSettings> = {
  missingRaccordement: "none",
  emptyForbiddenBody: "empty",
  ediPatch: "allow",
  in: "array",
  rechercherEspaces: "on",
  quotaBody: "empty",
  retryAfter: "none",
  businessRefusal: "200",
  roleUtilisateur: "GESTIONNAIRE",
  statutRattachement: "ACTIF",
  rattachementsField: "listeStructureRattachement",
  typeOrganisation: "private-public",
};

/** One platform: what PISTE and Chorus Pro know in one environment. Absent maps are empty. */
export interface ScenarioEnvironment {
  readonly applications?: ByName<ScenarioApplication>;
  readonly structures?: ByName<ScenarioStructure>;
  readonly comptesTechniques?: ByName<ScenarioAccount>;
  readonly raccordements?: ByName<ScenarioRaccordement>;
  readonly gestionnaires?: ByName<ScenarioPerson>;
  readonly utilisateurs?: ByName<ScenarioPerson>;
}

export type ByName<T> = { readonly [name: string]: T };

/** A PISTE account, by its e-mail address. Without a password any is taken; it is active when nothing is said. */
export interface ScenarioPisteAccount {
  readonly nom?: string;
  readonly motDePasse?: string;
  readonly organisation?: string;
  readonly actif?: boolean;
  readonly consentements?: { readonly [E in Environment]?: readonly ApiId[] };
}

/** A PISTE application, by its name. An API answers when it is both consented to and selected. */
export interface ScenarioApplication extends Partial<OauthCredentials> {
  readonly compte: string;
  readonly description?: string;
  readonly telephone?: string;
  readonly email?: string;
  readonly responsable?: string;
  /** What the holder says of the structure: a SIRET in production. */
  readonly structure?: string;
  readonly active?: boolean;
  readonly consentements: readonly ApiId[];
  readonly apis: readonly ApiId[];
  /** The same as `quotas.seconde`; the smaller one counts. */
  readonly quotaParSeconde?: number;
  readonly quotas?: ScenarioQuotas;
}

/** *Identifiants Oauth*: an application has none until its holder generates them. */
export interface OauthCredentials {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** Calls that PISTE accepts from an application, in all and of single methods: `structures/rechercher`. */
export interface ScenarioQuotas extends Rates {
  readonly methodes?: ByName<Rates>;
}

/** Calls in any second, a minute and a day (of UTC). Unlimited when left out. */
export interface Rates {
  readonly seconde?: number;
  readonly minute?: number;
  readonly jour?: number;
}

export type ApiId =
  | "factures" | "structures" | "transverses" | "utilisateurs"
  | "engagements" | "factures-travaux" | "organisations" | "assistance";

/** A structure of Chorus Pro, by its identifier. */
export interface ScenarioStructure {
  readonly type?: IdentifierType;
  readonly designation: string;
  readonly nature?: "PRIVEE" | "PUBLIQUE";
  readonly statut?: "ACTIVE" | "INACTIVE";
  readonly services?: ByName<ScenarioService>;
  readonly espaces?: readonly EspaceId[];
  readonly edi?: ScenarioEdi;
  readonly exige?: Requirement;
}

/** What a recipient asks for on an invoice: a service code, a commitment number, or either. Nothing when left out. */
export type Requirement = "service" | "engagement" | "engagement-ou-service";

export type IdentifierType =
  | "SIRET" | "UE_HORS_FRANCE" | "HORS_UE" | "RIDET" | "TAHITI" | "AUTRE" | "PARTICULIER";

/** In the order of the official Structures description 1.0.0. */
export const IDENTIFIER_TYPES: readonly IdentifierType[] =
  ["SIRET", "UE_HORS_FRANCE", "HORS_UE", "RIDET", "TAHITI", "AUTRE", "PARTICULIER"];

export interface ScenarioService {
  readonly nom: string;
  readonly actif?: boolean;
}

export type EspaceId = "raccordements" | "factures-emises" | "factures-recues" | "factures-travaux";

export interface ScenarioEdi {
  readonly reception?: boolean;
  readonly connexion?: boolean;
}

/** A compte technique, by its login. It reaches its home structure and its `rattachements`. */
export interface ScenarioAccount {
  readonly motDePasse: string;
  readonly structure: string;
  readonly rattachements: readonly string[];
  readonly habilitations?: ByName<readonly EspaceId[]>;
  readonly motDePasseChangeLe: string;
  readonly creeLe?: string;
}

/** A raccordement OAuth2, by any key. */
export interface ScenarioRaccordement {
  readonly structure: string;
  readonly application: string;
  readonly usage?: string;
  readonly editeur?: string;
  readonly contact?: { readonly nom: string; readonly telephone?: string; readonly email?: string; readonly fax?: string };
  readonly concentrateur?: boolean;
}

/** Somebody who signs in to Chorus Pro, by login: a gestionnaire principal, or a user. No API tells of either. */
export interface ScenarioPerson {
  readonly nom?: string;
  readonly motDePasse?: string;
  /** Those that a gestionnaire manages, or a user is attached to. */
  readonly structures: readonly string[];
  /** By structure and espace. Left out: every open espace, to modify. */
  readonly abonnements?: ByName<Subscriptions>;
}

export type Subscriptions = { readonly [E in EspaceId]?: Right };

export type Right = "CONSULTATION" | "MODIFICATION";
