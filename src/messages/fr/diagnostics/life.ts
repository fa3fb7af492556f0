import type { DiagnosticWords } from "../../diagnostic-words.ts";
import { meant } from "./words.ts";

/** Départs, remplacements, changements de nom. */
export const LIFE = {
  "CHR-SORTANT-DATE": {
    title: "Départ sans date",
    detail: ({ name }) => `« ${name} » est sortant, mais rien ne dit quand.`,
    hint: () => "Ajoutez « date: AAAA-MM-JJ », le jour du départ.",
  },
  "CHR-DATE-FORM": {
    title: "Date impossible",
    detail: ({ value, of }) =>
      of === undefined
        ? `« ${value} » n'est pas un jour du calendrier écrit AAAA-MM-JJ.`
        : `${of} : « ${value} » n'est ni un jour du calendrier écrit AAAA-MM-JJ, ni un moment avec son fuseau (2026-12-31T18:00+01:00).`,
    hint: ({ fix }) => (fix === undefined ? "Écrivez par exemple 2026-12-31." : `Écrivez ${fix}, si c'est bien ce jour-là.`),
  },
  "CHR-REMPLACE-NOT-SORTANT": {
    title: "Remplacement d'une structure qui reste",
    detail: ({ name, replaced }) => `« ${name} » remplace « ${replaced} », qui n'est pas sortant.`,
    hint: ({ replaced }) => `Ajoutez « etat: sortant » et une date à « ${replaced} ».`,
  },
  "CHR-REMPLACE-CYCLE": {
    title: "Remplacements en boucle",
    detail: ({ chain }) => `Ces structures se remplacent en boucle : ${chain.join(" → ")}.`,
    hint: () => "remplace: va de la nouvelle structure vers l'ancienne : retirez celui de l'ancienne.",
  },
  "CHR-MOVED-FROM-EXISTS": {
    title: "Ancien nom encore utilisé",
    detail: ({ from, to }) => `« ${from} » est déclaré comme renommé en « ${to} », mais existe encore.`,
    hint: ({ from }) => `Retirez « ${from} » de la configuration, ou retirez cette ligne de moved:.`,
  },
  "CHR-MOVED-TO-UNKNOWN": {
    title: "Nouveau nom introuvable",
    detail: (args) => `« ${args.from} » est déclaré comme renommé en « ${args.to} », qui n'existe pas.${meant(args)}`,
    hint: () => "Déclarez le nouveau nom, ou corrigez moved:.",
  },
} satisfies Partial<DiagnosticWords>;
