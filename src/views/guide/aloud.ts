import type { SpokenWords } from "../../messages/guide-messages.ts";
import { unbroken } from "../text/wrap.ts";
import { groupDigits, groupPhone } from "./digits.ts";

/** How a value is read on the telephone. */
export interface Aloud {
  readonly value: string;
  /** `7 3 2, 8 2 9, 3 2 0, 0 0 0 7 4`; `C P R O, point, F R`. */
  readonly aloud: string;
  /** How many digits, which case, and words for the letters that sound alike. */
  readonly hints?: string;
}

/**
 * Digits are grouped, everything else is spelled: letters one by one, marks by their names.
 *
 * @param argument what the value is, by the field's name of the guide: a telephone number is grouped otherwise
 */
export const readAloud = (argument: string, value: string, words: SpokenWords): Aloud => {
  const count = words.digits(value.replaceAll(/\D/g, "").length);
  if (PHONES.has(argument)) return { value, aloud: groupPhone(value, words.plus), hints: count };
  if (/^\d+$/.test(value)) return { value, aloud: groupDigits(value), hints: count };
  return { value, aloud: spell(value, words), hints: [caseHint(value, words), ...soundAlikes(value, words)].join(words.semicolon) };
};

const spell = (value: string, words: SpokenWords): string => {
  const isMixed = caseHint(value, words) === words.mixed;
  return (value.match(PARTS) ?? [])
    .flatMap((part) => {
      if (/^\d+$/.test(part)) return [groupDigits(part)];
      return /^\p{L}/u.test(part) ? spellWord(part, isMixed, words) : [words.marks[part] ?? part];
    })
    .map(unbroken)
    .join(", ");
};

/** An address of the web, in words where it has some: `portail, point, chorus, tiret, pro, point, gouv, point, fr`. */
export const readUrl = (url: string, { marks }: SpokenWords): string => {
  const said = url.replace(/^https:\/\//, "").match(PARTS) ?? [];
  return said.map((part) => marks[part] ?? part).join(", ");
};

/** A letter with an accent, or a capital where case matters, stands alone; a word in capitals says so once. */
const spellWord = (word: string, isMixed: boolean, words: SpokenWords): readonly string[] => {
  if (isMixed && word.length > 1 && word === word.toUpperCase()) return [words.capitals(spellWord(word, false, words).join(", "))];
  const tokens: string[] = [];
  let plain: string[] = [];
  for (const letter of word.normalize("NFC")) {
    const [base = letter, ...marks] = letter.normalize("NFD");
    const said = [base, ...marks.map((mark) => words.accents[mark] ?? "")].join(" ").trim();
    const isCapital = isMixed && base !== base.toLowerCase();
    if (marks.length === 0 && !isCapital) {
      plain.push(base);
      continue;
    }
    if (plain.length > 0) tokens.push(plain.join(" "));
    plain = [];
    tokens.push(isCapital ? words.capital(said) : said);
  }
  return plain.length === 0 ? tokens : [...tokens, plain.join(" ")];
};

const caseHint = (value: string, { upper, lower, mixed }: SpokenWords): string => {
  if (value === value.toUpperCase()) return upper;
  return value === value.toLowerCase() ? lower : mixed;
};

/** Letters that a telephone confuses, each once, in the order of the alphabet. */
const soundAlikes = (value: string, { alphabet, as }: SpokenWords): readonly string[] => {
  const letters = new Set(value.normalize("NFD").toUpperCase());
  const hints = Object.entries(alphabet).filter(([letter]) => letters.has(letter)).map(([letter, word]) => as(letter, word));
  return hints.length === 0 ? [] : [hints.join(", ")];
};

const PHONES: ReadonlySet<string> = new Set(["telephone", "fax"]);

/** Runs of digits, runs of letters, and each mark by itself. */
const PARTS = /\d+|[\p{L}\p{M}]+|[^\d\p{L}\p{M}]/gu;
