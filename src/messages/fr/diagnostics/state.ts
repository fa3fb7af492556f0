import type { StateDefect, StateProblem } from "../../../diagnostics/codes.ts";
import { isElsewhere } from "../../../model/place.ts";
import type { DiagnosticWords } from "../../diagnostic-words.ts";

/** Là où est gardé ce qui a été prouvé. */
export const STATE = {
  "CHR-STATE-GONE": {
    title: "État disparu",
    detail: ({ file }) => `${file} a existé et n'est plus là.`,
    hint: ({ file }) => `${isElsewhere(file) ? "Restaurez-le d'une sauvegarde, ou des versions que le serveur garde." : `Restaurez-le : git checkout -- ${file}.`} Pour en recommencer un, en perdant ce qui était prouvé : --new-state.`,
  },
  "CHR-STATE-CORRUPT": {
    title: "État abîmé",
    detail: ({ file, line, problem, place }) => `${file}, ligne ${line} : ${place === "" ? CORRUPT[problem] : `la valeur de « ${place} » ne convient pas`}.`,
    hint: ({ file }) =>
      isElsewhere(file) ? "Restaurez-le d'une sauvegarde, ou des versions que le serveur garde." : `Restaurez ce qui était là avant la dernière écriture (« chorus state restore »), ou ce que Git garde : git checkout -- ${file}.`,
  },
  "CHR-STATE-NEWER": {
    title: "État d'une version plus récente",
    detail: ({ file, version, supported }) => `${file} est au format ${version} ; cette version de Chorus lit jusqu'au format ${supported}.`,
    hint: () => "Mettez Chorus à jour.",
  },
  "CHR-STATE-LOCKED": {
    title: "État verrouillé",
    detail: ({ file, pid, host, since, owner, command }) => `${file} est utilisé depuis ${since} : ${owner}, « ${command} », processus ${pid} sur ${host}.`,
    hint: () => "Attendez qu'il ait fini, plus longtemps avec --lock-timeout. S'il n'existe plus : « chorus state unlock ».",
  },
  "CHR-STATE-TRUST": {
    title: "Lieu de l'état sans confiance",
    detail: ({ host }) => `La configuration garde l'état sur ${host}. Une configuration ne décide pas seule où vont les secrets et ce qui est enregistré.`,
    hint: ({ trust }) => `Si vous en répondez : --trust ${trust}, ou CHORUS_TRUST.`,
  },
  "CHR-STATE-UNREACHABLE": {
    title: "État hors d'atteinte",
    detail: ({ place, problem, detail }) => `${place} : ${STATE_PROBLEM[problem]}${detail === "" ? "" : ` (${detail})`}.`,
    hint: ({ problem }) => STATE_PROBLEM_HINT[problem],
  },
  "CHR-STATE-LINEAGE": {
    title: "Un autre état",
    detail: ({ file, place }) => `${file} a été commencé à part de ${place} : les deux n'ont rien à voir.`,
    hint: () => "Prenez celui qui va avec cette configuration. Pour l'y mettre malgré tout : --force.",
  },
  "CHR-STATE-OLDER": {
    title: "Plus ancien que ce qui est là",
    detail: ({ file, place, count }) => `${place} a ${count} éléments aux preuves plus récentes que ${file}, qui seraient perdues.`,
    hint: () => "Reprenez-le par « chorus state pull », ou mettez-le malgré tout : --force.",
  },
  "CHR-STATE-TAKEN": {
    title: "Déjà enregistré",
    detail: ({ address }) => `${address} est déjà enregistré : deux enregistrements ne peuvent pas en devenir un.`,
    hint: () => "Oubliez d'abord l'un des deux : « chorus state forget ».",
  },
  "CHR-STATE-BACKUP": {
    title: "Rien à restaurer",
    detail: ({ place }) => `${place} : aucun état antérieur n'est gardé près des notes de cette machine.`,
    hint: () => "Git en a (git log chorus.state.jsonl), une base de données a « chorus state history ».",
  },
  "CHR-STATE-HISTORY": {
    title: "Pas d'historique",
    detail: ({ place }) => `${place} ne garde pas d'historique.`,
    hint: () => "Gardez l'état dans un fichier suivi par Git, ou dans PostgreSQL : les deux disent qui a changé quoi, et quand.",
  },
  "CHR-STATE-MIGRATION": {
    title: "Migration non faite",
    detail: ({ place, problem, count }) => problem === "not-empty" ? `${place} a déjà ${count} éléments.` : `${place} ne rend pas ce qui a été écrit : ${count} éléments, ou d'autres.`,
    hint: ({ problem }) => problem === "not-empty" ? "Voyez ce que c'est. Pour mettre cet état à sa place : --force." : "Rien n'a été retiré de là où l'état se trouve. Recommencez, ou écrivez ailleurs.",
  },
} satisfies Partial<DiagnosticWords>;

const CORRUPT: Readonly<Record<StateDefect, string>> = {
  json: "ce n'est pas du JSON entier",
  header: "ce n'est pas le début d'un état",
  subject: "on n'y lit pas de quoi il s'agit",
  twice: "une autre ligne parle déjà de la même chose",
  form: "ce n'est pas un enregistrement",
};

const STATE_PROBLEM: Readonly<Record<StateProblem, string>> = {
  secret: "son secret est introuvable",
  "no-url": "ce qui a été trouvé n'est pas son URL",
  unreachable: "personne ne répond",
  denied: "l'accès est refusé",
  refused: "la demande est refusée",
  unexpected: "la réponse n'est pas celle qui est décrite",
};

const STATE_PROBLEM_HINT: Readonly<Record<StateProblem, string>> = {
  secret: "Mettez-le là où le dit la clé state de la configuration.",
  "no-url": "Écrivez-la postgres://utilisateur:motdepasse@hôte:port/base, les caractères spéciaux encodés par %.",
  unreachable: "Vérifiez le nom, le réseau et le proxy, puis recommencez : rien n'est perdu.",
  denied: "Vérifiez l'utilisateur, le mot de passe ou le jeton, et ses droits.",
  refused: "Voyez ce que dit le serveur, et les méthodes que donne la clé state.",
  unexpected: "Vérifiez l'adresse : autre chose qu'un état s'y trouve, ou autre chose que Chorus y a écrit.",
};
