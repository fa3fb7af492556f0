import { resolve } from "node:path";
import { ChorusError } from "../../diagnostics/chorus-error.ts";
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import { mergeStateFiles } from "../../operations/state/merge.ts";
import type { CommandContext } from "../context.ts";
import { DONE } from "../exit-code.ts";

/** `chorus state merge BASE OURS THEIRS`: Git's merge driver for the state. What comes of it is written into OURS. */
export const run = async (context: CommandContext, files: readonly string[]): Promise<number> => {
  const [base, ours, theirs] = files.map((file) => resolve(context.cwd, file));
  if (base === undefined || ours === undefined || theirs === undefined) {
    throw new ChorusError([diagnostic("CHR-USAGE", "error", { problem: "missing-argument", value: ["base", "ours", "theirs"][files.length] ?? "" })]);
  }
  await mergeStateFiles({ base, ours, theirs }, context.ports.files);
  return DONE;
};
