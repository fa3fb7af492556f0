import { resolve } from "node:path";
import { ChorusError } from "../../diagnostics/chorus-error.ts";
import { hasErrors } from "../../diagnostics/diagnostic.ts";
import { NO_TRUST } from "../../piste/trust.ts";
import type { Files } from "../../ports/ports.ts";
import { validate } from "../validate.ts";

/** Judges a configuration before it is written: what would be wrong with it is told at its place. */
export const checkFiles = async (files: Files, folder: string, wanted: Readonly<Record<string, string>>): Promise<void> => {
  const bytes = new Map(Object.entries(wanted).map(([file, text]) => [resolve(folder, file), new TextEncoder().encode(text)]));
  const overlaid: Pick<Files, "read" | "stat" | "glob"> = {
    read: async (path) => bytes.get(resolve(folder, path)) ?? files.read(path),
    stat: async (path) => {
      const found = bytes.get(resolve(folder, path));
      return found === undefined ? files.stat(path) : { size: found.length, mode: 0o644 };
    },
    glob: (below, patterns) => files.glob(below, patterns),
  };
  const { diagnostics, language } = await validate({ files: overlaid, entry: "chorus.config.yaml", trust: NO_TRUST });
  if (hasErrors(diagnostics)) throw new ChorusError(diagnostics.filter(({ severity }) => severity === "error"), { language });
};
