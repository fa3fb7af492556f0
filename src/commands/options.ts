import type { OptionEntry } from "./command-entry.ts";

/** Options that several commands have. */
export const FORMAT: OptionEntry = { name: "format", flags: "--format <format>", choices: ["text", "json"] };
/** In which formats a run is told, and where: `--format` is one, on stdout. */
export const OUTPUTS: readonly OptionEntry[] = [
  { ...FORMAT, choices: ["text", "json", "markdown", "ndjson", "gitlab"] },
  { name: "output", flags: "--output <format[=file]>", repeatable: true },
];
export const ENV: OptionEntry = { name: "env", flags: "--env <environment>", choices: ["qualification", "production"] };
export const TARGET: OptionEntry = { name: "target", flags: "--target <address>", repeatable: true };
export const WHERE: OptionEntry = { name: "where", flags: "--where <filter>" };
/** Of what is a list: how many there are, or a page of it. */
export const LISTED: readonly OptionEntry[] = [
  { name: "count", flags: "--count" },
  { name: "page", flags: "--page <number>" },
  { name: "page-limit", flags: "--limit <number>" },
];
export const ACTOR: OptionEntry = { name: "actor", flags: "--actor <actor>" };
export const DETAILED: OptionEntry = { name: "detailed-exitcode", flags: "--detailed-exitcode" };
export const NEW_STATE: OptionEntry = { name: "new-state", flags: "--new-state" };
export const LOCK_TIMEOUT: OptionEntry = { name: "lock-timeout", flags: "--lock-timeout <duration>" };
export const NON_INTERACTIVE: OptionEntry = { name: "non-interactive", flags: "--non-interactive" };
export const BY: OptionEntry = { name: "by", flags: "--by <name>" };
/** How much may end or change at once. */
export const STOPS: readonly OptionEntry[] = [
  { name: "max-changes", flags: "--max-changes <number>" },
  { name: "allow-ends", flags: "--allow-ends" },
];
export const TRACE: OptionEntry = { name: "trace", flags: "--trace <file>" };

/** How much is asked anew. */
export const FRESHNESS: readonly OptionEntry[] = [
  { name: "max-age", flags: "--max-age <duration>" },
  { name: "refresh", flags: "--refresh" },
  { name: "changed-since", flags: "--changed-since <revision>" },
  { name: "timeout", flags: "--timeout <duration>" },
];

/** Options of every command. */
export const GLOBAL_OPTIONS: readonly OptionEntry[] = [
  { name: "config", flags: "-c, --config <file>" },
  { name: "lang", flags: "--lang <language>", choices: ["fr", "en"] },
  { name: "trust", flags: "--trust <what>", repeatable: true },
];
