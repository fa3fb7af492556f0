import type { DiagnosticWords } from "../../diagnostic-words.ts";
import { choice, meant, place, shape } from "./words.ts";

/** Clés et valeurs. */
export const SCHEMA = {
  "CHR-CONFIG-UNKNOWN-KEY": {
    title: "Clé inconnue",
    detail: (args) => `« ${args.key} » n'existe pas à cet endroit.${meant(args)}`,
    hint: () => "Corrigez ou retirez la clé. Pour vos propres notes, préfixez une clé de premier niveau par « x- ».",
  },
  "CHR-CONFIG-MISSING-KEY": {
    title: "Clé manquante",
    detail: ({ key, of }) => `Il manque « ${key} » dans ${place(of)}.`,
    hint: ({ key }) => (key === "version" ? "Ajoutez « version: 1 »." : `Ajoutez « ${key}: … ».`),
  },
  "CHR-CONFIG-TYPE": {
    title: "Valeur d'une autre forme",
    detail: ({ key, expected, actual }) => `Attendu pour ${place(key)} : ${choice(expected.map(shape))}, pas ${shape(actual)}.`,
    hint: () => "Consultez l'aide de l'éditeur sur cette clé, ou le schéma schemas/config.schema.json.",
  },
  "CHR-CONFIG-VALUE": {
    title: "Valeur refusée",
    detail: (args) =>
      args.allowed === undefined
        ? `« ${args.value} » ne convient pas pour ${place(args.key)}.`
        : `« ${args.value} » ne convient pas pour ${place(args.key)} : attendu ${choice(args.allowed)}.${meant(args)}`,
    hint: ({ allowed, example }) =>
      allowed === undefined && example !== undefined ? `Écrivez-la par exemple ainsi : ${example}` : "Choisissez une des valeurs possibles.",
  },
  "CHR-CONFIG-EMPTY": {
    title: "Valeur vide",
    detail: ({ key }) => `Aucune valeur n'est donnée pour ${place(key)}.`,
    hint: () => "Donnez une valeur, ou retirez la clé.",
  },
  "CHR-CONFIG-NAME": {
    title: "Nom refusé",
    detail: ({ name }) => `« ${name} » ne peut pas servir de nom.`,
    hint: () => "Un nom commence par une lettre ou un chiffre, puis peut contenir espace, point, tiret, « _ » et « @ ».",
  },
  "CHR-CONFIG-VERSION": {
    title: "Version du format inconnue",
    detail: ({ version }) => `Cette version de Chorus lit le format 1, pas « ${version} ».`,
    hint: () => "Écrivez « version: 1 », ou mettez Chorus à jour si le fichier vient d'une version plus récente.",
  },
  "CHR-UNKNOWN-ENVIRONMENT": {
    title: "Environnement inconnu",
    detail: (args) => `« ${args.name} » n'est pas un environnement.${meant(args)}`,
    hint: () => "Chorus Pro en a deux : qualification et production.",
  },
} satisfies Partial<DiagnosticWords>;
