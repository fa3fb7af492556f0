import { join, dirname, relative } from "node:path";
import { createColors } from "picocolors";
import { chooseLanguage, type Language } from "../messages/language.ts";
import { requireTrust } from "../operations/require-trust.ts";
import type { Trust } from "../piste/trust.ts";
import type { Files, Output, Ports } from "../ports/ports.ts";

/** What a command gets beside its own arguments. */
export interface CommandContext {
  readonly ports: Ports;
  readonly globals: GlobalOptions;
  readonly version: string;
  /** Fingerprint of the built program; absent where it runs from its sources. */
  readonly build?: string | undefined;
  /** As it was called: `chorus apply`. */
  readonly command: string;
  /** Asked for where a date is shown: the first one costs as much as all the rest of a short run. */
  readonly timeZone: () => string;
  readonly cwd: string;
  /** Ends the run: Ctrl-C. */
  readonly signal: AbortSignal;
}

export interface GlobalOptions {
  readonly config?: string;
  readonly lang?: string;
  readonly trust?: readonly string[];
  readonly color?: boolean;
}

/** How things are shown on an output. */
export interface Screen {
  readonly language: Language;
  readonly palette: ReturnType<typeof createColors>;
  readonly width: number;
  readonly timeZone: string;
}

export const screenFor = (
  { globals, ports, timeZone }: CommandContext,
  output: Output,
  configured?: Language,
): Screen => ({
  language: chooseLanguage(globals.lang, configured, ports.variables),
  palette: createColors(wantsColor(globals.color, ports.variables, output)),
  width: output.width ?? (Number(ports.variables["COLUMNS"]) || DEFAULT_WIDTH),
  get timeZone() {
    return timeZone();
  },
});

/** https://no-color.org and https://force-color.org: the flag first, then the variables, then the terminal. */
const wantsColor = (flag: boolean | undefined, variables: Ports["variables"], output: Output): boolean => {
  if (flag !== undefined) return flag;
  const forced = variables["FORCE_COLOR"];
  if (forced !== undefined && forced !== "") return forced !== "0" && forced !== "false";
  if ((variables["NO_COLOR"] ?? "") !== "") return false;
  return output.isTerminal && variables["TERM"] !== "dumb";
};

/** What the person vouches for, each word by itself or several with commas. */
export const trustOf = ({ globals }: CommandContext): Trust => requireTrust((globals.trust ?? []).flatMap((token) => token.split(",")));

/** The configuration asked for, else the nearest one from here upwards. Shown relative to here. */
export const entryOf = async ({ globals, cwd, ports }: CommandContext): Promise<string> => {
  if (globals.config !== undefined) return globals.config;
  const found = await findUpwards(cwd, ports.files);
  return found === undefined ? CONFIG_FILE : relative(cwd, found);
};

const findUpwards = async (folder: string, files: Pick<Files, "stat">): Promise<string | undefined> => {
  const candidate = join(folder, CONFIG_FILE);
  if ((await files.stat(candidate)) !== undefined) return candidate;
  const parent = dirname(folder);
  return parent === folder ? undefined : findUpwards(parent, files);
};

export const CONFIG_FILE = "chorus.config.yaml";

const DEFAULT_WIDTH = 100;
