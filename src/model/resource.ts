import type { Address, KindName } from "./address.ts";
import type { Contact, Solution } from "./desired.ts";
import type { EnvironmentName } from "./environment.ts";
import type { IdentifierType } from "./identifier.ts";

/** One thing that must exist. */
export type Resource = { readonly [K in KindName]: ResourceOf<K> }[KindName];

export interface ResourceOf<K extends KindName> {
  readonly address: Address;
  readonly kind: K;
  readonly environment: EnvironmentName;
  readonly names: readonly string[];
  /** The structure, application or account whose line of the state holds its record. */
  readonly subject: Address;
  readonly client?: string;
  readonly lifecycle: Lifecycle;
  /** What must be true before its step can be done. */
  readonly dependsOn: readonly Address[];
  /** What must be true before anything can be known of it. */
  readonly provenThrough: readonly Address[];
  /** The desired values: what a plan's digest compares. */
  readonly spec: Specs[K];
}

/** `leaving`: its absence is what is wanted. `paused`: nothing is asked of anybody. */
export type Lifecycle = "active" | "paused" | "leaving";

/** Through which application and account something is asked; absent where the configuration gives none. */
export interface Route {
  readonly application: string;
  readonly account: string;
}

export interface StructureRef {
  readonly name: string;
  readonly identifiant: string;
  readonly type: IdentifierType;
}

/** Who acts in Chorus Pro for a structure: a gestionnaire by name, or a client's, by the client's code. */
export interface GestionnaireRef {
  readonly name: string;
  readonly label: string;
}

export interface Specs {
  readonly "compte-piste": {
    readonly email: string;
    readonly organisation: string;
    readonly holder?: string;
    /** The applications that it holds, in both environments: a token of any proves it. */
    readonly applications: readonly { readonly environment: EnvironmentName; readonly application: string }[];
  };
  readonly application: {
    readonly nom: string;
    readonly sandbox: boolean;
    readonly compte: string;
    /** Code of the client whose own PISTE account it is. */
    readonly holder?: string;
    readonly responsable?: Contact;
    readonly siret?: string;
  };
  readonly credentials: {
    readonly nom: string;
    readonly compte: string;
    /** Code of the client whose own PISTE account it is. */
    readonly holder?: string;
    readonly clientId: string;
    readonly clientSecret: string;
  };
  readonly cgu: {
    readonly compte: string;
    /** Code of the client whose own PISTE account it is. */
    readonly holder?: string;
    readonly api: string;
    readonly titre: string;
    readonly cgu: string;
    /** The applications whose subscription proves the consent. */
    readonly applications: readonly string[];
  };
  readonly subscription: {
    readonly application: string;
    readonly nom: string;
    readonly compte: string;
    /** Code of the client whose own PISTE account it is. */
    readonly holder?: string;
    readonly api: string;
    readonly titre: string;
  };
  readonly structure: StructureRef & { readonly through?: Route; readonly orElse?: string };
  readonly espace: {
    readonly structure: StructureRef;
    readonly espace: string;
    readonly label: string;
    /** Absent where no API tells. */
    readonly through?: Route;
    readonly gestionnaire: GestionnaireRef;
  };
  readonly raccordement: {
    readonly structure: StructureRef;
    readonly application: string;
    readonly usage: string;
    readonly solution?: Solution;
    readonly contact?: Contact;
    readonly through?: Route;
    readonly gestionnaire: GestionnaireRef;
  };
  readonly "compte-technique": {
    readonly login: string;
    readonly structure: StructureRef;
    readonly couvre: readonly StructureRef[];
    readonly gestionnaire: GestionnaireRef;
    readonly through?: Route;
    /** Where the password is to be put: a secret's reference, named. */
    readonly password: string;
    readonly depot?: string;
    readonly sharedWith: readonly string[];
    /** How long before its end a password is to be renewed. */
    readonly renewBefore: string;
  };
  readonly rattachement: {
    readonly structure: StructureRef;
    readonly account: string;
    readonly login: string;
    readonly through?: Route;
    readonly gestionnaire: GestionnaireRef;
  };
  readonly service: {
    readonly structure: StructureRef;
    readonly code: string;
    readonly through?: Route;
    readonly gestionnaire: GestionnaireRef;
  };
  readonly edi: {
    readonly structure: StructureRef;
    readonly reception?: boolean;
    readonly connexion?: boolean;
    readonly through?: Route;
    readonly gestionnaire: GestionnaireRef;
  };
  readonly matelas: { readonly structures: readonly StructureRef[]; readonly through?: Route };
}
