import type { Actor } from "./step.ts";
import { withoutAccents } from "./without-accents.ts";

/** Whether somebody means an actor: by role, by name, or by words of the label that is shown (not of an address). */
export const isActor = ({ role, name, label = "" }: Actor, asked: string): boolean => {
  const wanted = plainWord(asked);
  if (role === wanted || plainWord(name ?? "") === wanted || plainWord(label) === wanted) return true;
  return wanted !== "" && !label.includes("@") && ` ${plainWord(label)}`.includes(` ${wanted}`);
};

/** Without case and accents: `integration` is « Service intégration »'s. */
const plainWord = (text: string): string => withoutAccents(text.trim().toLowerCase());
