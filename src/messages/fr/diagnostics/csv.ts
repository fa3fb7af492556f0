import type { DiagnosticWords } from "../../diagnostic-words.ts";
import { choice, meant } from "./words.ts";

/** La liste des clients. */
export const CSV = {
  "CHR-CSV-NOT-FOUND": {
    title: "Fichier CSV introuvable",
    detail: ({ file }) => `${file} n'existe pas.`,
    hint: () => "Corrigez le chemin. Celui de clients.from part du dossier du fichier qui le contient.",
  },
  "CHR-CSV-EMPTY": {
    title: "Fichier CSV vide",
    detail: ({ file }) => `${file} n'a pas d'en-tête.`,
    hint: () => "La première ligne nomme les colonnes, par exemple « code;siret;nom ».",
  },
  "CHR-CSV-SYNTAX": {
    title: "CSV mal formé",
    detail: ({ problem }) => `La ligne ne peut pas être lue (${problem}) : un guillemet n'est sans doute pas refermé.`,
    hint: () => "Entourez de guillemets doubles les cellules qui en contiennent, et doublez ceux de l'intérieur.",
  },
  "CHR-CSV-HEADER-UNKNOWN": {
    title: "Colonne inconnue",
    detail: (args) => `La colonne « ${args.header} » n'existe pas.${meant(args)}`,
    hint: () => "Colonnes possibles : code, siret, nom, login, etat, date, remplace, type, piste.",
  },
  "CHR-CSV-HEADER-MISSING": {
    title: "Colonne manquante",
    detail: ({ header }) => `Il manque la colonne « ${header} ».`,
    hint: () => "Les colonnes code et siret sont obligatoires ; la première ligne du fichier nomme les colonnes. « chorus import csv --map code=COLONNE » dit laquelle est laquelle.",
  },
  "CHR-CSV-HEADER-TWICE": {
    title: "Colonne en double",
    detail: ({ header }) => `La colonne « ${header} » est déjà présente.`,
    hint: () => "Gardez une seule des deux colonnes ; « identifiant » est un autre nom de « siret ».",
  },
  "CHR-CSV-PASSWORD": {
    title: "Mot de passe dans un CSV",
    detail: ({ column }) => `La colonne « ${column} » contient, ou semble contenir, un mot de passe. Sa valeur n'est pas montrée.`,
    hint: () => "Retirez-le du fichier et de l'historique Git, faites réinitialiser ce mot de passe, puis indiquez où le trouver avec clients.password.",
  },
  "CHR-CSV-CELL-EMPTY": {
    title: "Cellule vide",
    detail: ({ header }) => `La colonne « ${header} » doit être remplie.`,
    hint: () => "Complétez la cellule, ou retirez la ligne si le client n'existe pas encore.",
  },
  "CHR-CSV-CODE-TWICE": {
    title: "Client en double",
    detail: ({ name, line }) => `Le code « ${name} » est déjà donné ligne ${line}.`,
    hint: () => "Un code désigne un seul client : gardez une des deux lignes.",
  },
  "CHR-CSV-NUMBER": {
    title: "Nombre abîmé par un tableur",
    detail: ({ header, value }) => `La colonne « ${header} » contient « ${value} » : le tableur a arrondi le nombre, ses derniers chiffres sont perdus.`,
    hint: () => "Repartez du fichier d'origine : dans Excel, Données > À partir d'un fichier texte/CSV, colonne de type « Texte », puis exportez de nouveau. Reformater la cellule ne rend pas les chiffres.",
  },
  "CHR-CSV-COLUMNS": {
    title: "Nombre de cellules inattendu",
    detail: ({ expected, actual }) => `La ligne a ${actual} cellules ; l'en-tête en annonce ${expected}.`,
    hint: () => "Ajoutez les séparateurs manquants, ou entourez de guillemets une cellule qui contient le séparateur.",
  },
  "CHR-CSV-VALUE": {
    title: "Cellule refusée",
    detail: (args) => `« ${args.value} » ne convient pas pour la colonne « ${args.header} » : attendu ${choice(args.allowed)}.${meant(args)}`,
    hint: () => "Choisissez une des valeurs possibles, ou laissez la cellule vide.",
  },
} satisfies Partial<DiagnosticWords>;
