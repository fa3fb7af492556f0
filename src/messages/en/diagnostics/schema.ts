import type { DiagnosticWords } from "../../diagnostic-words.ts";
import { choice, meant, place, shape } from "./words.ts";

/** Keys and values. */
export const SCHEMA = {
  "CHR-CONFIG-UNKNOWN-KEY": {
    title: "Unknown key",
    detail: (args) => `"${args.key}" does not exist here.${meant(args)}`,
    hint: () => 'Correct or remove the key. For notes of your own, begin a top-level key with "x-".',
  },
  "CHR-CONFIG-MISSING-KEY": {
    title: "Missing key",
    detail: ({ key, of }) => `"${key}" is missing in ${place(of)}.`,
    hint: ({ key }) => (key === "version" ? 'Add "version: 1".' : `Add "${key}: …".`),
  },
  "CHR-CONFIG-TYPE": {
    title: "Value of another shape",
    detail: ({ key, expected, actual }) => `Expected for ${place(key)}: ${choice(expected.map(shape))}, not ${shape(actual)}.`,
    hint: () => "See your editor's help on this key, or schemas/config.schema.json.",
  },
  "CHR-CONFIG-VALUE": {
    title: "Value not accepted",
    detail: (args) =>
      args.allowed === undefined
        ? `"${args.value}" does not suit ${place(args.key)}.`
        : `"${args.value}" does not suit ${place(args.key)}: expected ${choice(args.allowed)}.${meant(args)}`,
    hint: ({ allowed, example }) =>
      allowed === undefined && example !== undefined ? `Write it like this: ${example}` : "Choose one of the possible values.",
  },
  "CHR-CONFIG-EMPTY": {
    title: "Empty value",
    detail: ({ key }) => `No value is given for ${place(key)}.`,
    hint: () => "Give a value, or remove the key.",
  },
  "CHR-CONFIG-NAME": {
    title: "Name not accepted",
    detail: ({ name }) => `"${name}" cannot be a name.`,
    hint: () => 'A name begins with a letter or digit; then spaces, dots, hyphens, "_" and "@" are possible too.',
  },
  "CHR-CONFIG-VERSION": {
    title: "Unknown version of the format",
    detail: ({ version }) => `This version of Chorus reads format 1, not "${version}".`,
    hint: () => 'Write "version: 1", or update Chorus if the file comes from a newer one.',
  },
  "CHR-UNKNOWN-ENVIRONMENT": {
    title: "Unknown environment",
    detail: (args) => `"${args.name}" is no environment.${meant(args)}`,
    hint: () => "Chorus Pro has two: qualification and production.",
  },
} satisfies Partial<DiagnosticWords>;
