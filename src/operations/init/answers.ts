import type { Topology } from "../../model/desired.ts";

/** What a first configuration is made of: all that nothing else tells. */
export interface Answers {
  readonly topology: Topology;
  /** E-mail of the PISTE account. */
  readonly piste: string;
  /** The application in production; in `editeur` the start of each client's. */
  readonly application: string;
  /** What the first structure is called, or the first client's code. */
  readonly name: string;
  readonly siret: string;
  readonly contact: string;
  readonly telephone: string;
  /** For `editeur`: who publishes the software, and its name. */
  readonly editeur: string;
  readonly solution: string;
}

export type AnswerName = keyof Answers;

/** Asked in this order; `name` has a default and is asked of nobody. */
export const asked = (topology: Topology): readonly Exclude<AnswerName, "topology" | "name">[] =>
  topology === "editeur" ? ["piste", "editeur", "solution", "siret", "contact", "telephone"] : ["piste", "application", "siret", "contact", "telephone"];

export const nameByDefault = (topology: Topology): string => NAMES[topology];

const NAMES: Readonly<Record<Topology, string>> = { direct: "siege", editeur: "C0001", concentrateur: "operateur" };
