import { hasErrors, type Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Desired } from "../model/desired.ts";
import { requireTrust } from "../operations/require-trust.ts";
import { validateProject } from "../operations/validate-project.ts";
import type { ProjectOptions } from "./options.ts";
import { portsFor } from "./run-options.ts";

export interface Validation {
  /** No error; there may be warnings. */
  readonly valid: boolean;
  /** Errors and warnings, sorted by place. */
  readonly diagnostics: readonly Diagnostic[];
  /** In full form; absent where it cannot be read. */
  readonly configuration?: Desired;
}

/** Reads a configuration and what is kept beside it, and says all that is wrong. Nothing is asked of PISTE, nothing is written. */
export const validate = async (options: ProjectOptions): Promise<Validation> => {
  const { files, clock } = portsFor(options);
  const { desired, diagnostics } = await validateProject({ files, entry: options.config, trust: requireTrust(options.trust ?? []), nowMs: clock.now() });
  const valid = !hasErrors(diagnostics);
  return desired === undefined ? { valid, diagnostics } : { valid, diagnostics, configuration: desired };
};
