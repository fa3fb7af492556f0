import type { CommandEntry, OptionEntry } from "../command-entry.ts";
import { FORMAT, LISTED, LOCK_TIMEOUT } from "../options.ts";

const FORCE: OptionEntry = { name: "force", flags: "--force" };
const OUT: OptionEntry = { name: "state-out", flags: "--out <file>" };

/** `chorus state …`: what is kept of what was proven, and where. */
export const STATE_COMMANDS: readonly CommandEntry[] = [
  { name: "state list", argument: { name: "records", form: "[address...]" }, options: [...LISTED, FORMAT], load: () => import("./list.ts") },
  { name: "state show", argument: { name: "records", form: "<address...>" }, options: [FORMAT], load: () => import("./show.ts") },
  { name: "state history", argument: { name: "subject", form: "<address>" }, options: [...LISTED, FORMAT], load: () => import("./history.ts") },
  { name: "state move", argument: { name: "rename", form: "<names...>" }, options: [LOCK_TIMEOUT], load: () => import("./move.ts") },
  { name: "state forget", argument: { name: "records", form: "<address...>" }, options: [LOCK_TIMEOUT], load: () => import("./forget.ts") },
  { name: "state pull", options: [OUT], load: () => import("./pull.ts") },
  { name: "state push", argument: { name: "state", form: "<file>" }, options: [FORCE, LOCK_TIMEOUT], load: () => import("./push.ts") },
  { name: "state migrate", options: [{ name: "to", flags: "--to <place>" }, FORCE, LOCK_TIMEOUT], load: () => import("./migrate.ts") },
  { name: "state restore", options: [LOCK_TIMEOUT], load: () => import("./restore.ts") },
  { name: "state unlock", options: [], load: () => import("./unlock.ts") },
  { name: "state merge", argument: { name: "merged", form: "<files...>" }, options: [], load: () => import("./merge.ts") },
];
