import { ChorusError } from "../diagnostics/chorus-error.ts";
import { hasErrors } from "../diagnostics/diagnostic.ts";
import { cliMessages } from "../messages/cli-messages.ts";
import { obeyedEscaped } from "../model/obeyed-escaped.ts";
import { validate } from "../operations/validate.ts";
import { writeFullForm } from "../config/write-full-form.ts";
import { safeJson } from "../views/safe-json.ts";
import { entryOf, screenFor, trustOf, type CommandContext } from "./context.ts";
import { DONE } from "./exit-code.ts";

export interface ConfigOptions {
  readonly format?: string;
}

/** `chorus config`: the configuration in full form, with where each value came from. */
export const run = async (context: CommandContext, _args: readonly string[], options: ConfigOptions): Promise<number> => {
  const { files, terminal } = context.ports;
  const loaded = await validate({ files, entry: await entryOf(context), trust: trustOf(context), live: false, places: "of-errors" });
  const { desired, diagnostics } = loaded;
  const stderr = screenFor(context, terminal.stderr, loaded.language);
  if (desired === undefined || hasErrors(diagnostics)) throw new ChorusError(diagnostics, { language: loaded.language });
  if (diagnostics.length > 0) terminal.stderr.write(`${cliMessages(stderr.language).warnings(diagnostics.length)}\n`);
  const { language } = screenFor(context, terminal.stdout, loaded.language);
  terminal.stdout.write(
    options.format === "json" ? safeJson(desired) : obeyedEscaped(await writeFullForm(desired, await loaded.origins(), language)),
  );
  return DONE;
};
