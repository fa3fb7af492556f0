import type { DiagnosticWords } from "../../diagnostic-words.ts";
import { meant } from "./words.ts";

/** Identifiers, e-mail addresses and telephone numbers. */
export const IDENTIFIERS = {
  "CHR-SIRET-FORM": {
    title: "Malformed SIRET",
    detail: ({ identifiant, problem }) =>
      problem === "zero"
        ? `"${identifiant}" has only 13 digits: the first zero is probably missing.`
        : problem === "spaces"
          ? `"${identifiant}" holds spaces or dots.`
          : `"${identifiant}" is no SIRET: it takes 14 digits.`,
    hint: ({ fix }) => (fix === undefined ? "Copy the SIRET from the avis de situation, or give type: if it is another identifier." : `Write ${fix}.`),
  },
  "CHR-SIRET-SIREN": {
    title: "SIREN instead of a SIRET",
    detail: ({ identifiant }) => `"${identifiant}" is a SIREN (9 digits): it names the company, not the establishment.`,
    hint: () => "Add the 5 digits of the establishment's NIC.",
  },
  "CHR-SIRET-KEY": {
    title: "Wrong key of a SIRET",
    detail: ({ identifiant, environment }) =>
      environment === "production"
        ? `The last digit of ${identifiant} does not fit the others: one digit is probably wrong.`
        : `The last digit of ${identifiant} does not fit the others. That is usual in a matelas de données.`,
    hint: ({ environment }) =>
      environment === "production"
        ? 'Compare it with the avis de situation. If Chorus Pro has it so, add "accepte: [CHR-SIRET-KEY]" to the structure.'
        : 'Check that it comes from the matelas; "accepte: [CHR-SIRET-KEY]" on the structure silences this.',
  },
  "CHR-IDENTIFIER-FORM": {
    title: "Malformed identifier",
    detail: ({ identifiant, type }) => `"${identifiant}" does not look like an identifier of type ${type}.`,
    hint: ({ example }) => `Expected form: ${example}. If Chorus Pro has it so, add "accepte: [CHR-IDENTIFIER-FORM]".`,
  },
  "CHR-IDENTIFIER-TWICE": {
    title: "One identifier under two names",
    detail: ({ identifiant, name, other, environment }) => `In ${environment}, ${identifiant} is both "${other}" and "${name}".`,
    hint: () => "Correct one of the two identifiers, or keep one name; for a name that changes, use moved:.",
  },
  "CHR-NAME-TWICE": {
    title: "Structure declared twice",
    detail: ({ name }) => `"${name}" is declared in two places for one environment.`,
    hint: () => "Keep one declaration, or rename one of the two.",
  },
  "CHR-ACCEPTE-CODE": {
    title: "Code that cannot be accepted",
    detail: (args) => `"${args.accepted}" is not a check that a structure can accept.${meant(args)}`,
    hint: () => "Possible codes: CHR-SIRET-KEY and CHR-IDENTIFIER-FORM.",
  },
  "CHR-EMAIL-FORM": {
    title: "Malformed e-mail address",
    detail: ({ value }) => `"${value}" is no e-mail address.`,
    hint: () => "Write it in full, such as facturation@exemple.fr.",
  },
  "CHR-TELEPHONE-FORM": {
    title: "Malformed telephone number",
    detail: ({ value }) => `"${value}" is no telephone number.`,
    hint: () => 'Ten digits beginning with 0, or an international number: "+33 4 72 00 00 01".',
  },
  "CHR-LOGIN-FORM": {
    title: "Malformed login",
    detail: ({ value }) => `"${value}" is not the login of a compte technique.`,
    hint: () => "Copy it from the portal: TECH_1_73282932000074@cpro.fr, or an older …@cpp2017.fr.",
  },
} satisfies Partial<DiagnosticWords>;
