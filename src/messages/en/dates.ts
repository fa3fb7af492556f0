import { pluralEn as p } from "../plural.ts";
import type { DateWords } from "../shape.ts";

export const dates = {
  locale: "en-GB",
  order: ["year", "month", "day"],
  separator: "-",
  at: (date, time) => `${date} at ${time}`,
  ago: {
    minutes: (n) => `${n} min ago`,
    hours: (n) => `${n} h ago`,
    days: (n) => `${n} ${p(n, "day", "days")} ago`,
    now: "just now",
  },
} satisfies DateWords;
