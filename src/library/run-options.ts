import { nodePorts } from "../ports/node-ports.ts";
import type { Ports, Terminal } from "../ports/ports.ts";
import type { ProjectOptions } from "./options.ts";

/** The machine, with nobody before it: nothing is printed, nobody is asked. */
export const portsFor = ({ variables }: ProjectOptions): Ports => nodePorts(SILENT, variables);

const NOWHERE = { isTerminal: false, width: undefined, write: () => undefined };

const SILENT: Terminal = { stdout: NOWHERE, stderr: NOWHERE, ask: async () => undefined, converse: async () => undefined };
