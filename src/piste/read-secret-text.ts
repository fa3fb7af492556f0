import { isRecord } from "../model/is-record.ts";
import type { SecretReference } from "../model/secret.ts";
import type { MissingReason } from "./outcome.ts";
import { parseJson } from "../model/parse-json.ts";

export type Found = { readonly text: string } | { readonly reason: MissingReason };

/** What a file holds or a command printed, taken apart once: a list of clients looks up thousands of keys in it. */
export interface SecretText {
  /** All of it but one line end. */
  readonly whole: string;
  /** Where it is a JSON object. */
  readonly json: () => Readonly<Record<string, unknown>> | undefined;
  /** As `KEY=value` lines; the last of a key counts. */
  readonly lines: () => ReadonlyMap<string, string>;
}

export const secretText = (text: string): SecretText => {
  let json: { readonly object: Readonly<Record<string, unknown>> | undefined } | undefined;
  let lines: ReadonlyMap<string, string> | undefined;
  return {
    whole: text.replace(/\r?\n$/, ""),
    json: () => (json ??= { object: objectOf(text) }).object,
    lines: () => (lines ??= linesOf(text)),
  };
};

/** The value that a reference means: the whole or, with a key, a text of a JSON object or, in a file, of its lines. */
export const readSecretText = (text: SecretText, reference: Extract<SecretReference, { from: "file" | "command" }>): Found => {
  const { key } = reference;
  if (key === undefined) return { text: text.whole };
  const json = text.json();
  if (json !== undefined) {
    const value = Object.hasOwn(json, key) ? json[key] : undefined;
    // A number would have lost its leading zeros already.
    return typeof value === "string" ? { text: value } : { reason: "no-key" };
  }
  if (reference.from === "command") return { reason: "not-json" };
  const value = text.lines().get(key);
  return value === undefined ? { reason: "no-key" } : { text: value };
};

const objectOf = (text: string): Readonly<Record<string, unknown>> | undefined => {
  const json = parseJson(text);
  return isRecord(json) ? json : undefined;
};

const linesOf = (text: string): ReadonlyMap<string, string> =>
  new Map(
    text.split(/\r?\n/).flatMap((line) => {
      const [, key, value = ""] = LINE.exec(line) ?? [];
      return key === undefined ? [] : [[key, unquoted(value)] as const];
    }),
  );

/** Quotes around the whole go; nothing else is interpreted, since `#`, `$` and `\` are usual in passwords. */
const unquoted = (value: string): string => /^(["'])(.*)\1$/s.exec(value)?.[2] ?? value;

const LINE = /^\s*(?:export\s+)?([\w.-]+)\s*=\s*(.*?)\s*$/;
