import type { StepAction } from "../model/step.ts";

/** What a message to somebody outside is about. `moved`: the new SIRET works, the old one is closed. `team`: our own people. `blocked`: ways around alone. */
export type OpeningSubject = "onboarding" | "blocked" | "renewal" | "move" | "moved" | "leaving" | "team";

/** What is written to somebody outside who has something to do. */
export interface WorklistWords {
  readonly title: (name: string) => string;
  readonly greeting: (name: string | undefined) => string;
  /** Of a message: to whom, and what about. */
  readonly to: (address: string) => string;
  readonly subject: (title: string) => string;
  readonly reminder: (since: string) => string;
  readonly partlyReminder: (since: string) => string;
  /** Paragraphs, by what the message is about. */
  readonly opening: Readonly<Record<OpeningSubject, (steps: number) => readonly string[]>>;
  /** Where there are also ways around. */
  readonly alsoBlocked: string;
  readonly copy: string;
  /** Over what is done in one portal: where, and for how long. */
  readonly session: (where: string, duration: string) => string;
  /** Over a way around: through which channel. */
  readonly around: (channel: string) => string;
  /** What cannot be done until it is gone. */
  readonly keeps: (steps: readonly string[]) => string;
  /** What a step is good for, to somebody who never heard of it. */
  readonly why: Partial<Readonly<Record<StepAction, string>>>;
  readonly leads: Readonly<Record<"where" | "who" | "needs" | "bring" | "why" | "first" | "before" | "do" | "type" | "submit" | "result" | "keep" | "after" | "wrong", string>>;
  readonly structure: (identifier: string) => string;
  readonly lookFirst: string;
  /** Asked before all else, where the password may be new already; then said again beside the step. */
  readonly alreadyReset: string;
  readonly notAgain: string;
  readonly laterTitle: string;
  readonly later: {
    readonly us: string;
    readonly own: string;
    readonly proof: string;
    readonly others: (steps: readonly string[]) => string;
  };
  readonly closing: readonly string[];
  /** Of the table: code, name, e-mail, telephone, number, where, what, how. */
  readonly columns: readonly string[];
}
