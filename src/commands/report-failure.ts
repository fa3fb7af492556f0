import { ChorusError } from "../diagnostics/chorus-error.ts";
import { diagnostic, type Diagnostic } from "../diagnostics/diagnostic.ts";
import type { CodeArguments, UsageProblem } from "../diagnostics/codes.ts";
import { cliMessages } from "../messages/cli-messages.ts";
import { defined } from "../model/defined.ts";
import { screenFor, type CommandContext } from "./context.ts";
import { FAILED } from "./exit-code.ts";

/**
 * Puts what ended a run into words, on stderr. An expected failure shows its diagnostics; wrong usage is one; anything
 * else is our bug, and shows its stack so that it can be reported.
 *
 * @returns the exit code
 */
export const reportFailure = async (error: unknown, context: CommandContext, argv: readonly string[]): Promise<number> => {
  const { stderr } = context.ports.terminal;
  const screen = screenFor(context, stderr, error instanceof ChorusError ? error.language : undefined);
  const diagnostics = error instanceof ChorusError ? error.diagnostics : usage(error, argv);
  if (diagnostics === undefined) {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    stderr.write(`${cliMessages(screen.language).bug(context.version)}\n\n${stack}\n`);
    return FAILED;
  }
  const { renderDiagnosticsText } = await import("../views/diagnostics.ts");
  stderr.write(renderDiagnosticsText(diagnostics, screen));
  return FAILED;
};

const usage = (error: unknown, argv: readonly string[]): readonly Diagnostic[] | undefined => {
  const { code = "", message = "" } = error as { readonly code?: string; readonly message?: string };
  const problem = USAGE[code];
  return problem === undefined ? undefined : [diagnostic("CHR-USAGE", "error", { problem, ...quoted(problem, message, argv) })];
};

/** What commander quotes in its message: the word that is wrong; of a wrong value first its option, then the choices. */
const quoted = (problem: UsageProblem, message: string, argv: readonly string[]): Quoted => {
  const words = [...message.matchAll(/'([^']*)'/g)].map(([, word = ""]) => word);
  if (problem === "excess-arguments") return { value: argv.at(-1) ?? "" };
  if (problem !== "invalid-argument" || words.length < 2) return { value: words[0] ?? argv.join(" ") };
  const [of = "", value = ""] = words;
  const allowed = /choices are (.*?)\.$/.exec(message)?.[1];
  return defined({ value, of, allowed });
};

type Quoted = Omit<CodeArguments["CHR-USAGE"], "problem">;

const USAGE: Readonly<Record<string, UsageProblem>> = {
  "commander.unknownOption": "unknown-option",
  "commander.unknownCommand": "unknown-command",
  "commander.missingArgument": "missing-argument",
  "commander.missingMandatoryOptionValue": "missing-option",
  "commander.optionMissingArgument": "missing-value",
  "commander.invalidArgument": "invalid-argument",
  "commander.excessArguments": "excess-arguments",
};
