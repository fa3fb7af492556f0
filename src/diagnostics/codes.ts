/**
 * Every code and what it is raised with. Titles, details and hints are in `messages/`; each has a fixture in
 * `test/cases/` that raises it.
 */
export interface CodeArguments {
  // Files
  "CHR-CONFIG-NOT-FOUND": { readonly file: string };
  "CHR-CONFIG-UNREADABLE": { readonly file: string; readonly problem: "directory" | "permission" | "other" };
  "CHR-CONFIG-EMPTY-FILE": { readonly file: string };
  "CHR-FILE-TOO-LARGE": { readonly file: string; readonly megabytes: number; readonly limit: number };
  "CHR-FILE-REFUSED": { readonly file: string; readonly problem: "permission" | "read-only" | "full" | "directory" | "name" };
  "CHR-FILE-ENCODING": { readonly file: string };
  // YAML
  "CHR-YAML-SYNTAX": { readonly problem: string };
  "CHR-YAML-TAB": Nothing;
  "CHR-YAML-DUPLICATE-KEY": { readonly key: string; readonly line: number };
  "CHR-YAML-KEY": Nothing;
  "CHR-YAML-MERGE": Nothing;
  "CHR-YAML-ALIAS-UNKNOWN": { readonly alias: string; readonly suggestion?: string };
  "CHR-YAML-ALIAS-EXPLOSION": { readonly alias: string; readonly problem: "loop" | "size" };
  "CHR-YAML-DEPTH": { readonly limit: number };
  "CHR-YAML-DOCUMENTS": Nothing;
  // Schema
  "CHR-CONFIG-UNKNOWN-KEY": { readonly key: string; readonly suggestion?: string };
  "CHR-CONFIG-MISSING-KEY": { readonly key: string; readonly of: string };
  "CHR-CONFIG-TYPE": { readonly key: string; readonly expected: readonly Shape[]; readonly actual: Shape };
  "CHR-CONFIG-VALUE": {
    readonly key: string;
    readonly value: string;
    readonly allowed?: readonly string[];
    readonly example?: string;
    readonly suggestion?: string;
  };
  "CHR-CONFIG-EMPTY": { readonly key: string };
  "CHR-CONFIG-NAME": { readonly name: string };
  "CHR-CONFIG-VERSION": { readonly version: string };
  "CHR-UNKNOWN-ENVIRONMENT": { readonly name: string; readonly suggestion?: string };
  // Include and merge
  "CHR-INCLUDE-NOTHING": { readonly pattern: string };
  "CHR-INCLUDE-OUTSIDE": { readonly file: string; readonly folder: string };
  "CHR-INCLUDE-CYCLE": { readonly chain: readonly string[] };
  "CHR-INCLUDE-DEPTH": { readonly file: string; readonly limit: number };
  "CHR-MERGE-CONFLICT": { readonly key: string; readonly file: string; readonly line: number };
  // CSV
  "CHR-CSV-NOT-FOUND": { readonly file: string };
  "CHR-CSV-EMPTY": { readonly file: string };
  "CHR-CSV-SYNTAX": { readonly problem: string };
  "CHR-CSV-HEADER-UNKNOWN": { readonly header: string; readonly suggestion?: string };
  "CHR-CSV-HEADER-MISSING": { readonly header: string };
  "CHR-CSV-HEADER-TWICE": { readonly header: string };
  "CHR-CSV-PASSWORD": { readonly column: string };
  "CHR-CSV-CELL-EMPTY": { readonly header: string };
  "CHR-CSV-CODE-TWICE": { readonly name: string; readonly line: number };
  /** A number that a spreadsheet has rounded: its last digits are lost. */
  "CHR-CSV-NUMBER": { readonly header: string; readonly value: string };
  "CHR-CSV-COLUMNS": { readonly expected: number; readonly actual: number };
  "CHR-CSV-VALUE": {
    readonly header: string;
    readonly value: string;
    readonly allowed: readonly string[];
    readonly suggestion?: string;
  };
  // Secrets and trust
  "CHR-SECRET-LITERAL": { readonly key: string };
  "CHR-SECRET-SOURCE": { readonly key: string; readonly count: number };
  "CHR-SECRET-SHARED": { readonly secret: string; readonly name: string; readonly other: string };
  "CHR-TRUST-HOST": { readonly host: string; readonly environment: string };
  "CHR-TRUST-TLS": { readonly environment: string };
  "CHR-TRUST-COMMAND": { readonly command: string };
  "CHR-TRUST-FILE": { readonly file: string };
  "CHR-HOST-DECOMMISSIONED": { readonly host: string; readonly replacement: string };
  // Domain: identifiers
  "CHR-SIRET-FORM": { readonly identifiant: string; readonly fix?: string; readonly problem: "zero" | "spaces" | "other" };
  "CHR-SIRET-SIREN": { readonly identifiant: string };
  "CHR-SIRET-KEY": { readonly identifiant: string; readonly environment: string };
  "CHR-IDENTIFIER-FORM": { readonly identifiant: string; readonly type: string; readonly example: string };
  "CHR-IDENTIFIER-TWICE": { readonly identifiant: string; readonly name: string; readonly other: string; readonly environment: string };
  "CHR-NAME-TWICE": { readonly name: string };
  "CHR-ACCEPTE-CODE": { readonly accepted: string; readonly suggestion?: string };
  // Domain: applications
  "CHR-TOPOLOGY-MISSING": Nothing;
  "CHR-CLIENTS-TOPOLOGY": Nothing;
  "CHR-APPLICATION-MISSING": { readonly environment: string };
  "CHR-APPLICATION-TWICE": { readonly nom: string; readonly name: string; readonly other: string; readonly environment: string };
  "CHR-SANDBOX-IN-PRODUCTION": { readonly nom: string };
  "CHR-SANDBOX-LIKE-NAME": { readonly nom: string };
  "CHR-SOLUTION-MISSING": Nothing;
  "CHR-VERIFICATION-API": { readonly apis: readonly ("structures" | "transverses" | "utilisateurs")[] };
  "CHR-QUALIFICATION-FIRST": { readonly nom: string };
  // Domain: references
  "CHR-UNKNOWN-API": Unknown;
  "CHR-UNKNOWN-ESPACE": Unknown;
  "CHR-UNKNOWN-CONTACT": Unknown & { readonly environment: string };
  "CHR-UNKNOWN-APPLICATION": Unknown & { readonly environment: string };
  "CHR-UNKNOWN-STRUCTURE": Unknown & { readonly environment: string };
  "CHR-UNKNOWN-GESTIONNAIRE": Unknown & { readonly environment: string };
  "CHR-UNKNOWN-COMPTE-PISTE": Unknown & { readonly environment: string };
  // Domain: people and life
  "CHR-EMAIL-FORM": { readonly value: string };
  "CHR-TELEPHONE-FORM": { readonly value: string };
  "CHR-LOGIN-FORM": { readonly value: string };
  "CHR-SORTANT-DATE": { readonly name: string };
  "CHR-DATE-FORM": { readonly value: string; readonly fix?: string; readonly of?: string };
  "CHR-REMPLACE-NOT-SORTANT": { readonly name: string; readonly replaced: string };
  "CHR-REMPLACE-CYCLE": { readonly chain: readonly string[] };
  "CHR-MOVED-FROM-EXISTS": { readonly from: string; readonly to: string };
  "CHR-MOVED-TO-UNKNOWN": { readonly from: string; readonly to: string; readonly suggestion?: string };
  "CHR-STRUCTURE-UNCOVERED": { readonly name: string; readonly environment: string };
  // Attestations
  "CHR-ATTESTATION-FORM": { readonly problem: AttestationProblem; readonly value?: string; readonly fix?: string };
  "CHR-ATTESTATION-UNMATCHED": { readonly address: string; readonly suggestion?: string };
  "CHR-EVIDENCE-FILE": { readonly file: string; readonly problem: "missing" | "changed" | "outside" | "too-large" };
  "CHR-EVIDENCE-SECRET": { readonly subject: string; readonly problem: "connection-details" | "password" | "known-secret" | "unread" };
  // Proof from elsewhere
  "CHR-PROOF-FORM": {
    readonly file: string;
    readonly problem: "not-found" | "unreadable" | "too-large" | "json" | "schema";
    readonly place?: string;
  };
  "CHR-PROOF-ALTERED": OfProof & { readonly what: "digest" | "signature" | "asked" | "times" };
  "CHR-PROOF-UNSIGNED": OfProof & { readonly keys: string };
  "CHR-PROOF-KEY": OfProof & { readonly key: string; readonly keys: string };
  "CHR-PROOF-KEY-FILE": { readonly file: string; readonly problem: "not-found" | "not-private" | "not-public" };
  "CHR-PROOF-CLIENT": OfProof & { readonly suggestion?: string };
  "CHR-PROOF-ENVIRONMENT": OfProof & { readonly environment: string };
  "CHR-PROOF-SUBJECT": OfProof & {
    readonly kind: "structure" | "application" | "compte-technique" | "question";
    readonly name: string;
    readonly value: string;
  };
  "CHR-PROOF-OLD": OfProof & { readonly madeAt: string; readonly limitHours: number };
  "CHR-PROOF-EMPTY": OfProof;
  "CHR-PROOF-FUTURE": OfProof & { readonly madeAt: string };
  "CHR-PROOF-REPLAYED": OfProof & { readonly madeAt: string; readonly before: string };
  // Requests to people outside
  "CHR-REQUEST-FORM": { readonly problem: RequestProblem };
  // State
  "CHR-STATE-GONE": { readonly file: string };
  /** `place`: of a line that does not fit, what in it; empty for the whole. */
  "CHR-STATE-CORRUPT": { readonly file: string; readonly line: number; readonly problem: StateDefect; readonly place: string };
  "CHR-STATE-NEWER": { readonly file: string; readonly version: number; readonly supported: number };
  "CHR-STATE-LOCKED": { readonly file: string; readonly pid: number; readonly host: string; readonly since: string; readonly owner: string; readonly command: string };
  /** The host of a database or of a state's address, which the configuration cannot grant itself. */
  "CHR-STATE-TRUST": { readonly host: string; readonly trust: string };
  "CHR-STATE-UNREACHABLE": { readonly place: string; readonly problem: StateProblem; readonly detail: string };
  "CHR-STATE-LINEAGE": { readonly file: string; readonly place: string };
  "CHR-STATE-OLDER": { readonly file: string; readonly place: string; readonly count: number };
  "CHR-STATE-TAKEN": { readonly address: string };
  "CHR-STATE-BACKUP": { readonly place: string };
  "CHR-STATE-HISTORY": { readonly place: string };
  "CHR-STATE-MIGRATION": { readonly place: string; readonly problem: "not-empty" | "differs"; readonly count: number };
  "CHR-VANISHED": { readonly name: string; readonly kind: string; readonly environment: string };
  // Command line
  "CHR-WHERE": {
    readonly filter: string;
    /** From 1. */
    readonly column: number;
    /** Empty: it ends there. */
    readonly found: string;
    readonly expected: WhereExpected;
    readonly allowed?: readonly string[];
    readonly suggestion?: string;
  };
  "CHR-ADDRESS-UNKNOWN": { readonly address: string; readonly suggestion?: string; /** Absent: in the configuration. */ readonly of?: "state" };
  "CHR-NOTHING-TO-ATTEST": { readonly address: string; readonly reason: "proven" | "not-attestable" | "no-difference" };
  "CHR-NOTHING-TO-ASK": {
    readonly address: string;
    readonly reason: "no-step" | "not-outside" | "waits" | "asked" | "escalated" | "refused" | "blocked" | "done";
    readonly at?: string;
    readonly until?: string;
    /** `waits`: what must be done first. */
    readonly first?: string;
  };
  "CHR-PLAN-FORM": { readonly file: string; readonly problem: "not-found" | "unreadable" | "json" | "schema" | "filtered"; readonly place?: string };
  /** The first few are named. */
  "CHR-REGRESSION": { readonly count: number; readonly names: readonly string[] };
  "CHR-PAST-DUE": { readonly count: number; readonly names: readonly string[] };
  "CHR-PLAN-DIGEST": { readonly file: string; readonly digest: string; readonly reviewed: string };
  "CHR-CHANGE-ENDS": { readonly environment: string; readonly ended: number; readonly of: number };
  "CHR-CHANGE-LARGE": { readonly changes: number; readonly limit: number };
  "CHR-SCENARIO-NOT-FOUND": { readonly file: string };
  "CHR-SCENARIO-FORM": { readonly problem: "unknown-key" | "missing-key" | "value"; readonly key: string };
  /** `near`: the nearest words that are explained. */
  "CHR-EXPLAIN-UNKNOWN": { readonly word: string; readonly near: readonly string[]; readonly kinds: readonly string[]; readonly keys: readonly string[] };
  "CHR-USAGE": { readonly problem: UsageProblem; readonly value: string; readonly of?: string; readonly allowed?: string; readonly suggestion?: string };
  "CHR-UNTRUSTED-HOST": { readonly host: string; readonly environment: string; readonly trust: string };
  "CHR-ENDPOINT-PAIR": { readonly given: string; readonly missing: string };
  /** What could not be added in place: the line that a person may add himself. */
  "CHR-EDIT-PLACE": { readonly file: string; readonly key: string; readonly line: string };
  "CHR-EDIT-NO-LIST": Nothing;
  "CHR-IMPORT-NO-ACCOUNT": { readonly environment: string };
  "CHR-IMPORT-LOSES": { readonly file: string; readonly lost: readonly string[]; readonly count: number };
  "CHR-PORT-TAKEN": { readonly port: string };
  "CHR-TRUST-TOKEN": { readonly token: string };
}

