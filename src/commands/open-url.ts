import { isCatalogueUrl } from "../catalogue/guides/guide-url.ts";
import type { Ports, Terminal } from "../ports/ports.ts";

/**
 * Opens a portal in the person's browser. Only what the catalogue holds is ever handed to it, and only where a person
 * sits before it: not in CI, not where the output is read by a program.
 *
 * @returns false where it was not opened, and must be shown
 */
export const openUrl = async (url: string, { processes, terminal, variables }: OpenPorts): Promise<boolean> => {
  if (!isCatalogueUrl(url)) throw new TypeError(`not an address of the catalogue: ${url}`);
  if (!terminal.stdout.isTerminal || variables["CI"] !== undefined) return false;
  return processes.launch([...openerOf(processes.platform), url]);
};

export interface OpenPorts extends Pick<Ports, "processes" | "variables"> {
  readonly terminal: Pick<Terminal, "stdout">;
}

const openerOf = (platform: string): readonly string[] => OPENERS[platform] ?? ["xdg-open"];

/** `start` is a word of cmd's own; its first quoted argument would be a window's title. */
const OPENERS: Readonly<Record<string, readonly string[]>> = {
  darwin: ["open"],
  win32: ["cmd", "/c", "start", ""],
};
