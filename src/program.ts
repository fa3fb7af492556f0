import { Command, Help, Option } from "commander";
import type { CommandEntry, CommandModule, OptionEntry } from "./commands/command-entry.ts";
import { COMMANDS } from "./commands/commands.ts";
import type { GlobalOptions } from "./commands/context.ts";
import { GLOBAL_OPTIONS } from "./commands/options.ts";
import { cliMessages, withMetavars, type CliMessages, type CommandName, type GroupName } from "./messages/cli-messages.ts";
import type { Example } from "./messages/examples.ts";
import type { Language } from "./messages/language.ts";
import type { EnvironmentVariables } from "./ports/ports.ts";

export interface ProgramOptions {
  readonly version: string;
  readonly language: Language;
  /** The command line: the options of a command that it does not name are not needed. */
  readonly asked: readonly string[];
  /** Runs a command that was asked for, once its code is loaded. */
  readonly run: (
    asked: { readonly name: string; readonly module: CommandModule },
    globals: GlobalOptions,
    args: readonly string[],
    options: Readonly<Record<string, unknown>>,
  ) => Promise<void>;
  readonly variables: EnvironmentVariables;
  readonly write: (text: string) => void;
  /** Those of a command or a group, or of the whole; absent where no help is asked for. */
  readonly examples?: ((name: CommandName | GroupName | "") => readonly Example[]) | undefined;
}

/** The command tree from the registry. Wrong usage is thrown as commander's error, for the process to put into words. */
export const createProgram = (options: ProgramOptions): Command => {
  const messages = cliMessages(options.language);
  const program = prepared(new Command("chorus"), messages, options)
    .description(messages.description)
    .version(options.version, "-V, --version", messages.version)
    .helpCommand("help [command]", messages.help);
  addExamples(program, "", messages, options);
  addGlobals(program, messages);
  for (const entry of COMMANDS) addCommand(program, entry, messages, options);
  return program;
};

/** Help and the version end a run that asked for them, and one that asked for nothing: commander throws that too. */
export const isFinished = (error: unknown): boolean =>
  FINISHED.has((error as { readonly code?: string } | undefined)?.code ?? "");

const FINISHED: ReadonlySet<string> = new Set(["commander.helpDisplayed", "commander.help", "commander.version"]);

const addCommand = (program: Command, entry: CommandEntry, messages: CliMessages, options: ProgramOptions): void => {
  const { asked, run, variables } = options;
  const command = prepared(commandOf(program, entry, messages, options), messages, options).description(messages.commands[entry.name]);
  addExamples(command, entry.name, messages, options);
  const { argument } = entry;
  for (const [place, form] of (argument?.form.split(" ") ?? []).entries()) {
    command.argument(form, place === 0 && argument !== undefined ? messages.arguments[argument.name] : "");
  }
  if (!entry.name.split(" ").every((word) => asked.includes(word))) return;
  for (const option of entry.options) command.addOption(toOption(option, messages));
  addGlobals(command, messages);
  command.allowExcessArguments().action(async (...given: readonly unknown[]) => {
    refuseExcess(command);
    const args = given.slice(0, -2).flat().filter((arg): arg is string => typeof arg === "string");
    await run({ name: entry.name, module: await entry.load() }, globalsOf(program, command), args, withoutUnset(command, variables));
  });
};

/** Commander only counts what is too much: told by its name, it can be put where it belongs. */
const refuseExcess = (command: Command): void => {
  const { registeredArguments, args } = command;
  const excess = registeredArguments.at(-1)?.variadic === true ? undefined : args[registeredArguments.length];
  if (excess !== undefined) command.error(`'${excess}'`, { code: "commander.excessArguments" });
};

/** Below the help: what to type, and what that does. */
const addExamples = (command: Command, name: CommandName | GroupName | "", { titles }: CliMessages, { examples }: ProgramOptions): void => {
  const lines = examples?.(name).flatMap(({ line, does }) => [`  ${line}`, `      ${does}`]) ?? [];
  if (lines.length > 0) command.addHelpText("after", `\n${[titles["Examples:"], ...lines].join("\n")}`);
};

