import type { ArgumentName, CommandName, OptionName } from "../messages/cli-messages.ts";
import type { CommandContext } from "./context.ts";

/** A command as the command line shows it. Its code is loaded when it runs. */
export interface CommandEntry {
  readonly name: CommandName;
  readonly argument?: { readonly name: ArgumentName; readonly form: string };
  readonly options: readonly OptionEntry[];
  load(): Promise<CommandModule>;
}

export interface OptionEntry {
  readonly name: OptionName;
  readonly flags: string;
  readonly repeatable?: boolean;
  readonly choices?: readonly string[];
}

export interface CommandModule {
  run(context: CommandContext, args: readonly string[], options: Readonly<Record<string, unknown>>): Promise<number>;
}
