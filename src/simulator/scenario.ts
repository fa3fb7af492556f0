/** What the simulated PISTE and Chorus Pro contain, as data: the shape of `schemas/scenario.schema.json`. */
export interface Scenario {
  readonly version: 1;
  readonly settings?: ScenarioSettings;
  readonly environments: { readonly [E in Environment]?: ScenarioEnvironment };
}

export type Environment = 'qualification' | 'production';

export const ENVIRONMENTS: readonly Environment[] = ['qualification', 'production'];

/** Choices between behaviours of the real platforms that are not confirmed. */
export interface ScenarioSettings {
  /** Which routes answer 403 with the request echoed when the raccordement is missing. */
  readonly missingRaccordement?: 'none' | 'structures' | 'all';
  /** The body of a 403 for a route that is unknown or not subscribed. */
  readonly emptyForbiddenBody?: 'empty' | 'object';
  /** Whether a compte technique may change the EDI parameters of its structures. */
  readonly ediPatch?: 'allow' | 'forbid';
  /** How `val` of the operator `IN` is spelt in the Référentiel des organisations. */
  readonly in?: 'array' | 'comma' | 'none';
  /** The deprecated route `structures/v1/rechercher/espaces`. */
  readonly rechercherEspaces?: 'on' | 'off';
}

export const DEFAULT_SETTINGS: Required<ScenarioSettings> = {
  missingRaccordement: 'none',
  emptyForbiddenBody: 'empty',
  ediPatch: 'allow',
  in: 'array',
  rechercherEspaces: 'on',
};

/** One platform: what PISTE and Chorus Pro know in one environment. Absent maps are empty. */
export interface ScenarioEnvironment {
  readonly applications?: ByName<ScenarioApplication>;
  readonly structures?: ByName<ScenarioStructure>;
  readonly comptesTechniques?: ByName<ScenarioAccount>;
  readonly raccordements?: ByName<ScenarioRaccordement>;
}

export type ByName<T> = { readonly [name: string]: T };

/** A PISTE application, by its name. An API answers when it is both consented to and selected. */
export interface ScenarioApplication {
  readonly compte: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly active?: boolean;
  readonly consentements: readonly ApiId[];
  readonly apis: readonly ApiId[];
  readonly quotaParSeconde?: number;
}

export type ApiId =
  | 'factures' | 'structures' | 'transverses' | 'utilisateurs'
  | 'engagements' | 'factures-travaux' | 'organisations' | 'assistance';

/** A structure of Chorus Pro, by its identifier. */
export interface ScenarioStructure {
  readonly type?: IdentifierType;
  readonly designation: string;
  readonly nature?: 'PRIVEE' | 'PUBLIQUE';
  readonly statut?: 'ACTIVE' | 'INACTIVE';
  readonly services?: ByName<ScenarioService>;
  readonly espaces?: readonly EspaceId[];
  readonly edi?: ScenarioEdi;
}

export type IdentifierType =
  | 'SIRET' | 'UE_HORS_FRANCE' | 'HORS_UE' | 'RIDET' | 'TAHITI' | 'AUTRE' | 'PARTICULIER';

/** In the order of the official Structures description 1.0.0. */
export const IDENTIFIER_TYPES: readonly IdentifierType[] =
  ['SIRET', 'UE_HORS_FRANCE', 'HORS_UE', 'RIDET', 'TAHITI', 'AUTRE', 'PARTICULIER'];

export interface ScenarioService {
  readonly nom: string;
  readonly actif?: boolean;
}

export type EspaceId = 'raccordements' | 'factures-emises' | 'factures-recues' | 'factures-travaux';

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
  readonly contact?: { readonly nom: string; readonly telephone?: string; readonly email?: string };
  readonly concentrateur?: boolean;
}
