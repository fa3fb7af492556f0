import type { Language } from "./language.ts";
import { cliEn } from "./en/cli.ts";
import { cliFr } from "./fr/cli.ts";

/** What the command line itself says: help, and the lines around a result. */
export interface CliMessages {
  readonly description: string;
  readonly titles: Readonly<Record<"Usage:" | "Arguments:" | "Options:" | "Commands:", string>>;
  readonly help: string;
  readonly version: string;
  readonly commands: Readonly<Record<CommandName, string>>;
  readonly arguments: Readonly<Record<ArgumentName, string>>;
  readonly options: Readonly<Record<OptionName, string>>;
  valid(files: number, warnings: number): string;
  invalid(errors: number, warnings: number): string;
  warnings(count: number): string;
  planWritten(file: string): string;
  traceWritten(file: string): string;
  readonly nothingRecorded: string;
  readonly interrupted: string;
  confirmWrites(count: number): string;
  writesLeft(count: number): string;
  readonly askSeen: string;
  simulating(url: string): string;
  readonly practiceOnly: string;
  bug(version: string): string;
}

export type CommandName =
  | "apply"
  | "attest"
  | "config"
  | "doctor"
  | "plan"
  | "refresh"
  | "show"
  | "simulate"
  | "status"
  | "validate";

export type ArgumentName = "plan" | "reviewed" | "addresses" | "scenario";

export type OptionName =
  | "config"
  | "lang"
  | "trust"
  | "color"
  | "format"
  | "offline"
  | "out"
  | "detailed-exitcode"
  | "target"
  | "env"
  | "actor"
  | "yes"
  | "new-state"
  | "trace"
  | "max-age"
  | "refresh"
  | "changed-since"
  | "timeout"
  | "explain-requests"
  | "application"
  | "account"
  | "limit"
  | "by"
  | "seen"
  | "evidence"
  | "at"
  | "until"
  | "port"
  | "print-env"
  | "now"
  | "fault"
  | "fault-seed"
  | "log"
  | "seed"
  | "structures"
  | "topology";

export const cliMessages = (language: Language): CliMessages => (language === "fr" ? cliFr : cliEn);
