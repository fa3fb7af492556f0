import { Buffer } from "node:buffer";
import type { Secret } from "../model/secret.ts";

export type Redact = (text: string) => string;

/**
 * The last net: every given secret becomes `[secret]`, as it is, percent-encoded, escaped as in JSON or HTML, in any mixture
 * of these, and in base64 whatever stands before and after it (`login:password`). The values of `Authorization` and
 * `cpro-account` headers go whatever they are. Secrets shorter than `shortest` characters are left, since hiding a
 * letter everywhere would hide the text.
 */
export const createRedactor = (
  secrets: Iterable<Secret>,
  { shortest = 1 }: { readonly shortest?: number } = {},
): Redact => {
  const values = [...secrets].map((secret) => secret.reveal()).filter((value) => value.length >= shortest);
  const mayHold = glance(values);
  let exact: RegExp | undefined;
  return (text) => {
    if (!mayHold(text)) return text.replaceAll(HEADER, `$1${HIDDEN}`);
    exact ??= patternOf(values);
    return text.replaceAll(exact, HIDDEN).replaceAll(HEADER, `$1${HIDDEN}`);
  };
};

/**
 * Whether a text could hold any of the values. The pattern costs milliseconds to compile, for values that are new with
 * every token; a text in which nothing is escaped can only hold them as they are, or in base64.
 */
const glance = (values: readonly string[]): ((text: string) => boolean) => {
  const held = values.filter((value) => value !== "");
  const encoded = held.flatMap(piecesOfBase64).map((text) => text.replace(/=+$/, ""));
  const hasSpace = held.some((value) => value.includes(" "));
  return (text) => {
    if (held.length === 0) return false;
    if (ESCAPED.test(text) || (hasSpace && text.includes("+"))) return true;
    if (held.some((value) => text.includes(value))) return true;
    const plain = text.replaceAll("-", "+").replaceAll("_", "/");
    return encoded.some((piece) => plain.includes(piece));
  };
};

const patternOf = (values: readonly string[]): RegExp =>
  new RegExp([...new Set(values.toSorted((a, b) => b.length - a.length).flatMap(formsOf))].join("|"), "g");

/** A parsed JSON value with all its texts redacted, names included. */
export const redactDeep = (value: unknown, redact: Redact): unknown => {
  if (typeof value === "string") return redact(value);
  if (typeof value === "number") return redact(String(value)) === String(value) ? value : HIDDEN;
  if (Array.isArray(value)) return value.map((entry) => redactDeep(entry, redact));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [redact(name), redactDeep(entry, redact)]));
};

/** Patterns, the longest match first. */
const formsOf = (value: string): readonly string[] =>
  value === "" ? [] : [...base64Of(value), (value.match(/\\+|[^\\]/gsu) ?? []).map(characterPattern).join("")];

/**
 * A character, or any of the escapes that stand for it, themselves escaped up to three times. Backslashes in a row are
 * one "character": one by one, a long row of them could be matched in too many ways.
 */
const characterPattern = (character: string): string => {
  if (character.startsWith("\\")) {
    const { length } = character;
    return `(?:\\\\{${length},${length * 8}}|(?:\\\\{1,15}u005[cC]|%(?:25){0,3}5[cC]|${entity(character.charAt(0))}){${length}})`;
  }
  const units = character.split("").map((unit) => `\\\\{1,15}u${hex(unit.charCodeAt(0), 4)}`);
  const bytes = [...Buffer.from(character, "utf8")].map((byte) => `%(?:25){0,3}${hex(byte, 2)}`);
  const letter = ESCAPE_LETTERS[character];
  const ways = [
    ...(letter === undefined ? [] : [`\\\\{1,15}${letter}`]),
    units.join(""),
    bytes.join(""),
    ...(character === " " ? ["\\+"] : []),
    entity(character),
    quoted(character),
  ];
  return `(?:${ways.join("|")})`;
};

/** A character reference of HTML: by number, or by the name that those with a meaning have. */
const entity = (character: string): string => {
  const point = character.codePointAt(0) ?? 0;
  const names = ENTITY_NAMES[character] ?? "";
  return `&(?:#(?:0*${point}|[xX]0*${hex(point, 1)})${names});`;
};

/**
 * Base64 and base64url of the value at each of the three places it may have in a longer text: the characters that it
 * alone decides, between those that its neighbours share.
 */
const base64Of = (value: string): readonly string[] => piecesOfBase64(value).map(base64Pattern);

const piecesOfBase64 = (value: string): readonly string[] => {
  const bytes = Buffer.from(value, "utf8");
  const whole = bytes.toString("base64");
  const embedded = [0, 1, 2].map((before) => {
    const encoded = Buffer.concat([Buffer.alloc(before), bytes]).toString("base64");
    return encoded.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6));
  });
  return [whole, ...embedded.filter((text) => text.length >= SHORTEST_BASE64)];
};

/** `+`, `/` and the padding also as base64url has them, and as a URL or JSON escapes them. */
const base64Pattern = (text: string): string =>
  text.replaceAll("+", "(?:[+-]|%2[Bb])").replaceAll("/", "(?:\\\\?\\/|_|%2[Ff])").replaceAll("=", "(?:=|%3[Dd])?");

/** Digits in either case. */
const hex = (value: number, digits: number): string =>
  value
    .toString(16)
    .padStart(digits, "0")
    .replaceAll(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);

const quoted = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");

/** What JSON writes after a backslash, as a pattern. */
const ESCAPE_LETTERS: Readonly<Record<string, string>> = {
  '"': '"',
  "/": "\\/",
  "\b": "b",
  "\f": "f",
  "\n": "n",
  "\r": "r",
  "\t": "t",
};

/** As alternatives to the number. */
const ENTITY_NAMES: Readonly<Record<string, string>> = { '"': "|quot", "&": "|amp", "'": "|apos", "<": "|lt", ">": "|gt" };

/** Every escape of the pattern begins with one of these. */
const ESCAPED = /[\\%&]/;

const HEADER = /((?:authorization|cpro-account)["']?\s*[:=]\s*["']?(?:(?:bearer|basic)\s+)?)[^\s"',;]+/gi;
/** What stands in the place of a secret. */
export const HIDDEN = "[secret]";
const SHORTEST_BASE64 = 4;
