import type { KeyType, KindFacts } from "../model/explanation.ts";
import type { Actor } from "../model/step.ts";
import { explainEn } from "./en/explain.ts";
import { explainFr } from "./fr/explain.ts";
import type { Language } from "./language.ts";

/** What `chorus explain` says around the words that it explains. */
export interface ExplainWords {
  readonly sorts: Readonly<Record<"code" | "kind" | "key", string>>;
  readonly leads: Readonly<Record<ExplainLead, string>>;
  readonly neverProven: Readonly<Record<KindFacts["whenUnknown"], string>>;
  /** Whether a person's word is taken, and for how long. */
  readonly word: (facts: Pick<KindFacts, "attestable" | "attestedForDays">) => string;
  /** In which portal, by whom; by Chorus where there is no portal. */
  readonly by: (portal: string | undefined, actor: string) => string;
  /** Behind `by`: the holder of the PISTE account. */
  readonly roles: Readonly<Record<Actor["role"], string>>;
  readonly types: Readonly<Record<KeyType, string>>;
  readonly or: string;
  readonly required: string;
  readonly optional: string;
  readonly oneOf: (keys: readonly string[]) => string;
  readonly nothing: string;
  /** Above the lists of everything that is explained. */
  readonly lists: Readonly<Record<"codes" | "kinds" | "keys", string>>;
  readonly more: string;
}

export type ExplainLead =
  | "address"
  | "allowed"
  | "asks"
  | "below"
  | "claims"
  | "elsewhere"
  | "example"
  | "form"
  | "keys"
  | "meaning"
  | "neverProven"
  | "page"
  | "proof"
  | "says"
  | "stands"
  | "steps"
  | "suchAs"
  | "todo"
  | "type"
  | "word";

export const explainMessages = (language: Language): ExplainWords => (language === "fr" ? explainFr : explainEn);
