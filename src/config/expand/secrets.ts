import type { SecretSource } from "../../model/desired.ts";
import type { EnvironmentName } from "../../model/environment.ts";
import { withoutAccents } from "../../model/without-accents.ts";
import type * as Written from "../configuration.gen.ts";

/** What `{…}` in a secret's reference stands for. */
export interface Placeholders {
  readonly environment: EnvironmentName;
  readonly name: string;
  readonly siret?: string;
  readonly code?: string;
  readonly login?: string;
}

/** Where a secret is: as written, in full or for all, else by convention. */
export const expandSecret = (
  written: Written.SecretReference | undefined,
  placeholders: Placeholders,
  { ending, isNamed }: Convention,
): SecretSource => {
  if (written !== undefined) return fillReference(written, placeholders);
  const suffix = isNamed ? `_${asVariable(placeholders.name)}` : "";
  return { env: `CHORUS_${asVariable(placeholders.environment)}_${ending}${suffix}` };
};

export interface Convention {
  readonly ending: "CLIENT_ID" | "CLIENT_SECRET" | "PASSWORD";
  /** Whether the name is part of the variable: where there are several. */
  readonly isNamed: boolean;
}

/** What is written for one thing wins, key by key, over what is written for all. */
export const secretOf = (
  key: "clientId" | "clientSecret" | "password",
  own: Written.Secrets | undefined,
  shared: Written.Secrets | undefined,
): Written.SecretReference | undefined =>
  (typeof own === "object" ? own[key] : undefined) ?? (typeof shared === "object" ? shared[key] : undefined);

/** Whether the secrets stay on the client's servers: said for this one, or for all and not otherwise for this one. */
export const staysAway = (own: Written.Secrets | undefined, shared: Written.Secrets | undefined): boolean =>
  (own ?? shared) === "chez-le-client";

/** Fills in `{siret}` and the like. */
export const fill = (text: string, placeholders: Placeholders): string =>
  text.includes("{")
    ? text.replaceAll(PLACEHOLDER, (whole, name: keyof Placeholders) => placeholders[name] ?? whole)
    : text;

const fillReference = (reference: Written.SecretReference, placeholders: Placeholders): SecretSource => {
  if (!JSON.stringify(reference).includes("{", 1)) return reference;
  const { env, file, command, key } = reference;
  return {
    ...(env === undefined ? {} : { env: fillVariable(env, placeholders) }),
    ...(file === undefined ? {} : { file: fill(file, placeholders) }),
    ...(command === undefined ? {} : { command: command.map((word) => fill(word, placeholders)) }),
    ...(key === undefined ? {} : { key: fill(key, placeholders) }),
  };
};

const fillVariable = (text: string, placeholders: Placeholders): string =>
  text.replaceAll(PLACEHOLDER, (whole, name: keyof Placeholders) => {
    const value = placeholders[name];
    return value === undefined ? whole : asVariable(value);
  });

/** A text as a part of an environment variable: upper case, without accents, anything else an underscore. */
const asVariable = (text: string): string =>
  withoutAccents(text)
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]+/g, "_");

const PLACEHOLDER = /\{(environment|name|siret|code|login)\}/g;
