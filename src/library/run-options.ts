import { parseTrust, type Trust } from "../piste/trust.ts";
import { ChorusError } from "../diagnostics/chorus-error.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import { nodePorts } from "../ports/node-ports.ts";
import type { Ports, Terminal } from "../ports/ports.ts";
import type { ProjectOptions } from "./options.ts";

/** The machine, with nobody before it: nothing is printed, nobody is asked. */
export const portsFor = ({ variables }: ProjectOptions): Ports => nodePorts(SILENT, variables);

/** Throws `CHR-TRUST-TOKEN` for each word that is none of the known ones. */
export const trustFor = ({ trust: tokens = [] }: ProjectOptions): Trust => {
  const { trust, unknown } = parseTrust(tokens);
  if (unknown.length > 0) throw new ChorusError(unknown.map((token) => diagnostic("CHR-TRUST-TOKEN", "error", { token })));
  return trust;
};

const NOWHERE = { isTerminal: false, width: undefined, write: () => undefined };

const SILENT: Terminal = { stdout: NOWHERE, stderr: NOWHERE, ask: async () => undefined, converse: async () => undefined };
