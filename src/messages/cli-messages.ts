import type { LockHolder } from "../model/lock-holder.ts";
import type { Language } from "./language.ts";
import { cliEn } from "./en/cli.ts";
import { cliFr } from "./fr/cli.ts";

/** What the command line itself says: help, and the lines around a result. */
export interface CliMessages {
  readonly description: string;
  readonly titles: Readonly<Record<"Usage:" | "Arguments:" | "Options:" | "Commands:" | "Examples:", string>>;
  /** Names of values in the help, where they are not those of the code. */
  readonly metavars: Readonly<Record<string, string>>;
  /** What the help says of an option behind its description. */
  readonly facts: {
    choices(values: readonly string[]): string;
    variable(name: string): string;
  };
  readonly help: string;
  readonly version: string;
  readonly commands: Readonly<Record<CommandName, string>>;
  readonly groups: Readonly<Record<GroupName, string>>;
  readonly arguments: Readonly<Record<ArgumentName, string>>;
  readonly options: Readonly<Record<OptionName, string>>;
  valid(files: number, warnings: number): string;
  invalid(errors: number, warnings: number): string;
  warnings(count: number): string;
  planWritten(file: string): string;
  traceWritten(file: string): string;
  readonly nothingRecorded: string;
  readonly noRecords: string;
  stateWritten(place: string, records: number): string;
  stateMigrated(place: string, records: number, digest: string): string;
  /** What the configuration's key `state` must be; absent: none. */
  stateKey(key: string | undefined): string;
  readonly notLocked: string;
  unlocked(holder: LockHolder): string;
  readonly interrupted: string;
  readonly timeUp: string;
  preparing(structures: number): string;
  readonly nobodyToAsk: string;
  noGestionnaires(file: string): string;
  /** To these people, nothing that can be done today. */
  nothingNow(people: number): string;
  unknownGestionnaires(file: string, codes: readonly string[]): string;
  gestionnairesInGit(file: string): string;
  worklistsWritten(count: number, folder: string): string;
  /** Messages of an earlier run. */
  worklistsRemoved(names: readonly string[]): string;
  worklistsStale(names: readonly string[]): string;
  confirmWrites(count: number): string;
  writesLeft(count: number): string;
  readonly askSeen: string;
  simulating(url: string): string;
  /** Other machines are let in. */
  simulationExposed(address: string): string;
  readonly practiceOnly: string;
  bug(version: string): string;
}

export type CommandName =
  | "add client"
  | "add structure"
  | "apply"
  | "ask"
  | "attest"
  | "collect"
  | "completion"
  | "config"
  | "doctor"
  | "drift"
  | "explain"
  | "guide"
  | "import csv"
  | "import live"
  | "init"
  | "note"
  | "plan"
  | "prove"
  | "refresh"
  | "report"
  | "show"
  | "simulate"
  | "status"
  | "state list"
  | "state show"
  | "state history"
  | "state move"
  | "state forget"
  | "state pull"
  | "state push"
  | "state migrate"
  | "state restore"
  | "state unlock"
  | "state merge"
  | "validate"
  | "worklist";

/** Commands that are but a group of others. */
export type GroupName = "add" | "import" | "state";

export type ArgumentName = "proofs" | "plan" | "reviewed" | "addresses" | "scenario" | "records" | "subject" | "rename" | "state" | "merged" | "table" | "structure" | "client" | "shell" | "what";

export type OptionName =
  | "force"
  | "to"
  | "state-out"
  | "lock-timeout"
  | "config"
  | "lang"
  | "trust"
  | "color"
  | "format"
  | "offline"
  | "out"
  | "output"
  | "against"
  | "fail-on"
  | "drift-exitcode"
  | "max-changes"
  | "allow-ends"
  | "reviewed"
  | "detailed-exitcode"
  | "target"
  | "where"
  | "env"
  | "actor"
  | "yes"
  | "non-interactive"
  | "new-state"
  | "state"
  | "trace"
  | "max-age"
  | "refresh"
  | "changed-since"
  | "timeout"
  | "due"
  | "forecast"
  | "explain-requests"
  | "application"
  | "account"
  | "limit"
  | "count"
  | "page"
  | "page-limit"
  | "by"
  | "asked-by"
  | "each"
  | "out-folder"
  | "report-out"
  | "note"
  | "again"
  | "action"
  | "blocked-reason"
  | "call"
  | "open"
  | "refused"
  | "blocked"
  | "unblocked"
  | "done"
  | "seen"
  | "evidence"
  | "proof-out"
  | "client"
  | "proof-env"
  | "key"
  | "proof-max-age"
  | "accept"
  | "reason"
  | "at"
  | "until"
  | "port"
  | "expose"
  | "print-env"
  | "now"
  | "fault"
  | "fault-seed"
  | "log"
  | "seed"
  | "structures"
  | "topology"
  | "init-topology"
  | "init-piste"
  | "init-application"
  | "siret"
  | "init-name"
  | "contact"
  | "telephone"
  | "editeur"
  | "solution"
  | "ci"
  | "practice"
  | "practice-port"
  | "nom"
  | "live-env"
  | "write"
  | "add-env"
  | "dry-run"
  | "type"
  | "client-login"
  | "etat"
  | "etat-date"
  | "remplace"
  | "compte-piste"
  | "map"
  | "zeros"
  | "import-out";

export const cliMessages = (language: Language): CliMessages => (language === "fr" ? cliFr : cliEn);

/** `--actor <actor>` as a person reads it. */
export const withMetavars = (term: string, metavars: CliMessages["metavars"]): string =>
  term.replaceAll(/(?<=[<[])[a-z]+/g, (name) => metavars[name] ?? name);
