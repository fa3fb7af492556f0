import { isRecord } from "../model/is-record.ts";
import type { SecretReference } from "../model/secret.ts";
import type { MissingReason } from "./outcome.ts";
import { parseJson } from "../model/parse-json.ts";

export type Found = { readonly text: string } | { readonly reason: MissingReason };

/**
 * The value that a reference means in what a file holds or a command printed: the whole of it but one line end, or,
 * with a key, a text of a JSON object or, in a file, of `KEY=value` lines.
 */
export const readSecretText = (
  text: string,
  reference: Extract<SecretReference, { from: "file" | "command" }>,
): Found => {
  const { key } = reference;
  if (key === undefined) return { text: text.replace(/\r?\n$/, "") };
  const json = parseJson(text);
  if (isRecord(json)) {
    const value = Object.hasOwn(json, key) ? json[key] : undefined;
    // A number would have lost its leading zeros already.
    return typeof value === "string" ? { text: value } : { reason: "no-key" };
  }
  if (reference.from === "command") return { reason: "not-json" };
  const line = text.split(/\r?\n/).findLast((candidate) => LINE.exec(candidate)?.[1] === key);
  return line === undefined ? { reason: "no-key" } : { text: unquoted(LINE.exec(line)?.[2] ?? "") };
};

/** Quotes around the whole go; nothing else is interpreted, since `#`, `$` and `\` are usual in passwords. */
const unquoted = (value: string): string => /^(["'])(.*)\1$/s.exec(value)?.[2] ?? value;

const LINE = /^\s*(?:export\s+)?([\w.-]+)\s*=\s*(.*?)\s*$/;
