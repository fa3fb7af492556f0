import { withoutAccents } from "../model/without-accents.ts";

/** Whether a key or a CSV header speaks of a secret: its value must not be shown. */
export const isSecretKey = (key: string): boolean => SECRET_KEY.test(plain(key));

/**
 * Whether a cell looks like a generated password. Those of Chorus Pro have 13 characters with punctuation such as
 * `( [ ) @ ~ $ %`: three kinds of character, one of them a sign that no name, date or login holds.
 */
export const looksLikePassword = (text: string): boolean => {
  if (BROKEN_NUMBER.test(text) || EMAIL.test(text)) return false;
  if (text.length < 8 || text.length > 64 || /\s/.test(text) || !SIGNS.test(text)) return false;
  return KINDS.filter((kind) => kind.test(text)).length >= 2;
};

const plain = (text: string): string => withoutAccents(text).toLowerCase().replaceAll(/[^a-z]/g, "");

/** Words that are looked for anywhere in a key, at its end, and as the whole of it. */
const SECRET_KEY =
  /mdp|motdepasse|password|(?:pwd|passwd|passphrase|secrete?|token)$|^(?:pass|jeton|bearer|authorization|autorisation|cproaccount|apikey|cle|clef|cleapi|credentials?)$/;
/** What a spreadsheet makes of a SIRET. */
const BROKEN_NUMBER = /^\d+([.,]\d+)?E\+?\d+$/i;
/** An address or a login: `@` alone makes no password of it. */
const EMAIL = /^<?[\w.+'-]+@[\p{L}\d-]+(\.[\p{L}\d-]+)*\.\p{L}{2,}>?$/u;
const SIGNS = /[()[\]{}~$%<>!?*^#=+|\\@]/;
const KINDS = [/\p{Lu}/u, /\p{Ll}/u, /\d/];
