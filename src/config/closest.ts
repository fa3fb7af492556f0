import { distance } from "fastest-levenshtein";
import { withoutAccents } from "../model/without-accents.ts";

/** The known word that was probably meant, as an argument to spread: nothing where none is near. */
export const closest = (word: string, known: Iterable<string>): { readonly suggestion?: string } => {
  const wanted = plain(word);
  let best: { readonly suggestion: string; readonly far: number } | undefined;
  for (const suggestion of known) {
    const limit = Math.max(1, Math.floor(Math.min(wanted.length, suggestion.length) / 3));
    if (Math.abs(wanted.length - suggestion.length) > limit) continue;
    const far = distance(wanted, plain(suggestion));
    if (far <= limit && (best === undefined || far < best.far)) best = { suggestion, far };
    if (far === 0) break;
  }
  return best === undefined ? {} : { suggestion: best.suggestion };
};

/** Case and accents are the commonest slips. */
const plain = (word: string): string => withoutAccents(word).toLowerCase();
