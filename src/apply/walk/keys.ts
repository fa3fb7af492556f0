import type { Step } from "../../model/step.ts";
import { stepValues } from "./step-values.ts";

/** What a key does before a step. */
export type StepKey = "list" | "open" | "check" | "attest" | "skip" | "postpone" | "guide" | "help" | "leave";

/** Which letters do what; a digit copies the value that has it. `return` is readline's name of Enter. */
export const STEP_KEYS: Readonly<Record<string, StepKey>> = {
  return: "check",
  v: "check",
  o: "open",
  c: "list",
  a: "attest",
  g: "guide",
  s: "skip",
  p: "postpone",
  q: "leave",
  "?": "help",
};

/** The keys that count before a step: those of values it has, of a portal it is done in, of a word it takes. */
export const keysFor = (step: Step): readonly string[] => {
  const values = stepValues(step).length;
  const digits = Array.from({ length: Math.min(values, MOST_DIGITS) }, (_, index) => String(index + 1));
  const letters = Object.keys(STEP_KEYS).filter((key) => {
    const does = STEP_KEYS[key];
    if (does === "open") return step.portal !== undefined;
    if (does === "list") return values > MOST_DIGITS;
    return does !== "attest" || takesWord(step);
  });
  return [...digits, ...letters];
};

/** What an API said not to be so is no matter of a person's word, nor is a date that an API told. */
export const takesWord = ({ why }: Step): boolean => why !== "missing" && why !== "due";

export const MOST_DIGITS = 9;
