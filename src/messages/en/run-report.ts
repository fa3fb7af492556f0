import { pluralEn as p } from "../plural.ts";
import type { RunReportWords } from "../run-report-messages.ts";

export const runReportEn: RunReportWords = {
  title: "Chorus",
  columns: { step: "to do", who: "who", where: "where", proof: "proven by" },
  steps: (n) => `${n} ${p(n, "step", "steps")} to do`,
  waiting: "waiting",
  byChorus: "Chorus, once confirmed",
  attestation: "attestation",
  regressions: (n) => `${n} ${p(n, "regression", "regressions")}: what was true is not any more`,
  wasTrue: (date) => `since ${date}`,
  happened: (n) => `${n} ${p(n, "change", "changes")} seen`,
  nothingToDo: "Nothing to do.",
  more: (n) => `… and ${n} ${p(n, "other", "others")} that this comment has no room for: chorus plan --format json`,
  recorded: (latest) => (latest === undefined ? "Made without secrets; nothing is recorded yet." : `Made without secrets, on what was recorded, the latest of ${latest}.`),
  restsOn: {
    copy: (latest) => (latest === undefined ? "Made without secrets, on a copy of the state in which nothing is recorded." : `Made without secrets, on a copy of the state, the latest proof of ${latest}.`),
    none: () => "Made without secrets and without the state: the steps are those that the configuration asks for, also where they were done already.",
  },
  digest: (digest) => `Fingerprint of the plan: ${digest}`,
  review: {
    title: "Chorus: what this request changes",
    since: (revision) => `Chorus · what the configuration changes since ${revision}`,
    nothing: "Nothing changes.",
    changes: {
      added: () => "",
      identifier: (before) => `takes the place of ${before ?? "?"}`,
      leaving: () => "leaving",
      removed: () => "declared no more",
      changed: () => "changed",
    },
    counts: {
      added: (n, ofClients) => `${n} ${ofClients ? p(n, "client", "clients") : p(n, "structure", "structures")}`,
      identifier: (n) => `${n} ${p(n, "change", "changes")} of SIRET`,
      leaving: (n) => `${n} leaving`,
      removed: (n, ofClients) => `${n} ${ofClients ? p(n, "client", "clients") : p(n, "structure", "structures")} declared no more`,
      changed: (n, ofClients) => `${n} ${ofClients ? p(n, "client", "clients") : p(n, "structure", "structures")} changed`,
    },
    others: (n) => `${n} ${p(n, "application or account", "applications or accounts")}`,
    steps: {
      added: (n) => `${n} new ${p(n, "step", "steps")}`,
      changed: (n) => `${n} changed ${p(n, "step", "steps")}`,
      removed: (n) => `${n} ${p(n, "step", "steps")} no more to be done`,
    },
    noStep: "No step is added, changed or removed.",
    unobserved: (n) => `${n} new ${p(n, "thing was", "things were")} never observed: the next chorus refresh will tell.`,
    unchanged: ({ steps, subjects, due }) =>
      steps === 0
        ? "Known before: no open step."
        : `Known before, unchanged: ${steps} open ${p(steps, "step", "steps")} (${subjects} ${p(subjects, "structure, application or account", "structures, applications or accounts")})${due === 0 ? "" : `, of which ${due} ${p(due, "ends", "end")} soon`}.`,
    regressions: (n) => (n === 0 ? "No known regression." : `${n} known ${p(n, "regression", "regressions")}.`),
    stops: {
      ends: (environment, ended, of) => `Stopped: ${ended} of the ${of} structures (${environment}) would end at once.`,
      changes: (changes, limit) => `Stopped: ${changes} changes, ${limit} allowed.`,
    },
    afterMerge: "to do after the merge",
  },
  drift: {
    before: "Before",
    now: "Now",
    notKept: "what proved it then was not kept",
    columns: { what: "what is not true any more", before: "before", now: "now" },
    words: {
      title: (n) => `Chorus · ${n} ${p(n, "fact was true and is not", "facts were true and are not")}`,
      none: {
        all: "Chorus · no drift: what was true still is.",
        seen: "Chorus · no drift in what could be seen again.",
        recorded: "Chorus · no drift in what is recorded; nothing was asked again.",
        unproven: "Chorus · nothing was proven yet: no drift can show. Next: chorus refresh",
      },
      accepted: (n) => `${n} ${p(n, "difference is accepted and does", "differences are accepted and do")} not count.`,
      unseen: (n) => `${n} ${p(n, "fact", "facts")} proven before could not be seen this time: neither drift nor fine.`,
    },
  },
  written: (format, file) => `${format}: written to ${file}`,
};
