import type { CommandEntry } from "../command-entry.ts";
import { ENV, FORMAT, TRACE } from "../options.ts";

/** `chorus import …`: what is kept elsewhere, taken over. */
export const IMPORT_COMMANDS: readonly CommandEntry[] = [
  {
    name: "import csv",
    argument: { name: "table", form: "<file>" },
    options: [
      { name: "map", flags: "--map <column=name>", repeatable: true },
      { name: "zeros", flags: "--zeros" },
      { name: "import-out", flags: "--out <file>" },
      FORMAT,
    ],
    load: () => import("./csv.ts"),
  },
  {
    name: "import live",
    options: [{ ...ENV, name: "live-env" }, { name: "write", flags: "--write" }, TRACE],
    load: () => import("./live.ts"),
  },
];
