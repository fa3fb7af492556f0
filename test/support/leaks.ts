import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";

/**
 * Looks for planted secrets where none may stand. It shares no code with what hides them: it is the second opinion.
 *
 * @returns what was found: the secret, and the form in which it stands there
 */
export const leaksIn = (text: string, secrets: Iterable<string>): readonly string[] =>
  [...new Set(secrets)].flatMap((secret) =>
    formsOf(secret).flatMap(([form, encoded]) => (text.includes(encoded) ? [`${secret} (${form})`] : [])));

/** The same in every file below a folder: `state.jsonl: the-secret (plain)`. */
export const leaksBelow = async (folder: string, secrets: Iterable<string>): Promise<readonly string[]> => {
  const planted = [...secrets];
  if (planted.length === 0) return [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const found = await Promise.all(
    files.map(async (file) => leaksIn(`${file}\n${await readUnlessGone(file)}`, planted).map((leak) => `${relative(folder, file)}: ${leak}`)),
  );
  return found.flat().toSorted();
};

/** What the product is given by variables that is secret, by the names of the convention. */
export const secretsGiven = (variables: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(variables).flatMap(([name, value]) => (SECRET_VARIABLE.test(name) ? [value] : []));

const SECRET_VARIABLE = /^CHORUS_(?:QUALIFICATION|PRODUCTION)_(?:CLIENT_ID|CLIENT_SECRET|PASSWORD)(?:_|$)/;

/** A file that is written beside another and takes its place may be gone by the time it is read. */
const readUnlessGone = (file: string): Promise<string> => readFile(file, "latin1").catch(() => "");

type Form = readonly [name: string, encoded: string];

/** Files are read byte by byte, so that no byte gets lost: what is not ASCII is looked for in both readings. */
const formsOf = (secret: string): readonly Form[] => {
  if (secret.trim().length < SHORTEST) throw new Error(`"${secret}" is too short to be looked for: plant a longer secret`);
  const plain = secret.trim();
  const forms: readonly Form[] = [
    ["plain", plain],
    ["percent-encoded", encodeURIComponent(plain)],
    ["percent-encoded throughout", percentEncoded(plain)],
    ["as a form has it", new URLSearchParams([["", plain]]).toString().slice(1)],
    ["JSON", inJson(plain)],
    ["JSON in JSON", inJson(inJson(plain))],
    ["JSON, ASCII alone", inAscii(inJson(plain))],
    ["HTML", plain.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;")],
    ...[0, 1, 2].flatMap((offset): readonly Form[] => {
      const encoded = base64At(plain, offset);
      return [
        [`base64 at ${offset}`, encoded],
        [`base64url at ${offset}`, encoded.replaceAll("+", "-").replaceAll("/", "_")],
      ];
    }),
  ];
  const bytewise = forms.map(([name, encoded]): Form => [name, Buffer.from(encoded, "utf8").toString("latin1")]);
  return [...new Map([...forms, ...bytewise].toReversed().map((form) => [form[1], form])).values()];
};

const percentEncoded = (text: string): string =>
  [...Buffer.from(text, "utf8")].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`).join("");

const inJson = (text: string): string => JSON.stringify(text).slice(1, -1);

const inAscii = (text: string): string =>
  text.replaceAll(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);

/** The characters that the secret alone decides, where that many bytes stand before it: as in `login:password`. */
const base64At = (text: string, offset: number): string => {
  const bytes = Buffer.from(text, "utf8");
  const whole = Buffer.concat([Buffer.alloc(offset), bytes]).toString("base64");
  return whole.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + bytes.length) * 8) / 6));
};

const SHORTEST = 6;
