import { loadConfiguration, type Loaded, type LoadRequest } from "../config/load.ts";
import { checkTrust } from "../config/trust.ts";
import { hasErrors, sortDiagnostics } from "../diagnostics/diagnostic.ts";
import type { Trust } from "../piste/trust.ts";

export interface ValidateRequest extends LoadRequest {
  readonly trust: Trust;
  /** Whether something is about to leave this machine: then what is not trusted is an error, else a warning. */
  readonly live?: boolean;
}

/**
 * A configuration with everything that is wrong with it, untrusted places included. Nothing is asked of PISTE. Where there
 * is an error all has its place, whichever places were asked for: it is about to be shown.
 */
export const validate = async (request: ValidateRequest): Promise<Loaded> => {
  const { trust, live = false, places = "of-all" } = request;
  const loaded = await loadConfiguration(request);
  const untrusted = await checkTrust(loaded, trust, { severity: live ? "error" : "warning", places });
  if (untrusted.length === 0 && !hasErrors(loaded.diagnostics)) return loaded;
  const diagnostics = sortDiagnostics([...loaded.diagnostics, ...untrusted]);
  return places === "of-errors" && hasErrors(diagnostics) ? validate({ ...request, places: "of-all" }) : { ...loaded, diagnostics };
};
