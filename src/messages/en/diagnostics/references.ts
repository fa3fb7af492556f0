import type { DiagnosticWords } from "../../diagnostic-words.ts";
import { meant } from "./words.ts";

/** Names that name nothing. */
export const REFERENCES = {
  "CHR-UNKNOWN-API": {
    title: "Unknown API",
    detail: (args) => `"${args.name}" is no API of the catalogue.${meant(args)}`,
    hint: () => "Correct the name, or describe a new API under catalogue.apis with its prefix.",
  },
  "CHR-UNKNOWN-ESPACE": {
    title: "Unknown espace",
    detail: (args) => `"${args.name}" is no espace of Chorus Pro.${meant(args)}`,
    hint: () => "Possible espaces: raccordements, factures-emises, factures-recues, factures-travaux.",
  },
  "CHR-UNKNOWN-CONTACT": {
    title: "Unknown contact",
    detail: (args) => `No contact is called "${args.name}".${meant(args)}`,
    hint: () => "Declare it under contacts:, or write the contact in place.",
  },
  "CHR-UNKNOWN-APPLICATION": {
    title: "Unknown application",
    detail: (args) => `In ${args.environment}, no application is called "${args.name}".${meant(args)}`,
    hint: () => 'Give the name that the configuration uses, not PISTE\'s; "chorus config" shows them.',
  },
  "CHR-UNKNOWN-STRUCTURE": {
    title: "Unknown structure",
    detail: (args) => `In ${args.environment}, no structure is called "${args.name}".${meant(args)}`,
    hint: () => "Each environment has its structures: declare it in this one, or correct the name.",
  },
  "CHR-UNKNOWN-GESTIONNAIRE": {
    title: "Unknown gestionnaire",
    detail: (args) => `No gestionnaire is called "${args.name}".${meant(args)}`,
    hint: () => "Declare it under gestionnaires:, or correct the name.",
  },
  "CHR-UNKNOWN-COMPTE-PISTE": {
    title: "Unknown PISTE account",
    detail: (args) => `No PISTE account is called "${args.name}".${meant(args)}`,
    hint: () => 'Add "piste: address@of-the-account.fr", or declare the account under comptesPiste:.',
  },
} satisfies Partial<DiagnosticWords>;
