import { hasErrors } from "../diagnostics/diagnostic.ts";
import { cliMessages } from "../messages/cli-messages.ts";
import { validateProject } from "../operations/validate-project.ts";
import { renderDiagnosticsJson, renderDiagnosticsText } from "../views/diagnostics.ts";
import { entryOf, screenFor, trustOf, type CommandContext } from "./context.ts";
import { DONE, FAILED } from "./exit-code.ts";
import { seenFrom } from "./seen-from.ts";

export interface ValidateOptions {
  readonly format?: string;
}

/** `chorus validate`: everything that is wrong, all at once, on stdout: it is the result. */
export const run = async (context: CommandContext, _args: readonly string[], options: ValidateOptions): Promise<number> => {
  const { clock, files, terminal: { stdout } } = context.ports;
  const loaded = await validateProject({ files, entry: await entryOf(context), trust: trustOf(context), live: false, nowMs: clock.now() });
  const screen = screenFor(context, stdout, loaded.language);
  const diagnostics = seenFrom(context, loaded.diagnostics);
  if (options.format === "json") {
    stdout.write(renderDiagnosticsJson(diagnostics, screen.language));
  } else {
    const messages = cliMessages(screen.language);
    const errors = diagnostics.filter(({ severity }) => severity === "error").length;
    const warnings = diagnostics.length - errors;
    stdout.write(renderDiagnosticsText(diagnostics, screen));
    stdout.write(`${errors === 0 ? messages.valid(loaded.files.length, warnings) : messages.invalid(errors, warnings)}\n`);
  }
  return hasErrors(diagnostics) ? FAILED : DONE;
};
