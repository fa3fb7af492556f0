import { looksLikePassword } from "../../config/secret-words.ts";

/**
 * Whether a text tells a password: a value right after « mot de passe : », what looks like one near those words or a
 * technical login, or anywhere in such a text what only a generator makes.
 */
export const tellsPassword = (text: string): boolean => {
  const labels = [...text.matchAll(LABEL)];
  const places = [...labels, ...text.matchAll(LOGIN)];
  if (places.length === 0) return false;
  if (labels.some(({ index, 0: label }) => isTold(text.slice(index + label.length)))) return true;
  const around = places.map(({ index, 0: found }) => ({ from: index - NEAR, to: index + found.length + NEAR }));
  return wordsOf(text).some(({ word, at }) =>
    looksLikePassword(word) && !isOrdinary(word) && (isGenerated(word) || around.some(({ from, to }) => at >= from && at <= to)));
};

/** The value itself, where a sign leads to it: `Mot de passe : Kq7x9M2abcd4`. */
const isTold = (after: string): boolean => {
  const [, given = ""] = LED_TO.exec(after) ?? [];
  const [, word = given] = QUOTED.exec(given) ?? [];
  return !isOrdinary(word) && kindsIn(word) >= 3 && changesIn(word) >= 4 && word.length >= 8 && word.length <= 64;
};

interface Word {
  readonly word: string;
  readonly at: number;
}

/** Brackets that close each other around words are the sentence's, as are its full stops, quotes and stress. */
const wordsOf = (text: string): readonly Word[] => {
  const words = [...text.replaceAll(TAG, (tag) => " ".repeat(tag.length)).matchAll(/\S+/g)].map(({ index, 0: found }) => ({ word: found, at: index }));
  const open: number[] = [];
  const paired = new Set<number>();
  for (const [place, { word }] of words.entries()) {
    for (const _ of brackets(OPENS, word)) open.push(place);
    for (const _ of brackets(CLOSES, word)) {
      const opener = open.pop();
      if (opener !== undefined) paired.add(opener).add(place);
    }
  }
  return words.map(({ word, at }, place) => ({ at, word: trimmed(paired.has(place) ? word.replace(OPENS, "").replace(CLOSES, "") : word) }));
};

const brackets = (edge: RegExp, word: string): readonly string[] => word.length > LONGEST ? [] : edge.exec(word)?.[0].match(/[()[\]]/g) ?? [];

const trimmed = (word: string): string =>
  word.length > LONGEST ? word : word
    .replaceAll(/^["'«“]+|["'»”.,;:!?]+$/g, "")
    .replace(/^([*_]+)(.*)\1$/, "$2")
    .replace(/^(#+|@)(?=[\p{L}.-]+$)/u, "")
    .replace(/^[A-Za-z_.-]+=(?=.)/, "");

/** What a generator makes and nobody writes: about thirteen characters that change their kind all the time. */
const isGenerated = (word: string): boolean => /^[!-~]{12,16}$/.test(word) && kindsIn(word) >= 3 && changesIn(word) >= 6;

const isOrdinary = (word: string): boolean => ORDINARY.some((form) => form.test(word));

const kindsIn = (word: string): number => KINDS.filter((kind) => kind.test(word)).length;

const changesIn = (word: string): number => {
  const kinds = word.split("").map((character) => KINDS.findIndex((kind) => kind.test(character)));
  return kinds.filter((kind, place) => place > 0 && kind !== kinds[place - 1]).length;
};

const LABEL = /(?:mots?\s*de\s*passe|mdp|password|pwd)/gi;
const LOGIN = /TECH_\d\w*@(?:cpro|cpp2017)\.fr/gi;
const LED_TO = /^[^\S\n]*(?:[:=]|est\b|is\b)[^\S\n]*:?\s{0,4}(?:[«“"'`(][^\S\n]*)?(\S+)/i;
const QUOTED = /^(.*?)["'»”`.,;:!?]+$/;
const TAG = /<\/?[a-z]+[1-6]?(?:\s[^<>]*)?\/?>/gi;
const OPENS = /^["'«“]*[([]+/;
const CLOSES = /[)\]]+["'»”.,;:!?]*$/;
/** A page's address, a path, a variable, `structure(s)`, `Menu>Écran`, an address of e-mail, a ticket's number. */
const ORDINARY = [
  /:\/\/|^www\./i,
  /^[\w.-]+(\/[\w.-]+)+$/,
  /^(\$(?:[A-Z_][A-Z0-9_]*|[a-z_][a-z0-9_]*)|\$?\{\w+\}|%(?:[A-Z_][A-Z0-9_]*|[a-z_][a-z0-9_]*)%)$/,
  /^(\p{L}{1,2}['’])?\p{L}+[([]\p{L}{1,5}[)\]]\p{L}*$/u,
  /^\p{L}+(>\p{L}+)+$/u,
  /^[\w.+'-]+@[\w-]+(\.[\w-]+)*\.[a-z]{2,}$/i,
  /^\d*(?:(?:\p{Lu}?\p{Ll}+|\p{Lu}+)\d*)?(?:[-_/]\d*(?:(?:\p{Lu}?\p{Ll}+|\p{Lu}+)\d*)?)+$/u,
];
const KINDS = [/\p{Lu}/u, /\p{Ll}/u, /\d/, /[^\p{L}\d]/u];
/** Characters: what is longer is no password, with whatever signs around it. */
const LONGEST = 200;
/** Characters: two lines of a form. */
const NEAR = 120;
