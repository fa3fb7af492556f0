import { en } from "./en/en.ts";
import { fr } from "./fr/fr.ts";
import type { Language } from "./language.ts";
import type { Messages } from "./shape.ts";

/** Everything that a person reads of plans, states and runs, in one language. */
export const messages = (language: Language): Messages => (language === "fr" ? fr : en);
