import type { EnvironmentName } from "./environment.ts";
import type { IdentifierType } from "./identifier.ts";

/**
 * The full form of a configuration: what every short form expands to, what `chorus config` prints, and itself a
 * valid configuration. Keys are those a user writes. Names are identities; identifiers belong to an environment.
 */
export interface Desired {
  readonly version: 1;
  readonly language?: "fr" | "en";
  readonly topology: Topology;
  readonly renewProofAfter: string;
  /** Age up to which what was seen is not asked again. */
  readonly maxAge?: string;
  /** Where the state is kept; absent: in a file beside the configuration. */
  readonly state?: StateLocation;
  readonly network: "internet" | "rie";
  readonly catalogue?: CatalogueOverrides;
  readonly comptesPiste: Named<ComptePiste>;
  readonly contacts: Named<Contact>;
  readonly gestionnaires: Named<Gestionnaire>;
  readonly environments: Partial<Readonly<Record<EnvironmentName, DesiredEnvironment>>>;
  readonly clients?: ClientPolicy;
  readonly moved?: readonly Moved[];
}

export type Topology = "direct" | "editeur" | "concentrateur";

export type Named<T> = Readonly<Record<string, T>>;

export interface DesiredEnvironment {
  readonly endpoints?: { readonly oauth: string; readonly api: string };
  readonly tls?: "strict" | "relaxed";
  readonly applications: Named<Application>;
  readonly structures: Named<Structure>;
  readonly comptesTechniques: Named<CompteTechnique>;
  readonly raccordements: Named<Raccordement>;
}

export interface ComptePiste {
  readonly email: string;
  readonly organisation: string;
  /** Code of the client whose own account it is; of several who share it, the first. */
  readonly client?: string;
}

export interface Contact {
  readonly nom: string;
  readonly email: string;
  readonly telephone: string;
  readonly fax?: string;
}

export interface Gestionnaire {
  readonly nom: string;
  readonly email?: string;
  readonly telephone?: string;
}

export interface Application {
  readonly nom: string;
  readonly comptePiste: string;
  readonly apis: readonly string[];
  readonly quota: string;
  readonly part: string;
  /** Name of a contact. */
  readonly responsable?: string;
  /** A SIRET, or the name of a structure of the environment. */
  readonly siret?: string;
  readonly secrets: "chez-le-client" | { readonly clientId: SecretSource; readonly clientSecret: SecretSource };
  readonly client?: string;
}

export interface Structure {
  readonly identifiant: string;
  readonly type: IdentifierType;
  readonly nom?: string;
  readonly gestionnaire?: string;
  readonly espaces: readonly string[];
  readonly services?: readonly string[];
  readonly edi?: EdiParameters;
  readonly raccordement?: false;
  readonly etat: Etat;
  /** Day of leaving, `YYYY-MM-DD`. */
  readonly date?: string;
  readonly remplace?: string;
  readonly client?: string;
  readonly accepte?: readonly string[];
}

export type Etat = "actif" | "pause" | "sortant";

export interface EdiParameters {
  readonly reception?: boolean;
  readonly connexion?: boolean;
}

export interface CompteTechnique {
  readonly login: string;
  /** Name of the home structure. */
  readonly structure: string;
  readonly couvre: readonly string[];
  readonly gestionnaire?: string;
  /** Name of the application through which it calls. */
  readonly application?: string;
  readonly secrets: "chez-le-client" | { readonly password: SecretSource };
  readonly sharedWith?: readonly string[];
  readonly client?: string;
}

export interface Raccordement {
  readonly structure: string;
  readonly application: string;
  readonly usage: Usage;
  readonly solution?: Solution;
  /** Name of a contact. */
  readonly contact?: string;
}

export type Usage = "application-interne" | "editeur";

export interface Solution {
  readonly editeur: string;
  readonly nom: string;
}

/** A secret's place as the configuration writes it. */
export interface SecretSource {
  readonly env?: string;
  readonly file?: string;
  readonly command?: readonly string[];
  readonly key?: string;
}

export type StateLocation =
  | { readonly http: HttpStateLocation; readonly postgres?: undefined }
  | { readonly postgres: PostgresStateLocation; readonly http?: undefined };

/** An address that speaks Terraform's HTTP state protocol. */
export interface HttpStateLocation {
  readonly address: string;
  /** Absent: whatever is written is not locked. */
  readonly lockAddress?: string;
  readonly unlockAddress?: string;
  readonly updateMethod?: "POST" | "PUT";
  readonly lockMethod?: "LOCK" | "POST" | "PUT";
  readonly unlockMethod?: "UNLOCK" | "DELETE" | "POST" | "PUT";
  readonly username?: string;
  readonly password?: SecretSource;
  /** Sent as `Authorization: Bearer`. */
  readonly token?: SecretSource;
  /** A PEM file, and where its key is found. */
  readonly clientCertificate?: { readonly file: string; readonly key: SecretSource };
}

export interface PostgresStateLocation {
  /** Where its URL is found: there is a password in it. */
  readonly url: SecretSource;
  readonly schema?: string;
}

export interface ClientPolicy {
  readonly gestionnaires?: string;
  readonly depot?: string;
  readonly relances?: readonly string[];
  readonly renouvellement?: { readonly avant?: string; readonly etaler?: string };
  /** Which keys may sign the clients' proofs (a file of each; then all must be signed), and how old a proof may be. */
  readonly preuves?: { readonly cles?: string; readonly validite?: string };
}

export interface CatalogueOverrides {
  readonly apis?: Named<{ readonly titre?: string; readonly prefixe?: string; readonly cgu?: string }>;
  readonly usages?: Partial<Readonly<Record<Usage, string>>>;
}

export interface Moved {
  readonly from: string;
  readonly to: string;
}
