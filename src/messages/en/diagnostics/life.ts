import type { DiagnosticWords } from "../../diagnostic-words.ts";
import { meant } from "./words.ts";

/** Leaving, replacing, renaming. */
export const LIFE = {
  "CHR-SORTANT-DATE": {
    title: "Leaving without a date",
    detail: ({ name }) => `"${name}" is sortant, but nothing says when.`,
    hint: () => 'Add "date: YYYY-MM-DD", the day of leaving.',
  },
  "CHR-DATE-FORM": {
    title: "Impossible date",
    detail: ({ value, of }) =>
      of === undefined
        ? `"${value}" is no day of the calendar, written YYYY-MM-DD.`
        : `${of}: "${value}" is neither a day of the calendar, written YYYY-MM-DD, nor a moment with its zone (2026-12-31T18:00+01:00).`,
    hint: ({ fix }) => (fix === undefined ? "Write for example 2026-12-31." : `Write ${fix}, if that is the day you mean.`),
  },
  "CHR-REMPLACE-NOT-SORTANT": {
    title: "Replaces a structure that stays",
    detail: ({ name, replaced }) => `"${name}" replaces "${replaced}", which is not sortant.`,
    hint: ({ replaced }) => `Add "etat: sortant" and a date to "${replaced}".`,
  },
  "CHR-REMPLACE-CYCLE": {
    title: "Circular replacement",
    detail: ({ chain }) => `These structures replace each other: ${chain.join(" → ")}.`,
    hint: () => "remplace: goes from the new structure to the old one: remove that of the old one.",
  },
  "CHR-MOVED-FROM-EXISTS": {
    title: "Old name still in use",
    detail: ({ from, to }) => `"${from}" is said to be called "${to}" now, but still exists.`,
    hint: ({ from }) => `Remove "${from}" from the configuration, or this line from moved:.`,
  },
  "CHR-MOVED-TO-UNKNOWN": {
    title: "New name not found",
    detail: (args) => `"${args.from}" is said to be called "${args.to}" now, which does not exist.${meant(args)}`,
    hint: () => "Declare the new name, or correct moved:.",
  },
} satisfies Partial<DiagnosticWords>;
