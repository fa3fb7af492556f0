import { ChorusError } from "../diagnostics/chorus-error.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { CommandContext } from "./context.ts";

/** Whose word it is: a word without a name is worth nothing. */
export const authorOf = async ({ ports, cwd }: CommandContext, given: string | undefined): Promise<string> => {
  if (given !== undefined && given.trim() !== "") return given;
  try {
    const { exitCode, stdout } = await ports.processes.run(["git", "config", "user.name"], { cwd, timeoutMs: 5000 });
    if (exitCode === 0 && stdout.trim() !== "") return stdout.trim();
  } catch {
    // No git: then the name must be given.
  }
  throw new ChorusError([diagnostic("CHR-USAGE", "error", { problem: "missing-option", value: "--by" })]);
};
