import { pluralFr as p } from "../plural.ts";
import type { RunReportWords } from "../run-report-messages.ts";

export const runReportFr: RunReportWords = {
  title: "Chorus",
  columns: { step: "à faire", who: "qui", where: "où", proof: "prouvé par" },
  steps: (n) => `${n} ${p(n, "étape", "étapes")} à faire`,
  waiting: "en attente",
  byChorus: "Chorus, après confirmation",
  attestation: "attestation",
  regressions: (n) => `${n} ${p(n, "régression", "régressions")} : ce qui était vrai ne l'est plus`,
  wasTrue: (date) => `depuis le ${date}`,
  happened: (n) => `${n} ${p(n, "changement constaté", "changements constatés")}`,
  nothingToDo: "Rien à faire.",
  more: (n) => `… et ${n} ${p(n, "autre, que ce commentaire n'a pas la place de montrer", "autres, que ce commentaire n'a pas la place de montrer")} : chorus plan --format json`,
  recorded: (latest) =>
    latest === undefined ? "Calculé sans secret ; rien n'est encore enregistré." : `Calculé sans secret, sur les observations enregistrées, la dernière du ${latest}.`,
  digest: (digest) => `Empreinte du plan : ${digest}`,
  written: (format, file) => `${format} : écrit dans ${file}`,
};
