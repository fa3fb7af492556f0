import type { DiagnosticWords } from "../../diagnostic-words.ts";
import { meant } from "./words.ts";

/** Identifiants, adresses électroniques et téléphones. */
export const IDENTIFIERS = {
  "CHR-SIRET-FORM": {
    title: "SIRET mal formé",
    detail: ({ identifiant, problem }) =>
      problem === "zero"
        ? `« ${identifiant} » n'a que 13 chiffres : le premier zéro manque sans doute.`
        : problem === "spaces"
          ? `« ${identifiant} » contient des espaces ou des points.`
          : `« ${identifiant} » n'est pas un SIRET : il en faut 14 chiffres.`,
    hint: ({ fix }) => (fix === undefined ? "Recopiez le SIRET de l'avis de situation, ou précisez type: s'il s'agit d'un autre identifiant." : `Écrivez ${fix}.`),
  },
  "CHR-SIRET-SIREN": {
    title: "SIREN au lieu d'un SIRET",
    detail: ({ identifiant }) => `« ${identifiant} » est un SIREN (9 chiffres) : il désigne l'entreprise, pas l'établissement.`,
    hint: () => "Ajoutez les 5 chiffres du NIC de l'établissement.",
  },
  "CHR-SIRET-KEY": {
    title: "Clé du SIRET fausse",
    detail: ({ identifiant, environment }) =>
      environment === "production"
        ? `Le dernier chiffre de ${identifiant} ne correspond pas aux autres : un chiffre est sans doute faux.`
        : `Le dernier chiffre de ${identifiant} ne correspond pas aux autres. C'est courant pour un matelas de données.`,
    hint: ({ environment }) =>
      environment === "production"
        ? "Comparez avec l'avis de situation. S'il est bien ainsi dans Chorus Pro, ajoutez « accepte: [CHR-SIRET-KEY] » à la structure."
        : "Vérifiez qu'il vient bien du matelas ; « accepte: [CHR-SIRET-KEY] » sur la structure fait taire ce message.",
  },
  "CHR-IDENTIFIER-FORM": {
    title: "Identifiant mal formé",
    detail: ({ identifiant, type }) => `« ${identifiant} » n'a pas la forme d'un identifiant ${type}.`,
    hint: ({ example }) => `Forme attendue : ${example}. S'il est bien ainsi dans Chorus Pro, ajoutez « accepte: [CHR-IDENTIFIER-FORM] ».`,
  },
  "CHR-IDENTIFIER-TWICE": {
    title: "Un identifiant pour deux noms",
    detail: ({ identifiant, name, other, environment }) => `En ${environment}, ${identifiant} est à la fois « ${other} » et « ${name} ».`,
    hint: () => "Corrigez l'un des deux identifiants, ou gardez un seul nom ; pour un nom qui change, utilisez moved:.",
  },
  "CHR-NAME-TWICE": {
    title: "Structure déclarée deux fois",
    detail: ({ name }) => `« ${name} » est déclaré à deux endroits pour le même environnement.`,
    hint: () => "Gardez une seule déclaration, ou renommez l'une des deux.",
  },
  "CHR-ACCEPTE-CODE": {
    title: "Code qui ne peut pas être accepté",
    detail: (args) => `« ${args.accepted} » n'est pas un contrôle qu'une structure peut accepter.${meant(args)}`,
    hint: () => "Codes possibles : CHR-SIRET-KEY et CHR-IDENTIFIER-FORM.",
  },
  "CHR-EMAIL-FORM": {
    title: "Adresse électronique mal formée",
    detail: ({ value }) => `« ${value} » n'est pas une adresse électronique.`,
    hint: () => "Écrivez-la en entier, par exemple facturation@exemple.fr.",
  },
  "CHR-TELEPHONE-FORM": {
    title: "Numéro de téléphone mal formé",
    detail: ({ value }) => `« ${value} » n'est pas un numéro de téléphone.`,
    hint: () => "Dix chiffres qui commencent par 0, ou un numéro international : \"+33 4 72 00 00 01\".",
  },
  "CHR-LOGIN-FORM": {
    title: "Identifiant de compte technique mal formé",
    detail: ({ value }) => `« ${value} » n'est pas l'identifiant d'un compte technique.`,
    hint: () => "Recopiez-le du portail : TECH_1_73282932000074@cpro.fr, ou un ancien …@cpp2017.fr.",
  },
} satisfies Partial<DiagnosticWords>;
