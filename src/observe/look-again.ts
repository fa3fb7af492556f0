import { triesWithin } from "../piste/retries.ts";
import type { Outcome } from "../piste/outcome.ts";

/**
 * What a first look does not show is looked for again before it is denied: a page that came empty, or moved while it was
 * read, lacks what is there. The looks are numbered, so that all who miss something share them.
 *
 * @param isBare whether the answer shows nothing at all and no total says that it should not
 */
export const lookAgain = async <Body>(
  look: (round: number) => Promise<Outcome<Body> | undefined>,
  shows: (body: Body) => boolean,
  isBare: (body: Body) => boolean = () => false,
): Promise<Outcome<Body> | undefined> => {
  for (let round = 1; ; round++) {
    const outcome = await look(round);
    if (outcome?.ok !== true || shows(outcome.body)) return outcome;
    const looks = isBare(outcome.body) ? LOOKS_AT_NOTHING : LOOKS;
    if (round >= looks) return outcome;
  }
};

/** Never reported by integrators, and cheap to look at twice. */
const LOOKS = triesWithin(1e-5);
/** The lists of active structures carry no total by which an empty one could be doubted. */
const LOOKS_AT_NOTHING = triesWithin(1e-3);
