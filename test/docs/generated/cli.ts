import type { CommandEntry, OptionEntry } from "../../../src/commands/command-entry.ts";
import { COMMANDS } from "../../../src/commands/commands.ts";
import { GLOBAL_OPTIONS } from "../../../src/commands/options.ts";
import { cliMessages } from "../../../src/messages/cli-messages.ts";
import { examplesOf } from "../../../src/messages/examples.ts";
import { capital, table } from "./markdown.ts";

/** `docs/cli.md`: every command with its options, as the registry has them. */
export const renderCli = (): string =>
  [
    "# The command line",
    "",
    "Written from `src/commands/commands.ts` by a test: change the registry, then run the tests with `UPDATE_DOCS=1`.",
    "`chorus COMMAND --help` says the same, in French or in English.",
    "",
    "Results go to stdout, progress and diagnostics to stderr. Every option can be given as an environment variable; the",
    "command line wins. An option that can be repeated takes one value from its variable. Without `--config`, the nearest",
    "`chorus.config.yaml` from the current folder upwards is read.",
    "",
    "| exit code | means |",
    "|---|---|",
    "| 0 | done |",
    "| 1 | an error: a diagnostic on stderr says which, and what to do |",
    "| 2 | with `--detailed-exitcode`: steps remain; with `status --due`: something is past due or due within that time |",
    "| 3 | with `--detailed-exitcode`: no step remains, but something is not proven |",
    "| 130 | cancelled (Ctrl-C) |",
    "",
    ...COMMANDS.flatMap(renderCommand),
    "## Options of every command",
    "",
    ...optionTable(GLOBAL_OPTIONS),
    "",
    "Colour: `--color` and `--no-color`, then `FORCE_COLOR` and `NO_COLOR`, then whether the output is a terminal. The",
    "language: `--lang`, then `language:` in the configuration, then the locale.",
    "",
  ].join("\n");

const renderCommand = ({ name, argument, options }: CommandEntry): readonly string[] => {
  const given = argument === undefined ? "" : ` ${argument.form}`;
  return [
    `## ${name}`,
    "",
    `\`chorus ${name}${given}\`: ${WORDS.commands[name]}.`,
    "",
    ...(argument === undefined ? [] : [`- \`${argument.form}\`: ${WORDS.arguments[argument.name]}`, ""]),
    ...(options.length === 0 ? [] : [...optionTable(options), ""]),
    WORDS.titles["Examples:"],
    "",
    ...examplesOf("en", name).map(({ line, does }) => `- \`${line}\`: ${does}`),
    "",
  ];
};

const optionTable = (options: readonly OptionEntry[]): readonly string[] =>
  table(["option", "variable", "does"], options.map((option) => [`\`${option.flags}\``, `\`${variableOf(option)}\``, meaningOf(option)]));

const variableOf = ({ name }: OptionEntry): string => `CHORUS_${name.toUpperCase().replaceAll("-", "_")}`;

const meaningOf = ({ name, choices }: OptionEntry): string =>
  `${capital(WORDS.options[name])}${choices === undefined ? "" : ` (${choices.map((choice) => `\`${choice}\``).join(", ")})`}`;

const WORDS = cliMessages("en");
