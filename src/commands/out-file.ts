import { dirname, resolve } from "node:path";
import { ChorusError } from "../diagnostics/chorus-error.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { CommandContext } from "./context.ts";

/** A file is written in a folder that is there: a slip in a path makes no new ones. Told before anything is asked. */
export const requireFolder = async ({ cwd, ports }: CommandContext, out: string): Promise<void> => {
  if (out !== "-" && (await ports.files.stat(dirname(resolve(cwd, out)))) !== undefined) return;
  throw new ChorusError([diagnostic("CHR-USAGE", "error", { problem: "invalid-argument", value: out, of: "--out" })]);
};
