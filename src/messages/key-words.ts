import { KEYS_FR } from "./fr/keys.ts";
import type { Language } from "./language.ts";

/** A description of the schema, which speaks English, in another language; as it is where there is no other. */
export const keyWords =
  (language: Language) =>
  (description: string): string =>
    language === "fr" ? (KEYS_FR[description] ?? description) : description;
