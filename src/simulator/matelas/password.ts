import type { Draw } from "../generate/draw.ts";

/**
 * A password as Chorus Pro gives: 13 characters, with the punctuation seen in the *matelas de données* and in
 * comptes techniques. Three characters of it at least, so that a shell that does not quote it breaks.
 */
export function password(draw: Draw): string {
  const characters = Array.from({ length: LENGTH - PUNCTUATED }, () => LETTERS.charAt(draw.integer(LETTERS.length)));
  for (let count = 0; count < PUNCTUATED; count++) {
    // Not in front: a leading @ or - would be read as an option or a file.
    characters.splice(1 + draw.integer(characters.length), 0, PUNCTUATION.charAt(draw.integer(PUNCTUATION.length)));
  }
  return characters.join("");
}

const LENGTH = 13;
const PUNCTUATED = 3;
const LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
const PUNCTUATION = "([)@~$%>";
