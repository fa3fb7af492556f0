import type { Language } from "./language.ts";
import { walkEn } from "./en/walk.ts";
import { walkFr } from "./fr/walk.ts";

/** What is said to a person whom `chorus apply` takes through the steps. */
export interface WalkWords {
  readonly chooseWorker: string;
  readonly worker: (name: string, steps: number, waiting: number) => string;
  readonly everybody: (steps: number) => string;
  /** Below a list that can be narrowed down. */
  readonly chooseHint: string;
  readonly noneLeft: string;
  readonly more: (count: number) => string;
  readonly counter: (number: number, of: number) => string;
  /** What no form asks for and a person looks for, by the guides' names. */
  readonly values: Readonly<Record<string, string>>;
  /** How a step shows that no API tells of. */
  readonly proofByWord: string;
  readonly enter: string;
  readonly does: Readonly<Record<WalkDeed, string>>;
  readonly help: readonly string[];
  readonly copied: (value: string) => string;
  readonly sent: (value: string) => string;
  readonly opened: (url: string) => string;
  readonly looking: string;
  readonly lookingIn: (seconds: number) => string;
  readonly untold: string;
  readonly notYet: string;
  readonly nothingProves: string;
  readonly partly: (left: number) => string;
  readonly refusedUntil: (time: string) => string;
  readonly startAgain: (variables: string, count: number) => string;
  readonly unsure: (subject: string) => string;
  readonly unlocked: (titles: string) => string;
  readonly whichSeen: string;
  readonly all: (count: number) => string;
  readonly askSeen: string;
  readonly askEvidence: string;
  readonly askName: string;
  readonly askWhen: (until: string | undefined) => string;
  readonly isPast: string;
  readonly isNoDay: string;
  readonly postponed: (until: string | undefined) => string;
  readonly noted: (file: string) => string;
  readonly done: (count: number) => string;
  readonly said: (count: number) => string;
  readonly skipped: (count: number) => string;
  readonly setLater: (count: number, until: string | undefined) => string;
  readonly waiting: (count: number) => string;
  readonly interrupted: string;
}

export type WalkDeed = "copy" | "list" | "check" | "tell" | "open" | "attest" | "skip" | "postpone" | "guide" | "help" | "leave" | "takeUp" | "finish";

export const walkMessages = (language: Language): WalkWords => (language === "fr" ? walkFr : walkEn);
