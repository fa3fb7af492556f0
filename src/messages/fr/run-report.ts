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
  restsOn: {
    copy: (latest) => (latest === undefined ? "Calculé sans secret, sur une copie de l'état où rien n'est enregistré." : `Calculé sans secret, sur une copie de l'état, la dernière preuve du ${latest}.`),
    none: () => "Calculé sans secret et sans l'état : les étapes sont celles que la configuration demande, même déjà faites.",
  },
  digest: (digest) => `Empreinte du plan : ${digest}`,
  review: {
    title: "Chorus : ce que cette demande change",
    since: (revision) => `Chorus · ce que la configuration change depuis ${revision}`,
    nothing: "Rien ne change.",
    changes: {
      added: () => "",
      identifier: (before) => `prend la place de ${before ?? "?"}`,
      leaving: () => "sortant",
      removed: () => "n'est plus déclaré",
      changed: () => "modifié",
    },
    counts: {
      added: (n, ofClients) => `${n} ${ofClients ? p(n, "client", "clients") : p(n, "structure", "structures")}`,
      identifier: (n) => `${n} ${p(n, "changement", "changements")} de SIRET`,
      leaving: (n) => `${n} ${p(n, "sortant", "sortants")}`,
      removed: (n, ofClients) => (ofClients ? `${n} ${p(n, "client qui n'est plus déclaré", "clients qui ne sont plus déclarés")}` : `${n} ${p(n, "structure qui n'est plus déclarée", "structures qui ne sont plus déclarées")}`),
      changed: (n, ofClients) => (ofClients ? `${n} ${p(n, "client modifié", "clients modifiés")}` : `${n} ${p(n, "structure modifiée", "structures modifiées")}`),
    },
    others: (n) => `${n} ${p(n, "application ou compte", "applications ou comptes")}`,
    steps: {
      added: (n) => `${n} ${p(n, "étape nouvelle", "étapes nouvelles")}`,
      changed: (n) => `${n} ${p(n, "étape modifiée", "étapes modifiées")}`,
      removed: (n) => `${n} ${p(n, "étape qui n'est plus à faire", "étapes qui ne sont plus à faire")}`,
    },
    noStep: "Aucune étape n'est ajoutée, modifiée ou retirée.",
    unobserved: (n) => `${n} ${p(n, "élément nouveau n'a encore jamais été observé : le prochain chorus refresh dira", "éléments nouveaux n'ont encore jamais été observés : le prochain chorus refresh dira")} ce qu'il en est.`,
    unchanged: ({ steps, subjects, due }) =>
      steps === 0
        ? "Déjà connu : aucune étape ouverte."
        : `Déjà connu, inchangé : ${steps} ${p(steps, "étape ouverte", "étapes ouvertes")} (${subjects} ${p(subjects, "structure, application ou compte", "structures, applications ou comptes")})${due === 0 ? "" : `, dont ${due} ${p(due, "échéance", "échéances")}`}.`,
    regressions: (n) => (n === 0 ? "Aucune régression connue." : `${n} ${p(n, "régression connue", "régressions connues")}.`),
    stops: {
      ends: (environment, ended, of) => `Arrêt : ${ended} des ${of} structures (${environment}) sortiraient à la fois.`,
      changes: (changes, limit) => `Arrêt : ${changes} changements, ${limit} permis.`,
    },
    afterMerge: "à faire après la fusion",
  },
  drift: {
    before: "Avant",
    now: "Maintenant",
    notKept: "la preuve d'alors n'a pas été gardée",
    columns: { what: "ce qui n'est plus vrai", before: "avant", now: "maintenant" },
    words: {
      title: (n) => `Chorus · ${n} ${p(n, "fait était vrai et ne l'est plus", "faits étaient vrais et ne le sont plus")}`,
      none: {
        all: "Chorus · aucune dérive : ce qui était vrai l'est toujours.",
        seen: "Chorus · aucune dérive dans ce qui a pu être revu.",
        recorded: "Chorus · aucune dérive dans ce qui est enregistré ; rien n'a été redemandé.",
        unproven: "Chorus · rien n'a encore été prouvé : aucune dérive ne peut se voir. Suite : chorus refresh",
      },
      accepted: (n) => `${n} ${p(n, "différence est acceptée et n'est pas comptée", "différences sont acceptées et ne sont pas comptées")}.`,
      unseen: (n) => `${n} ${p(n, "fait prouvé avant n'a pas pu être revu", "faits prouvés avant n'ont pas pu être revus")} cette fois : ni dérive, ni en règle.`,
    },
  },
  written: (format, file) => `${format} : écrit dans ${file}`,
};
