import { closest } from "../../config/closest.ts";
import { schemaKeys } from "../../config/schema-keys.ts";
import type { Code } from "../../diagnostics/codes.ts";
import { diagnosticWords } from "../../messages/diagnostic-messages.ts";
import type { Language } from "../../messages/language.ts";
import { KINDS } from "../../model/address.ts";
import type { Explainable } from "../../model/explanation.ts";

/** Every word that is explained. */
export const explainable = (language: Language): Explainable => {
  const words = diagnosticWords(language);
  return {
    codes: (Object.keys(words) as readonly Code[]).toSorted().map((code) => ({ code, title: words[code].title })),
    kinds: KINDS,
    keys: schemaKeys().map(({ path }) => path.join(".")),
  };
};

/** The nearest of each sort to a word that is none, the likeliest sort first. */
export const nearest = (word: string, { codes, kinds, keys }: Explainable): readonly string[] => {
  const code = closest(word, codes.map((one) => one.code));
  if (code.suggestion !== undefined) return [code.suggestion];
  const lastNames = new Set(keys.map((key) => key.split(".").at(-1) ?? key).filter((name) => !name.endsWith("*")));
  const found = [closest(word, kinds), closest(withoutStars(word), keys.map(withoutStars)), closest(word, lastNames)];
  return [...new Set(found.flatMap(({ suggestion }) => suggestion ?? []))];
};

/** As it can be typed without quotes: a shell takes a star for files. */
export const withoutStars = (key: string): string =>
  key
    .split(".")
    .filter((part) => part !== "*")
    .join(".");
