import { pluralEn as p } from "../plural.ts";
import type { WorklistWords } from "../shape.ts";

export const worklist: WorklistWords = {
  title: (name) => `Chorus Pro: what is left to do (${name})`,
  greeting: (name) => (name === undefined ? "Hello," : `Hello ${name},`),
  intro: (n) =>
    n === 0
      ? "Nothing is left for you to do: thank you."
      : `For your structure to exchange with Chorus Pro through our software, ${n} ${p(n, "step is", "steps are")} left for you to do. The words in quotation marks are those on screen, in French; values are to be copied as they are.`,
  closing: [
    "Please answer this message when it is done, or if something keeps you from it: we will find a way together.",
    "Never send a password by e-mail, not even to us.",
  ],
  columns: ["for", "number", "where", "step", "how"],
};
