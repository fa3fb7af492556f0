import type { Topology } from "../model/desired.ts";
import { initEn } from "./en/init.ts";
import { initFr } from "./fr/init.ts";
import type { Language } from "./language.ts";

/** What `chorus init` asks, writes beside a line, and says of what it did. */
export interface InitWords {
  readonly questions: Readonly<Record<InitQuestion, string>>;
  readonly topologies: Readonly<Record<Topology, string>>;
  readonly notUsable: string;
  readonly comments: {
    readonly head: string;
    readonly language: string;
    readonly topologies: Readonly<Record<Topology, string>>;
    readonly piste: (email: string) => string;
    readonly application: string;
    readonly apis: string;
    readonly espaces: string;
    readonly contact: string;
    readonly structures: string;
    readonly qualification: string;
    readonly clients: string;
    readonly template: string;
    readonly atTheClient: string;
  };
  readonly outcomes: Readonly<Record<"written" | "added" | "there" | "kept", string>>;
  readonly drivers: Readonly<Record<"named" | "there" | "other", string>>;
  readonly noRepository: string;
  readonly noForge: string;
  readonly notTop: string;
  readonly includeGitlab: string;
  readonly next: readonly string[];
  readonly practiceNext: (scenario: string, variables: string, port: number) => readonly string[];
}

export type InitQuestion = "topology" | "piste" | "application" | "siret" | "contact" | "telephone" | "editeur" | "solution";

export const initMessages = (language: Language): InitWords => (language === "fr" ? initFr : initEn);