/** `state list` is a command of `state`, which by itself is but a list of them. */
const commandOf = (program: Command, { name }: CommandEntry, messages: CliMessages, options: ProgramOptions): Command => {
  const [first = name, second] = name.split(" ");
  if (second === undefined) return program.command(first);
  const known = program.commands.find((command) => command.name() === first);
  return (known ?? groupOf(program, first as GroupName, messages, options)).command(second);
};

const groupOf = (program: Command, name: GroupName, messages: CliMessages, options: ProgramOptions): Command => {
  const group = prepared(program.command(name), messages, options).description(messages.groups[name]);
  addExamples(group, name, messages, options);
  return group;
};

/** Options of every command, before its name or after. */
const addGlobals = (command: Command, messages: CliMessages): void => {
  for (const option of GLOBAL_OPTIONS) command.addOption(toOption(option, messages));
  command.addOption(new Option("--color", messages.options.color)).addOption(new Option("--no-color").hideHelp());
};

const prepared = (command: Command, messages: CliMessages, { write }: Pick<ProgramOptions, "write">): Command =>
  command
    .helpOption("-h, --help", messages.help)
    .helpCommand(false)
    .exitOverride()
    .configureOutput({ writeOut: write, writeErr: write, outputError: () => undefined })
    .configureHelp(helpInWords(messages));

/** What commander says by itself, in the language of the rest: titles, names of values, choices and variables. */
const helpInWords = ({ titles, metavars, facts }: CliMessages): Partial<Help> => {
  const ours = new Help();
  const said = (term: string): string => withMetavars(term, metavars);
  return {
    styleTitle: (title) => titles[title as keyof typeof titles] ?? title,
    commandUsage: (command) => said(ours.commandUsage(command)),
    subcommandTerm: (command) => said(ours.subcommandTerm(command)),
    argumentTerm: (argument) => metavars[argument.name()] ?? argument.name(),
    optionTerm: ({ flags }) => said(flags),
    optionDescription: ({ description, argChoices, envVar }) => {
      const more = [...(argChoices === undefined ? [] : [facts.choices(argChoices)]), ...(envVar === undefined ? [] : [facts.variable(envVar)])];
      return [description, ...more.map((fact) => `(${fact})`)].join(" ");
    },
  };
};

/** Every flag has an environment variable: `--detailed-exitcode` is `CHORUS_DETAILED_EXITCODE`. */
const toOption = ({ name, flags, repeatable, choices }: OptionEntry, messages: CliMessages): Option => {
  const option = new Option(flags, messages.options[name]).env(variableOf(name));
  if (choices !== undefined) option.choices([...choices]);
  if (repeatable === true) {
    option.argParser((value: string, before: readonly string[] | undefined) => [...(before ?? []), value]);
  }
  return option;
};

const variableOf = (name: string): string => `CHORUS_${name.toUpperCase().replaceAll("-", "_")}`;

/** The options of a command, but for flags whose variable says no: to commander, a variable that is set is a yes. */
const withoutUnset = (command: Command, variables: EnvironmentVariables): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(command.opts<Readonly<Record<string, unknown>>>()).filter(([key, value]) => {
      if (value !== true || command.getOptionValueSource(key) !== "env") return true;
      const option = command.options.find((one) => one.attributeName() === key);
      return !/^(|0|false|no|non|off)$/i.test(variables[option?.envVar ?? ""] ?? "");
    }),
  );

/** What was written after the command's name counts before what was written ahead of it, and both before variables. */
const globalsOf = (program: Command, command: Command): GlobalOptions => {
  const keys = ["config", "lang", "trust", "color"] as const;
  const value = (key: (typeof keys)[number]): unknown => {
    const isSaid = [command, program].find((one) => one.getOptionValueSource(key) === "cli");
    return (isSaid ?? command).opts<Readonly<Record<string, unknown>>>()[key];
  };
  return Object.fromEntries(keys.flatMap((key) => (value(key) === undefined ? [] : [[key, value(key)]])));
};