export type Code = keyof CodeArguments;

/** What cannot be read in the file of attestations: the key, or the whole. */
export type AttestationProblem = "list" | "conflict" | "address" | "by" | "at" | "seen" | "until" | "covers" | "evidence";

/** What should stand in a filter where something else does. `shorter`: it is too long to be one that somebody wrote. */
export type WhereExpected = "field" | "operator" | "value" | "duration" | "word" | "connective" | "parenthesis" | "quote" | "shorter";

/** What is wrong with a line of the state: no whole JSON, no header where one must be, about nothing, about what another is about, of another form. */
export type StateDefect = "json" | "header" | "subject" | "twice" | "form";

export type UsageProblem =
  | "unknown-option"
  | "unknown-command"
  | "missing-argument"
  | "missing-option"
  | "missing-value"
  | "invalid-argument"
  /** An output in the place of what people and Chorus keep. */
  | "kept-file"
  | "unknown-revision"
  | "ambiguous"
  | "contradictory"
  | "excess-arguments";

/** What is wrong with a line of the journal: the key that is, or the line as a whole. */
export type RequestProblem = "not-a-file" | "conflict" | "json" | "future" | "at" | "address" | "action" | "event" | "by" | "until";

/** What a value is, in the user's words. */
export type Shape = "map" | "list" | "text" | "boolean" | "integer";

export interface Unknown {
  readonly name: string;
  readonly suggestion?: string;
}

/** The file of a proof, and the client that it says it is about. */
export interface OfProof {
  readonly file: string;
  readonly client: string;
}

type Nothing = Readonly<Record<string, never>>;

/**
 * Why a state that is kept elsewhere cannot be had: its secret is missing, its URL is none, nobody answers, we are not let
 * in, what we ask is refused, the answer is not what is described.
 */
export type StateProblem = "secret" | "no-url" | "unreachable" | "denied" | "refused" | "unexpected";
