import type { Actor } from "./step.ts";
import { withoutAccents } from "./without-accents.ts";

/** Whether somebody may mean an actor, for a list to read (what is sent or noted takes `selectActors`): by role, by name, or by words of the label that is shown (not of an address). */
export const isActor = ({ role, name, label = "", client = "" }: Actor, asked: string): boolean => {
  const wanted = plainWord(asked);
  if (wanted === "") return false;
  if (role === wanted || plainWord(client) === wanted || plainWord(name ?? "") === wanted || plainWord(label) === wanted) return true;
  return !label.includes("@") && ` ${plainWord(label)}`.includes(` ${wanted}`);
};

/** Without case and accents: `integration` is « Service intégration »'s. */
const plainWord = (text: string): string => withoutAccents(text.trim().toLowerCase());
