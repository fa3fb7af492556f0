import { pluralFr as p } from "../plural.ts";
import type { DateWords } from "../shape.ts";

export const dates = {
  locale: "fr-FR",
  order: ["day", "month", "year"],
  separator: "/",
  at: (date, time) => `${date} à ${time}`,
  ago: {
    minutes: (n) => `il y a ${n} min`,
    hours: (n) => `il y a ${n} h`,
    days: (n) => `il y a ${n} ${p(n, "jour", "jours")}`,
    now: "à l'instant",
  },
} satisfies DateWords;
