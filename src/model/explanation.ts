import type { KindName } from "./address.ts";
import type { ConditionType } from "./condition.ts";
import type { Question } from "./question.ts";
import type { Actor, StepAction } from "./step.ts";

/** What one word of Chorus means, in the words of one language. */
export type Explanation = CodeExplanation | KindExplanation | KeyExplanation;

export interface CodeExplanation {
  readonly of: "code";
  readonly name: string;
  readonly title: string;
  /** What it means, where that is the same each time. */
  readonly meaning?: string;
  /** What it says with invented values, where a real one has yours. */
  readonly example?: string;
  readonly todo: string;
  readonly page: string;
}

export interface KindExplanation extends KindFacts {
  readonly of: "kind";
  readonly name: KindName;
  readonly is: string;
  readonly proof: string;
  readonly address: string;
  readonly addressExample: string;
  /** Keys of the configuration that have the same name. */
  readonly keys: readonly string[];
  readonly page: string;
}

/** What a kind itself tells. */
export interface KindFacts {
  readonly claims: readonly ConditionType[];
  readonly asks: readonly Question["ask"][];
  readonly whenUnknown: "act" | "wait";
  readonly attestable: boolean;
  readonly attestedForDays: number;
  readonly steps: readonly KindStep[];
}

export interface KindStep {
  readonly action: StepAction;
  /** The portal's name; absent where Chorus does it itself. */
  readonly portal?: string;
  readonly actor: Actor["role"];
}

export interface KeyExplanation extends KeyFacts {
  readonly of: "key";
  readonly name: string;
  readonly descriptions: readonly string[];
  readonly page: string;
}

/** What the schema tells of a key, beside its descriptions. */
export interface KeyFacts {
  readonly types: readonly KeyType[];
  readonly allowed: readonly (string | number)[];
  /** Whether it must stand where what holds it stands. */
  readonly required: boolean;
  /** The keys below it. */
  readonly keys: readonly string[];
  /** Of which exactly one must stand. */
  readonly oneOf: readonly string[];
  readonly pattern?: string;
  readonly example?: unknown;
  /** Where the same key may stand too. */
  readonly elsewhere: readonly string[];
}

export type KeyType = "string" | "integer" | "boolean" | "array" | "object";

/** Every word that is explained. */
export interface Explainable {
  readonly codes: readonly { readonly code: string; readonly title: string }[];
  readonly kinds: readonly KindName[];
  readonly keys: readonly string[];
}
