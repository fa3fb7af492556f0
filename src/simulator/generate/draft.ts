import type {
  ApiId, Environment, OauthCredentials, ScenarioAccount, ScenarioApplication, ScenarioRaccordement, ScenarioStructure,
} from "../scenario.ts";

export type Topology = "direct" | "editeur" | "concentrateur";

export interface GenerateOptions {
  readonly seed: number;
  /** The structures of one's own in each environment (`direct`), or the clients in production. At least 1. */
  readonly structures: number;
  readonly topology: Topology;
  /** Milliseconds since the epoch that ages are counted from; {@link GENERATED_AT_MS} when left out. */
  readonly now?: number;
}

/** 2026-11-24T09:00:00Z. A world is the same for the same seed on any day, so its days do not follow the clock. */
export const GENERATED_AT_MS = 1_795_510_800_000;

/** Everything that is wanted, each with whether it exists: the world is what exists, the configuration is all of it. */
export interface Draft {
  readonly topology: Topology;
  readonly environments: Readonly<Record<Environment, DraftEnvironment>>;
}

export interface DraftEnvironment {
  readonly applications: DraftApplication[];
  readonly structures: DraftStructure[];
  readonly accounts: DraftAccount[];
  readonly raccordements: DraftRaccordement[];
  readonly gestionnaires: DraftGestionnaire[];
}

interface Drafted<T> {
  readonly value: T;
  readonly exists: boolean;
}

export interface DraftApplication extends Drafted<ScenarioApplication & OauthCredentials> {
  /** In the configuration; on PISTE it is `nom`. */
  readonly name: string;
  readonly nom: string;
}

export interface DraftStructure extends Drafted<ScenarioStructure> {
  readonly name: string;
  readonly identifiant: string;
  readonly gestionnaire: string;
  /** Whether it is a client's: in the list, not in the configuration. */
  readonly client: boolean;
}

export interface DraftAccount extends Drafted<ScenarioAccount> {
  /** Of the structure that the account was created on. */
  readonly structure: string;
  readonly login: string;
}

export type DraftRaccordement = Drafted<ScenarioRaccordement>;

export interface DraftGestionnaire {
  readonly name: string;
  readonly structures: string[];
}

export function emptyEnvironment(): DraftEnvironment {
  return { applications: [], structures: [], accounts: [], raccordements: [], gestionnaires: [] };
}

export const PISTE = "piste@exemple-generation.fr";
export const APIS: readonly ApiId[] = ["factures", "structures", "transverses", "utilisateurs"];
export const CONTACT = { nom: "Équipe API", email: "api@exemple-generation.fr", telephone: "+33 2 99 00 00 01" };
