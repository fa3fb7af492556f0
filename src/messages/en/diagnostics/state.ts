import type { StateDefect, StateProblem } from "../../../diagnostics/codes.ts";
import { isElsewhere } from "../../../model/place.ts";
import type { DiagnosticWords } from "../../diagnostic-words.ts";

/** Where what was proven is kept. */
export const STATE = {
  "CHR-STATE-GONE": {
    title: "State gone",
    detail: ({ file }) => `${file} existed and is no longer there.`,
    hint: ({ file }) => `${isElsewhere(file) ? "Restore it from a backup, or from the versions that the server keeps." : `Restore it: git checkout -- ${file}.`} To begin a new one, losing what was proven: --new-state.`,
  },
  "CHR-STATE-CORRUPT": {
    title: "Damaged state",
    detail: ({ file, line, problem, place }) => `${file}, line ${line}: ${place === "" ? CORRUPT[problem] : `the value of "${place}" does not fit`}.`,
    hint: ({ file }) =>
      isElsewhere(file) ? "Restore it from a backup, or from the versions that the server keeps." : `Restore what was there before the last write ("chorus state restore"), or what Git has: git checkout -- ${file}.`,
  },
  "CHR-STATE-NEWER": {
    title: "State of a newer version",
    detail: ({ file, version, supported }) => `${file} has format ${version}; this version of Chorus reads up to format ${supported}.`,
    hint: () => "Update Chorus.",
  },
  "CHR-STATE-LOCKED": {
    title: "State locked",
    detail: ({ file, pid, host, since, owner, command }) => `${file} is in use since ${since}: ${owner}, "${command}", process ${pid} on ${host}.`,
    hint: () => 'Wait until it has finished, longer with --lock-timeout. If it no longer exists: "chorus state unlock".',
  },
  "CHR-STATE-TRUST": {
    title: "Untrusted place for the state",
    detail: ({ host }) => `The configuration keeps the state on ${host}. A configuration cannot decide alone where secrets and records go.`,
    hint: ({ trust }) => `If you vouch for it: --trust ${trust}, or CHORUS_TRUST.`,
  },
  "CHR-STATE-UNREACHABLE": {
    title: "State out of reach",
    detail: ({ place, problem, detail }) => `${place}: ${STATE_PROBLEM[problem]}${detail === "" ? "" : ` (${detail})`}.`,
    hint: ({ problem }) => STATE_PROBLEM_HINT[problem],
  },
  "CHR-STATE-LINEAGE": {
    title: "Another state",
    detail: ({ file, place }) => `${file} was begun apart from ${place}: the two have nothing to do with each other.`,
    hint: () => "Take the one that belongs to this configuration. To put it there all the same: --force.",
  },
  "CHR-STATE-OLDER": {
    title: "Older than what is there",
    detail: ({ file, place, count }) => `${place} has ${count} records with newer proofs than ${file}, which would be lost.`,
    hint: () => 'Take it again with "chorus state pull", or put it there all the same: --force.',
  },
  "CHR-STATE-TAKEN": {
    title: "Already recorded",
    detail: ({ address }) => `${address} is recorded already: two records cannot become one.`,
    hint: () => 'Forget one of the two first: "chorus state forget".',
  },
  "CHR-STATE-BACKUP": {
    title: "Nothing to restore",
    detail: ({ place }) => `${place}: no earlier state is kept beside this machine's notes.`,
    hint: () => 'Git has earlier ones (git log chorus.state.jsonl), a database has "chorus state history".',
  },
  "CHR-STATE-HISTORY": {
    title: "No history",
    detail: ({ place }) => `${place} keeps no history.`,
    hint: () => "Keep the state in a file in Git, or in PostgreSQL: both tell who changed what, and when.",
  },
  "CHR-STATE-MIGRATION": {
    title: "Migration not done",
    detail: ({ place, problem, count }) => problem === "not-empty" ? `${place} has ${count} records already.` : `${place} does not give back what was written: ${count} records, or others.`,
    hint: ({ problem }) => problem === "not-empty" ? "Look at what it is. To put this state in its place: --force." : "Nothing was taken away from where the state is. Try again, or write elsewhere.",
  },
} satisfies Partial<DiagnosticWords>;

const CORRUPT: Readonly<Record<StateDefect, string>> = {
  json: "this is no whole JSON",
  header: "this is not the beginning of a state",
  subject: "it does not say what it is about",
  twice: "another line is about the same already",
  form: "this is no record",
};

const STATE_PROBLEM: Readonly<Record<StateProblem, string>> = {
  secret: "its secret cannot be found",
  "no-url": "what was found is not its URL",
  unreachable: "nobody answers",
  denied: "access is denied",
  refused: "the request is refused",
  unexpected: "the answer is not what is described",
};

const STATE_PROBLEM_HINT: Readonly<Record<StateProblem, string>> = {
  secret: "Put it where the key state of the configuration says.",
  "no-url": "Write it as postgres://user:password@host:port/database, special characters percent-encoded.",
  unreachable: "Check the name, the network and the proxy, and try again: nothing was lost.",
  denied: "Check the user, the password or the token, and its rights.",
  refused: "Look at what the server says, and at the methods that the key state gives.",
  unexpected: "Check the address: something else than a state is there, or it was written by something else.",
};
