import type { CommandEntry, OptionEntry } from "../commands.ts";

/** `chorus state …`: what is kept of what was proven, and where. */
export const stateCommands = ({ format, out, lock }: Readonly<Record<"format" | "out" | "lock", OptionEntry>>): readonly CommandEntry[] => [
  { name: "state list", argument: { name: "records", form: "[address...]" }, options: [format], load: () => import("./list.ts") },
  { name: "state show", argument: { name: "records", form: "<address...>" }, options: [format], load: () => import("./show.ts") },
  { name: "state history", argument: { name: "subject", form: "<address>" }, options: [format], load: () => import("./history.ts") },
  { name: "state move", argument: { name: "rename", form: "<names...>" }, options: [lock], load: () => import("./move.ts") },
  { name: "state forget", argument: { name: "records", form: "<address...>" }, options: [lock], load: () => import("./forget.ts") },
  { name: "state pull", options: [out], load: () => import("./pull.ts") },
  { name: "state push", argument: { name: "state", form: "<file>" }, options: [FORCE, lock], load: () => import("./push.ts") },
  { name: "state migrate", options: [{ name: "to", flags: "--to <place>" }, FORCE, lock], load: () => import("./migrate.ts") },
  { name: "state restore", options: [lock], load: () => import("./restore.ts") },
  { name: "state unlock", options: [], load: () => import("./unlock.ts") },
  { name: "state merge", argument: { name: "merged", form: "<files...>" }, options: [], load: () => import("./merge.ts") },
];

const FORCE: OptionEntry = { name: "force", flags: "--force" };
