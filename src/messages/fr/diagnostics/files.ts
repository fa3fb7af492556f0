import type { DiagnosticWords } from "../../diagnostic-words.ts";

/** Fichiers, inclusions, fusion. */
export const FILES = {
  "CHR-CONFIG-NOT-FOUND": {
    title: "Fichier de configuration introuvable",
    detail: ({ file }) => `${file} n'existe pas.`,
    hint: () => "Vérifiez le chemin, ou lancez la commande dans le dossier qui contient chorus.config.yaml ; « chorus init » en écrit un premier.",
  },
  "CHR-CONFIG-UNREADABLE": {
    title: "Fichier illisible",
    detail: ({ file, problem }) => `${file} ${UNREADABLE[problem]}.`,
    hint: ({ problem }) =>
      problem === "directory" ? "Indiquez le fichier lui-même, par exemple chorus.config.yaml." : "Vérifiez les droits de lecture du fichier, puis relancez.",
  },
  "CHR-CONFIG-EMPTY-FILE": {
    title: "Fichier vide",
    detail: ({ file }) => `${file} ne contient aucune valeur.`,
    hint: () => "Commencez par « version: 1 », ou partez d'un des exemples du dossier examples/.",
  },
  "CHR-FILE-TOO-LARGE": {
    title: "Fichier trop volumineux",
    detail: ({ file, megabytes, limit }) => `${file} pèse ${megabytes} Mo ; la limite est de ${limit} Mo.`,
    hint: () => "Vérifiez que c'est bien ce fichier : Chorus n'en écrit pas d'aussi gros. Mettez les clients dans un fichier CSV (clients.from), ou répartissez la configuration avec include.",
  },
  "CHR-FILE-REFUSED": {
    title: "Écriture refusée",
    detail: ({ file, problem }) => `${file} ne peut pas être écrit : ${REFUSED[problem]}.`,
    hint: () => "Choisissez un autre endroit ou un autre nom, ou changez les droits.",
  },
  "CHR-FILE-ENCODING": {
    title: "Encodage de caractères inconnu",
    detail: ({ file }) => `${file} n'est ni en UTF-8 ni en UTF-16 : le caractère désigné ne peut pas être lu.`,
    hint: () => "Enregistrez le fichier en UTF-8.",
  },
  "CHR-INCLUDE-NOTHING": {
    title: "Inclusion sans fichier",
    detail: ({ pattern }) => `Aucun fichier ne correspond à « ${pattern} ».`,
    hint: () => "Le motif part du dossier du fichier qui le contient. Corrigez-le ou retirez-le.",
  },
  "CHR-INCLUDE-OUTSIDE": {
    title: "Fichier hors du dossier de la configuration",
    detail: ({ file, folder }) => `${file} n'est pas sous ${folder}.`,
    hint: () => "Placez le fichier sous le dossier de la configuration principale : c'est tout ce qui est relu ensemble.",
  },
  "CHR-INCLUDE-CYCLE": {
    title: "Inclusion circulaire",
    detail: ({ chain }) => `Ces fichiers s'incluent en boucle : ${chain.join(" → ")}.`,
    hint: () => "Retirez une des inclusions.",
  },
  "CHR-INCLUDE-DEPTH": {
    title: "Trop d'inclusions imbriquées",
    detail: ({ file, limit }) => `${file} est au-delà de ${limit} niveaux d'inclusion.`,
    hint: () => "Incluez les fichiers directement depuis la configuration principale, avec un motif.",
  },
  "CHR-MERGE-CONFLICT": {
    title: "Valeur donnée dans deux fichiers",
    detail: ({ key, file, line }) => `« ${key} » est déjà donné dans ${file}, ligne ${line}.`,
    hint: () => "Gardez la valeur dans un seul des deux fichiers.",
  },
} satisfies Partial<DiagnosticWords>;

const UNREADABLE = {
  directory: "est un dossier, pas un fichier",
  permission: "ne peut pas être lu : accès refusé",
  other: "ne peut pas être lu",
} as const;

const REFUSED = {
  permission: "vous n'en avez pas le droit",
  "read-only": "le système de fichiers est en lecture seule",
  full: "le disque est plein",
  directory: "c'est un dossier, ou il est dans ce qui n'en est pas un",
  name: "son nom est plus long que ce que le système de fichiers accepte",
} as const;
