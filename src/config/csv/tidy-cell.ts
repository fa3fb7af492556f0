import { meantDay } from "../../model/day.ts";
import { hasSiretKey } from "../../model/identifier.ts";
import { inOurWords } from "./client-rows.ts";
import type { ClientHeader } from "./header-names.ts";

/**
 * What a cell of an export says, where only its form is another one: spaces in a SIRET, the decimals and the apostrophe of
 * a spreadsheet, a day as it is written in France. Digits are added to a SIRET only where zeros are to be put back.
 */
export const tidyCell = (header: ClientHeader, text: string, zeros: boolean): string => {
  const said = inOurWords(header, text);
  const bare = APOSTROPHE.test(said) ? said.slice(1) : said;
  if (header === "siret") return tidySiret(bare, zeros);
  return header === "date" ? (meantDay(bare) ?? bare) : bare;
};

const tidySiret = (text: string, zeros: boolean): string => {
  const digits = text.replace(DECIMALS, "").replaceAll(SPACES, "");
  if (!/^\d+$/.test(digits)) return text;
  if (digits.length === SIRET_LENGTH) return digits;
  const padded = digits.padStart(SIRET_LENGTH, "0");
  return zeros && digits.length >= SIRET_LENGTH - MOST_ZEROS && hasSiretKey(padded) ? padded : text;
};

/** `'0123`: typed so that a spreadsheet keeps a text. */
const APOSTROPHE = /^'[\d+=-]/;

/** `12345678200010,00` */
const DECIMALS = /[.,]0{1,2}$/;
const SPACES = /[\s\u00a0\u202f.-]/g;

const SIRET_LENGTH = 14;

/** SIREN begin with one zero, the oldest with two; what is shorter is another number. */
const MOST_ZEROS = 2;
