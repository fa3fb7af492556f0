import { Command, Option } from "commander";
import { COMMANDS, GLOBAL_OPTIONS, type CommandEntry, type CommandModule, type OptionEntry } from "./commands/commands.ts";
import type { GlobalOptions } from "./commands/context.ts";
import { cliMessages, type CliMessages } from "./messages/cli-messages.ts";
import type { Language } from "./messages/language.ts";

export interface ProgramOptions {
  readonly version: string;
  readonly language: Language;
  /** Runs a command that was asked for, once its code is loaded. */
  readonly run: (
    module: CommandModule,
    globals: GlobalOptions,
    args: readonly string[],
    options: Readonly<Record<string, unknown>>,
  ) => Promise<void>;
  readonly write: (text: string) => void;
}

/** The command tree from the registry. Wrong usage is thrown as commander's error, for the process to put into words. */
export const createProgram = ({ version, language, run, write }: ProgramOptions): Command => {
  const messages = cliMessages(language);
  const program = withMessages(new Command("chorus"), messages)
    .description(messages.description)
    .version(version, "-V, --version", messages.version)
    .exitOverride()
    .configureOutput({ writeOut: write, outputError: () => undefined });
  for (const entry of COMMANDS) {
    const command = withMessages(program.command(entry.name), messages).description(messages.commands[entry.name]);
    command.exitOverride().configureOutput({ writeOut: write, outputError: () => undefined });
    addArguments(command, entry, messages);
    for (const option of [...entry.options, ...GLOBAL_OPTIONS]) command.addOption(toOption(option, messages));
    command.addOption(new Option("--color", messages.options.color)).addOption(new Option("--no-color").hideHelp());
    command.action(async (...given: readonly unknown[]) => {
      const options = command.opts<Readonly<Record<string, unknown>>>();
      const args = given.slice(0, -2).flat() as readonly string[];
      await run(await entry.load(), globalsOf(options), args.filter((arg) => arg !== undefined), options);
    });
  }
  return program;
};

const withMessages = (command: Command, { titles, help }: CliMessages): Command =>
  command
    .helpOption("-h, --help", help)
    .helpCommand(false)
    .configureHelp({ styleTitle: (title) => titles[title as keyof typeof titles] ?? title });

const addArguments = (command: Command, { argument }: CommandEntry, messages: CliMessages): void => {
  if (argument !== undefined) command.argument(argument.form, messages.arguments[argument.name]);
};

/** Every flag has an environment variable: `--detailed-exitcode` is `CHORUS_DETAILED_EXITCODE`. */
const toOption = ({ name, flags, repeatable, choices }: OptionEntry, messages: CliMessages): Option => {
  const option = new Option(flags, messages.options[name]).env(`CHORUS_${name.toUpperCase().replaceAll("-", "_")}`);
  if (choices !== undefined) option.choices([...choices]);
  if (repeatable === true) {
    option.argParser((value: string, before: readonly string[] | undefined) => [...(before ?? []), value]);
  }
  return option;
};

const globalsOf = ({ config, lang, trust, color }: GlobalOptions): GlobalOptions => ({
  ...(config === undefined ? {} : { config }),
  ...(lang === undefined ? {} : { lang }),
  ...(trust === undefined ? {} : { trust }),
  ...(color === undefined ? {} : { color }),
});
