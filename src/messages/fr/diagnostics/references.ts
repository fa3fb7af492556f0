import type { DiagnosticWords } from "../../diagnostic-words.ts";
import { meant } from "./words.ts";

/** Noms qui ne désignent rien. */
export const REFERENCES = {
  "CHR-UNKNOWN-API": {
    title: "API inconnue",
    detail: (args) => `« ${args.name} » n'est pas une API du catalogue.${meant(args)}`,
    hint: () => "Corrigez le nom, ou décrivez une API nouvelle sous catalogue.apis avec son préfixe.",
  },
  "CHR-UNKNOWN-ESPACE": {
    title: "Espace inconnu",
    detail: (args) => `« ${args.name} » n'est pas un espace de Chorus Pro.${meant(args)}`,
    hint: () => "Espaces possibles : raccordements, factures-emises, factures-recues, factures-travaux.",
  },
  "CHR-UNKNOWN-CONTACT": {
    title: "Contact inconnu",
    detail: (args) => `Aucun contact ne s'appelle « ${args.name} ».${meant(args)}`,
    hint: () => "Déclarez-le sous contacts:, ou écrivez le contact sur place.",
  },
  "CHR-UNKNOWN-APPLICATION": {
    title: "Application inconnue",
    detail: (args) => `En ${args.environment}, aucune application ne s'appelle « ${args.name} ».${meant(args)}`,
    hint: () => "Indiquez le nom donné dans la configuration, pas celui de PISTE ; « chorus config » les montre.",
  },
  "CHR-UNKNOWN-STRUCTURE": {
    title: "Structure inconnue",
    detail: (args) => `En ${args.environment}, aucune structure ne s'appelle « ${args.name} ».${meant(args)}`,
    hint: () => "Chaque environnement a ses structures : déclarez-la dans celui-ci, ou corrigez le nom.",
  },
  "CHR-UNKNOWN-GESTIONNAIRE": {
    title: "Gestionnaire inconnu",
    detail: (args) => `Aucun gestionnaire ne s'appelle « ${args.name} ».${meant(args)}`,
    hint: () => "Déclarez-le sous gestionnaires:, ou corrigez le nom.",
  },
  "CHR-UNKNOWN-COMPTE-PISTE": {
    title: "Compte PISTE inconnu",
    detail: (args) => `Aucun compte PISTE ne s'appelle « ${args.name} ».${meant(args)}`,
    hint: () => "Ajoutez « piste: adresse@du-compte.fr », ou déclarez le compte sous comptesPiste:.",
  },
} satisfies Partial<DiagnosticWords>;
