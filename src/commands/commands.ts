import { BLOCKED_REASONS } from "../catalogue/guides/blocked-way.ts";
import { IDENTIFIER_TYPES } from "../model/identifier.ts";
import type { CommandEntry, OptionEntry } from "./command-entry.ts";
import { ACTOR, BY, DETAILED, ENV, FORMAT, FRESHNESS, LOCK_TIMEOUT, NEW_STATE, NON_INTERACTIVE, OUTPUTS, TARGET, TRACE } from "./options.ts";
import { STATE_COMMANDS } from "./state/commands.ts";

const NOM: OptionEntry = { name: "nom", flags: "--nom <text>" };
const DRY_RUN: OptionEntry = { name: "dry-run", flags: "--dry-run" };

export const COMMANDS: readonly CommandEntry[] = [
  { name: "validate", options: [FORMAT], load: () => import("./validate.ts") },
  {
    name: "plan",
    options: [
      { name: "offline", flags: "--offline" },
      ENV,
      TARGET,
      ACTOR,
      ...OUTPUTS,
      { name: "out", flags: "--out <file>" },
      DETAILED,
      NEW_STATE,
      TRACE,
      ...FRESHNESS,
      { name: "explain-requests", flags: "--explain-requests" },
      { name: "against", flags: "--against <revision>" },
      { name: "max-changes", flags: "--max-changes <number>" },
      { name: "allow-ends", flags: "--allow-ends" },
    ],
    load: () => import("./plan.ts"),
  },
  {
    name: "apply",
    argument: { name: "reviewed", form: "[plan]" },
    options: [ENV, TARGET, ACTOR, { name: "reviewed", flags: "--reviewed <digest>" }, { name: "yes", flags: "-y, --yes" }, NON_INTERACTIVE, BY, ...OUTPUTS, DETAILED, NEW_STATE, LOCK_TIMEOUT, TRACE, ...FRESHNESS],
    load: () => import("./apply.ts"),
  },
  {
    name: "refresh",
    options: [ENV, TARGET, ...OUTPUTS, { name: "fail-on", flags: "--fail-on <what>", repeatable: true }, DETAILED, NEW_STATE, LOCK_TIMEOUT, TRACE, ...FRESHNESS],
    load: () => import("./refresh.ts"),
  },
  {
    name: "drift",
    options: [{ name: "offline", flags: "--offline" }, ENV, TARGET, ...OUTPUTS, { ...DETAILED, name: "drift-exitcode" }, TRACE, ...FRESHNESS],
    load: () => import("./drift.ts"),
  },
  {
    name: "doctor",
    options: [
      ENV,
      { name: "application", flags: "--application <name>", repeatable: true },
      { name: "account", flags: "--account <name>", repeatable: true },
      { name: "limit", flags: "--limit <number>" },
      FORMAT,
      TRACE,
    ],
    load: () => import("./doctor.ts"),
  },
  {
    name: "attest",
    argument: { name: "addresses", form: "<address...>" },
    options: [
      BY,
      { name: "seen", flags: "--seen <text>" },
      { name: "evidence", flags: "--evidence <reference>" },
      { name: "accept", flags: "--accept" },
      { name: "reason", flags: "--reason <text>" },
      { name: "at", flags: "--at <date>" },
      { name: "until", flags: "--until <date>" },
    ],
    load: () => import("./attest.ts"),
  },
  {
    name: "prove",
    options: [
      { name: "proof-out", flags: "--out <file>" },
      { name: "client", flags: "--client <code>" },
      { ...ENV, name: "proof-env" },
      { name: "key", flags: "--key <file>" },
      { name: "timeout", flags: "--timeout <duration>" },
      TRACE,
    ],
    load: () => import("./prove.ts"),
  },
  {
    name: "collect",
    argument: { name: "proofs", form: "<file...>" },
    options: [{ name: "proof-max-age", flags: "--max-age <duration>" }, NEW_STATE, LOCK_TIMEOUT],
    load: () => import("./collect.ts"),
  },
  {
    name: "ask",
    argument: { name: "addresses", form: "[address...]" },
    options: [
      ACTOR,
      { name: "asked-by", flags: "--by <name>" },
      { name: "note", flags: "--note <text>" },
      { name: "again", flags: "--again" },
    ],
    load: () => import("./ask.ts"),
  },
  {
    name: "guide",
    argument: { name: "addresses", form: "<address...>" },
    options: [
      { name: "action", flags: "--action <step>" },
      { name: "blocked-reason", flags: "--blocked <reason>", choices: BLOCKED_REASONS },
      { name: "call", flags: "--call" },
      { name: "open", flags: "--open" },
      FORMAT,
    ],
    load: () => import("./guide.ts"),
  },
  {
    name: "worklist",
    options: [
      ACTOR,
      { name: "each", flags: "--each <what>", choices: ["client"] },
      { name: "out-folder", flags: "--out <folder>" },
      { name: "format", flags: "--format <format>", choices: ["text", "markdown", "html", "csv"] },
    ],
    load: () => import("./worklist.ts"),
  },
  {
    name: "note",
    argument: { name: "addresses", form: "<address...>" },
    options: [
      { name: "refused", flags: "--refused" },
      { name: "blocked", flags: "--blocked <reason>" },
      { name: "unblocked", flags: "--unblocked" },
      { name: "done", flags: "--done" },
      { name: "note", flags: "--note <text>" },
      { name: "asked-by", flags: "--by <name>" },
    ],
    load: () => import("./note.ts"),
  },
  {
    name: "status",
    options: [
      ENV,
      TARGET,
      { name: "due", flags: "--due <duration>" },
      { name: "forecast", flags: "--forecast" },
      { ...FORMAT, choices: ["text", "json", "csv", "ics", "prometheus"] },
      DETAILED,
    ],
    load: () => import("./status.ts"),
  },
  {
    name: "report",
    options: [ENV, TARGET, { name: "report-out", flags: "--out <file>" }, { name: "format", flags: "--format <format>", choices: ["html", "markdown", "json"] }],
    load: () => import("./report.ts"),
  },
  {
    name: "show",
    argument: { name: "plan", form: "<plan>" },
    options: [ACTOR, ...OUTPUTS],
    load: () => import("./show.ts"),
  },
  ...STATE_COMMANDS,
  {
    name: "add structure",
    argument: { name: "structure", form: "<name> <identifier>" },
    options: [{ ...ENV, name: "add-env" }, { name: "type", flags: "--type <type>", choices: IDENTIFIER_TYPES }, NOM, DRY_RUN],
    load: () => import("./add/structure.ts"),
  },
  {
    name: "add client",
    argument: { name: "client", form: "<code> <identifier>" },
    options: [
      NOM,
      { name: "client-login", flags: "--login <login>" },
      { name: "etat", flags: "--etat <etat>", choices: ["actif", "pause", "sortant"] },
      { name: "etat-date", flags: "--date <date>" },
      { name: "remplace", flags: "--remplace <code>" },
      { name: "type", flags: "--type <type>", choices: IDENTIFIER_TYPES },
      { name: "compte-piste", flags: "--piste <e-mail>" },
      DRY_RUN,
    ],
    load: () => import("./add/client.ts"),
  },
  {
    name: "import csv",
    argument: { name: "table", form: "<file>" },
    options: [
      { name: "map", flags: "--map <column=name>", repeatable: true },
      { name: "zeros", flags: "--zeros" },
      { name: "import-out", flags: "--out <file>" },
      FORMAT,
    ],
    load: () => import("./import/csv.ts"),
  },
  { name: "config", options: [FORMAT], load: () => import("./config.ts") },
  {
    name: "simulate",
    argument: { name: "scenario", form: "[scenario]" },
    options: [
      { name: "port", flags: "--port <port>" },
      { name: "print-env", flags: "--print-env" },
      { name: "now", flags: "--now <time>" },
      { name: "fault", flags: "--fault <fault>", repeatable: true },
      { name: "fault-seed", flags: "--fault-seed <number>" },
      { name: "log", flags: "--log <file>" },
      { name: "seed", flags: "--seed <number>" },
      { name: "structures", flags: "--structures <number>" },
      { name: "topology", flags: "--topology <topology>", choices: ["direct", "editeur", "concentrateur"] },
    ],
    load: () => import("./simulate.ts"),
  },
];
