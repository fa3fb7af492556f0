import type { CliMessages } from "../cli-messages.ts";

export const cliFr: CliMessages = {
  description: "Le raccordement aux API de Chorus Pro, décrit en YAML, vérifié par les API, une preuve pour chaque fait.",
  titles: {
    "Usage:": "Utilisation :",
    "Arguments:": "Arguments :",
    "Options:": "Options :",
    "Commands:": "Commandes :",
  },
  help: "afficher cette aide",
  version: "afficher la version",
  commands: {
    apply: "observer, vérifier, faire ce que Chorus peut faire, et enregistrer ce qui est prouvé",
    attest: "dire ce qu'aucune API ne dit : qui l'a vu, quand, jusqu'à quand",
    config: "afficher la configuration en forme complète, avec l'origine de chaque valeur",
    plan: "comparer ce qui est déclaré à ce qui est vrai, et afficher ce qu'il reste à faire",
    refresh: "observer et enregistrer, rien d'autre",
    show: "afficher un plan enregistré dans un fichier",
    simulate: "lancer un PISTE et un Chorus Pro pour s'exercer, sur cette machine",
    status: "où en est chaque structure, d'après ce qui est enregistré",
    validate: "vérifier la configuration, sans rien demander à personne",
  },
  arguments: {
    plan: "fichier écrit par « chorus plan --out »",
    reviewed: "plan relu (« chorus plan --out ») : rien d'autre ne sera fait",
    addresses: "adresses, comme le plan les affiche",
    scenario: "scénario en YAML",
  },
  options: {
    config: "fichier de configuration",
    lang: "langue : fr ou en",
    trust: "ce dont vous répondez : host:NOM, loopback, commands, files:DOSSIER, tls",
    color: "avec ou sans couleurs",
    format: "text ou json",
    offline: "ne rien demander : s'appuyer sur ce qui est enregistré",
    out: "écrire le plan (JSON) dans un fichier",
    "detailed-exitcode": "code de sortie 2 : des étapes restent ; 3 : aucune étape, mais tout n'est pas prouvé",
    target: "seulement cette adresse et ce qui en dépend (répétable)",
    env: "seulement cet environnement : qualification ou production",
    actor: "seulement les étapes de cette personne : piste, gestionnaire, operateur, chorus, ou un nom",
    yes: "laisser Chorus faire ses propres étapes sans le demander",
    "new-state": "recommencer un état, si l'ancien a disparu",
    by: "qui atteste (sinon CHORUS_BY, puis git config user.name)",
    seen: "ce qui a été vu",
    evidence: "où le retrouver : ticket, adresse (jamais le PDF du compte technique : il contient le mot de passe)",
    at: "quand (AAAA-MM-JJ, sinon maintenant)",
    until: "valable jusqu'au (AAAA-MM-JJ)",
    port: "port (sinon un port libre)",
    "print-env": "afficher les variables d'environnement qui y mènent",
  },
  invalid: (errors, warnings) =>
    `${errors} erreur${errors > 1 ? "s" : ""}${warnings === 0 ? "" : `, ${warnings} avertissement${warnings > 1 ? "s" : ""}`} : la configuration n'est pas utilisable.`,
  valid: (files, warnings) =>
    `Configuration valide (${files} fichier${files > 1 ? "s" : ""}${warnings === 0 ? "" : `, ${warnings} avertissement${warnings > 1 ? "s" : ""}`}).`,
  warnings: (count) => `${count} avertissement${count > 1 ? "s" : ""} sur la configuration : « chorus validate » ${count > 1 ? "les" : "le"} montre.`,
  planWritten: (file) => `Plan écrit dans ${file} ; à appliquer par : chorus apply ${file}`,
  nothingRecorded: "Rien n'a changé : rien n'est écrit.",
  confirmWrites: (count) =>
    `Chorus peut faire lui-même ${count} étape${count > 1 ? "s" : ""} (écriture par l'API). Le faire ? [o/N] `,
  writesLeft: (count) =>
    `${count} étape${count > 1 ? "s" : ""} que Chorus peut faire ${count > 1 ? "n'ont pas été faites" : "n'a pas été faite"} : relancez avec --yes, ou avec un plan relu.`,
  askSeen: "Qu'avez-vous vu, et où ? ",
  simulating: (url) => `PISTE et Chorus Pro simulés : ${url} (Ctrl-C pour arrêter)`,
  practiceOnly: "Simulation : rien de ce qui s'y passe n'atteint les vraies plateformes.",
  cancelled: "Interrompu.",
  bug: (version) =>
    `C'est un défaut de Chorus ${version}, pas de votre configuration. Merci de le signaler avec ce qui suit :`,
};
