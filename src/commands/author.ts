import { ChorusError } from "../diagnostics/chorus-error.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { CommandContext } from "./context.ts";

/** Whose word it is: a word without a name is worth nothing. */
export const authorOf = async (context: CommandContext, given: string | undefined): Promise<string> => {
  const known = await knownAuthor(context, given);
  if (known === undefined) throw new ChorusError([diagnostic("CHR-USAGE", "error", { problem: "missing-option", value: "--by" })]);
  return known;
};

/** The name given, else that of `CHORUS_BY`, which not every command's option has for its own, else Git's; undefined where there is none. */
export const knownAuthor = async ({ ports, cwd }: CommandContext, given: string | undefined): Promise<string | undefined> => {
  const named = [given, ports.variables["CHORUS_BY"]].find((name) => name !== undefined && name.trim() !== "");
  if (named !== undefined) return named;
  try {
    const { exitCode, stdout } = await ports.processes.run(["git", "config", "user.name"], { cwd, timeoutMs: 5000 });
    return exitCode === 0 && stdout.trim() !== "" ? stdout.trim() : undefined;
  } catch {
    // No git: then the name must be given.
    return undefined;
  }
};
