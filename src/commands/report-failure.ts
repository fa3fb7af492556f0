import { ChorusError } from "../diagnostics/chorus-error.ts";
import { diagnostic, type Diagnostic } from "../diagnostics/diagnostic.ts";
import type { CodeArguments, UsageProblem } from "../diagnostics/codes.ts";
import { cliMessages, withMetavars } from "../messages/cli-messages.ts";
import type { Language } from "../messages/language.ts";
import { defined } from "../model/defined.ts";
import { screenFor, type CommandContext } from "./context.ts";
import { FAILED } from "./exit-code.ts";
import { seenFrom } from "./seen-from.ts";

export interface FailedRun {
  readonly argv: readonly string[];
  /** Those of the command; absent where they could not be read. */
  readonly options?: Readonly<Record<string, unknown>>;
  /** Whether stdout has anything yet: a document and another one are no JSON. */
  readonly hasPrinted: boolean;
}

/**
 * Puts what ended a run into words, on stderr, and into the document that was asked for on stdout where there is no other.
 * An expected failure shows its diagnostics; wrong usage is one; anything else is our bug, and shows its stack so that it
 * can be reported.
 *
 * @returns the exit code
 */
export const reportFailure = async (error: unknown, context: CommandContext, run: FailedRun): Promise<number> => {
  const { stderr } = context.ports.terminal;
  const screen = screenFor(context, stderr, error instanceof ChorusError ? error.language : undefined);
  const found = error instanceof ChorusError ? seenFrom(context, error.diagnostics) : usage(error, run.argv);
  if (found === undefined) {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    stderr.write(`${cliMessages(screen.language).bug(context.version)}\n\n${stack}\n`);
    return FAILED;
  }
  const diagnostics = asInHelp(found, screen.language);
  const { renderDiagnosticsJson, renderDiagnosticsText } = await import("../views/diagnostics.ts");
  stderr.write(renderDiagnosticsText(diagnostics, screen));
  if (!run.hasPrinted && wantsJson(run)) context.ports.terminal.stdout.write(renderDiagnosticsJson(diagnostics, screen.language));
  return FAILED;
};

/** By the options, or by the command line where it could not be read; not where several formats were to share stdout. */
const wantsJson = ({ argv, options }: FailedRun): boolean => {
  if (options === undefined) return / --?(format|output)[= ]json /.test(` ${argv.join(" ")} `);
  const { format, output } = options;
  const streamed = [format, ...(Array.isArray(output) ? (output as readonly unknown[]) : [])].filter((one) => typeof one === "string" && !one.includes("=") && one !== "github");
  return streamed.length === 1 && streamed[0] === "json";
};

const usage = (error: unknown, argv: readonly string[]): readonly Diagnostic[] | undefined => {
  const { code = "", message = "" } = error as { readonly code?: string; readonly message?: string };
  const problem = USAGE[code];
  return problem === undefined ? undefined : [diagnostic("CHR-USAGE", "error", { problem, ...quoted(problem, message, argv) })];
};

/** What is missing is called as the help calls it: « adresse » in French, and `--actor <acteur>`. */
const asInHelp = (diagnostics: readonly Diagnostic[], language: Language): readonly Diagnostic[] => {
  const { metavars } = cliMessages(language);
  return diagnostics.map((one) => {
    if (one.code !== "CHR-USAGE" || !IS_MISSING.test(one.arguments.problem)) return one;
    const { value } = one.arguments;
    return { ...one, arguments: { ...one.arguments, value: metavars[value] ?? withMetavars(value, metavars) } };
  });
};

const IS_MISSING = /^missing-(?:argument|value)$/;

/** What commander quotes in its message: the word that is wrong; of a wrong value first its option, then the choices. */
const quoted = (problem: UsageProblem, message: string, argv: readonly string[]): Quoted => {
  const words = [...message.matchAll(/'([^']*)'/g)].map(([, word = ""]) => word);
  // Of several that are near, the nearest comes first.
  const suggestion = /\(Did you mean (?:one of )?([^\s,?]+)/.exec(message)?.[1];
  if (problem !== "invalid-argument" || words.length < 2) return defined({ value: words[0] ?? argv.join(" "), suggestion });
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
