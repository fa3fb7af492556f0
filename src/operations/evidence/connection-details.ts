import { basename } from "node:path";
import { looksLikePassword } from "../../config/secret-words.ts";
import { withoutAccents } from "../../model/without-accents.ts";
import { pdfText } from "./pdf-text.ts";

/** A file's text, as far as there is one. */
export const textOf = (bytes: Uint8Array): string => {
  const [first, second] = bytes;
  if (new TextDecoder("latin1").decode(bytes.subarray(0, 5)) === "%PDF-") return pdfText(bytes);
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  return new TextDecoder(first === 0xfe && second === 0xff ? "utf-16be" : "utf-8").decode(bytes);
};

/** The document that Chorus Pro offers when a compte technique is created: its name is enough. */
export const isNamedAsConnectionDetails = (file: string): boolean => NAMES.some((name) => name.test(plain(basename(file))));

/** A login or the words « mot de passe » with what looks like a password nearby. */
export const tellsPassword = (text: string): boolean =>
  [...text.matchAll(LABEL)].some(({ index, 0: label }) => hasPassword(text.slice(index + label.length, index + label.length + NEAR))) ||
  [...text.matchAll(LOGIN)].some(({ index, 0: login }) =>
    hasPassword(text.slice(Math.max(0, index - NEAR), index)) || hasPassword(text.slice(index + login.length, index + login.length + NEAR)));

/** Brackets and full stops around a word are the sentence's. An address or the name of a variable is no password. */
const hasPassword = (text: string): boolean =>
  text
    .split(/\s+/)
    .map((word) => word.replaceAll(/^["'«([]+|["'»)\].,;:!?]+$/g, ""))
    .some((word) => !/:\/\/|^\$\w+$/.test(word) && looksLikePassword(word));

const plain = (text: string): string => withoutAccents(text).toLowerCase().replaceAll(/[^a-z0-9.]+/g, " ");

const NAMES = [/\binformations? (de )?connexion\b/, /\bcompte technique\b.*\.pdf$/, /\btech \d+ \w+.*\.pdf$/];
const LABEL = /(?:mot\s*de\s*passe|mdp|password)[^\S\n]*[:=]?/gi;
const LOGIN = /TECH_\d+_?\w*@(?:cpro|cpp2017)\.fr/gi;
/** Characters: two lines of a form. */
const NEAR = 120;
