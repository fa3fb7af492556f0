import { loadConfiguration, type Loaded, type LoadRequest } from "../config/load.ts";
import { checkTrust } from "../config/trust.ts";
import { sortDiagnostics } from "../diagnostics/diagnostic.ts";
import type { Trust } from "../piste/trust.ts";

export interface ValidateRequest extends LoadRequest {
  readonly trust: Trust;
  /** Whether something is about to leave this machine: then what is not trusted is an error, else a warning. */
  readonly live?: boolean;
}

/** A configuration with everything that is wrong with it, untrusted places included. Nothing is asked of PISTE. */
export const validate = async ({ files, entry, trust, live = false }: ValidateRequest): Promise<Loaded> => {
  const loaded = await loadConfiguration({ files, entry });
  const untrusted = await checkTrust(loaded, trust, live ? "error" : "warning");
  return untrusted.length === 0
    ? loaded
    : { ...loaded, diagnostics: sortDiagnostics([...loaded.diagnostics, ...untrusted]) };
};
