import { isAbsolute, relative } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { CommandContext } from "./context.ts";

/** Files as seen from where the command runs, as the configuration is; where that was named in full, so are the others. */
export const seenFrom = ({ cwd, globals }: Pick<CommandContext, "cwd" | "globals">, diagnostics: readonly Diagnostic[]): readonly Diagnostic[] => {
  if (isAbsolute(globals.config ?? "")) return diagnostics;
  const seen = (file: string): string => (isAbsolute(file) ? relative(cwd, file) : file);
  return diagnostics.map((found) => {
    const { where, arguments: args } = found;
    return {
      ...found,
      arguments: "file" in args && typeof args.file === "string" ? { ...args, file: seen(args.file) } : args,
      ...(where === undefined ? {} : { where: { ...where, file: seen(where.file) } }),
    } as Diagnostic;
  });
};
