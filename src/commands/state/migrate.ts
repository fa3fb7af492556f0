import { readStatePlace } from "../../config/read-state-place.ts";
import { ChorusError } from "../../diagnostics/chorus-error.ts";
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import { cliMessages } from "../../messages/cli-messages.ts";
import { migrateState } from "../../operations/state/migrate.ts";
import type { CommandContext } from "../context.ts";
import { DONE } from "../exit-code.ts";
import { placeFrom } from "../place-from.ts";
import { openStateFor, type LockOptions } from "./open.ts";

export interface MigrateOptions extends LockOptions {
  readonly to?: string;
  readonly force?: boolean;
}

/** `chorus state migrate --to PLACE`: the whole state somewhere else too, read back and compared. Then the configuration may say so. */
export const run = async (context: CommandContext, _args: readonly string[], { to, force, ...options }: MigrateOptions): Promise<number> => {
  if (to === undefined) throw new ChorusError([diagnostic("CHR-USAGE", "error", { problem: "missing-option", value: "--to" })]);
  const asked = await readStatePlace(to);
  if (asked === undefined) throw new ChorusError([diagnostic("CHR-USAGE", "error", { problem: "invalid-argument", value: to, of: "--to <place>", allowed: "file, postgres:VARIABLE, { http: … }" })]);
  const { ports } = context;
  const { screen, ...opened } = await openStateFor(context, options);
  const { place, records, digest } = await migrateState(opened, asked, ports, force === true);
  const words = cliMessages(screen.language);
  const said = asked === "file" ? undefined : JSON.stringify(asked);
  ports.terminal.stdout.write(`${words.stateMigrated(placeFrom(context, place), records, digest)}\n${words.stateKey(said)}\n`);
  return DONE;
};
