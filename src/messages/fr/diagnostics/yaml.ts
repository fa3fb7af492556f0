import type { DiagnosticWords } from "../../diagnostic-words.ts";
import { meant } from "./words.ts";

/** L'écriture du YAML. */
export const YAML = {
  "CHR-YAML-SYNTAX": {
    title: "YAML mal formé",
    detail: ({ problem }) => SYNTAX[problem] ?? `Le YAML ne peut pas être lu ici (${problem}).`,
    hint: () => "Vérifiez l'indentation, les guillemets et les crochets à cet endroit et juste avant.",
  },
  "CHR-YAML-TAB": {
    title: "Tabulation dans l'indentation",
    detail: () => "Le YAML interdit les tabulations pour indenter.",
    hint: () => "Remplacez la tabulation par des espaces.",
  },
  "CHR-YAML-DUPLICATE-KEY": {
    title: "Clé en double",
    detail: ({ key, line }) => `« ${key} » est déjà donné dans ce bloc, ligne ${line}.`,
    hint: () => "Gardez une seule des deux lignes, ou donnez un autre nom à la seconde.",
  },
  "CHR-YAML-KEY": {
    title: "Clé qui n'est pas un texte",
    detail: () => "Une clé ne peut pas être une liste ou un bloc.",
    hint: () => "Écrivez la clé comme un simple mot.",
  },
  "CHR-YAML-MERGE": {
    title: "Fusion impossible",
    detail: () => "« << » reprend un bloc, ou une liste de blocs ; la valeur donnée n'en est pas un.",
    hint: () => "Faites pointer « << » vers une ancre posée sur un bloc, par exemple « <<: *commun ».",
  },
  "CHR-YAML-ALIAS-UNKNOWN": {
    title: "Alias sans ancre",
    detail: (args) => `« *${args.alias} » renvoie à une ancre qui n'existe pas plus haut dans ce fichier.${meant(args)}`,
    hint: ({ alias }) => `Posez « &${alias} » avant de l'utiliser ; une ancre ne traverse pas les fichiers.`,
  },
  "CHR-YAML-ALIAS-EXPLOSION": {
    title: "Alias démesuré",
    detail: ({ alias, problem }) =>
      problem === "loop" ? `« *${alias} » se contient lui-même.` : `Avec « *${alias} », les alias de ce fichier valent des millions de valeurs.`,
    hint: () => "Évitez les alias d'alias ; pour de nombreux clients, utilisez un fichier CSV (clients.from).",
  },
  "CHR-YAML-DEPTH": {
    title: "Imbrication trop profonde",
    detail: ({ limit }) => `Le fichier imbrique plus de ${limit} niveaux.`,
    hint: () => "Une configuration en demande moins de dix : cherchez des crochets jamais refermés.",
  },
  "CHR-YAML-DOCUMENTS": {
    title: "Plusieurs documents dans un fichier",
    detail: () => "Un second document commence ici (« --- »).",
    hint: () => "Mettez chaque document dans son fichier et réunissez-les avec include.",
  },
} satisfies Partial<DiagnosticWords>;

const SYNTAX: Readonly<Record<string, string>> = {
  BAD_INDENT: "L'indentation ne correspond pas à celle du bloc, ou un crochet ou une accolade n'est pas refermé.",
  MISSING_CHAR: "Il manque un caractère, souvent un guillemet, un crochet ou « : ».",
  BLOCK_AS_IMPLICIT_KEY: "Deux « clé: valeur » se suivent sur la même ligne.",
  MULTILINE_IMPLICIT_KEY: "Une clé tient sur plusieurs lignes : il manque sans doute « : ».",
  UNEXPECTED_TOKEN: "Ce texte n'est pas attendu ici.",
  BAD_SCALAR_START: "Un texte qui commence par ce caractère doit être entre guillemets.",
  BAD_DQ_ESCAPE: "« \\ » entre guillemets doubles est suivi d'un caractère inattendu.",
  BLOCK_IN_FLOW: "Une liste ou un bloc indenté ne peut pas être entre crochets ou accolades.",
  TAG_RESOLVE_FAILED: "L'étiquette « ! » est ignorée : toutes les valeurs sont lues comme du texte.",
  BAD_DIRECTIVE: "Cette directive « % » est inconnue.",
  BAD_ALIAS: "Ce nom d'alias ou d'ancre n'est pas valable.",
};
