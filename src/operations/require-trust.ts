import { ChorusError } from "../diagnostics/chorus-error.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import { parseTrust, type Trust } from "../piste/trust.ts";

/** What the person vouches for. A word that is none of the known ones ends the run: trust is never guessed. */
export const requireTrust = (tokens: readonly string[]): Trust => {
  const { trust, unknown } = parseTrust(tokens);
  if (unknown.length > 0) throw new ChorusError(unknown.map((token) => diagnostic("CHR-TRUST-TOKEN", "error", { token })));
  return trust;
};
