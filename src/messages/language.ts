import type { EnvironmentVariables } from "../ports/ports.ts";

export type Language = "fr" | "en";

/**
 * The language of what a person reads: asked for, else the configuration's, else the locale's. A locale that says
 * nothing (C, POSIX, none: CI runners) is French, as most users are.
 */
export const chooseLanguage = (
  asked: string | undefined,
  configured: Language | undefined,
  variables: EnvironmentVariables,
): Language => {
  if (asked === "fr" || asked === "en") return asked;
  if (configured !== undefined) return configured;
  const locale = [variables["LC_ALL"], variables["LC_MESSAGES"], variables["LANG"]].find(
    (value) => value !== undefined && value !== "",
  );
  return locale === undefined || /^(fr|C|POSIX)([_.@-]|$)/i.test(locale) ? "fr" : "en";
};
