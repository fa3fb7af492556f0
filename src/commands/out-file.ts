import { basename, dirname, resolve } from "node:path";
import { ChorusError } from "../diagnostics/chorus-error.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import { ATTESTATIONS_FILE } from "../state/attestations-file.ts";
import { STATE_FILE } from "../state/file-store.ts";
import { REQUESTS_FILE } from "../state/requests-file.ts";
import { CONFIG_FILE, type CommandContext } from "./context.ts";

/** A file is written in a folder that is there: a slip in a path makes no new ones. Told before anything is asked. */
export const requireFolder = async ({ cwd, ports }: CommandContext, out: string): Promise<void> => {
  if (out !== "-" && (await ports.files.stat(dirname(resolve(cwd, out)))) !== undefined) return;
  throw refused(out, "invalid-argument");
};

/** The same, and never in the place of what people and Chorus keep, which a slip would lose. */
export const requireOutFile = async (context: CommandContext, out: string): Promise<void> => {
  if (KEPT.has(basename(out))) throw refused(out, "kept-file");
  await requireFolder(context, out);
};

const refused = (out: string, problem: "kept-file" | "invalid-argument"): ChorusError => new ChorusError([diagnostic("CHR-USAGE", "error", { problem, value: out, of: "--out" })]);

const KEPT = new Set([CONFIG_FILE, STATE_FILE, ATTESTATIONS_FILE, REQUESTS_FILE]);
