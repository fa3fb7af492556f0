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
  digest: (digest) => `Fingerprint of the plan: ${digest}`,
  written: (format, file) => `${format}: written to ${file}`,
};
