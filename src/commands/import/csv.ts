import { CLIENT_HEADERS, type ClientHeader } from "../../config/csv/header-names.ts";
import { importClients } from "../../config/csv/import-clients.ts";
import { ChorusError } from "../../diagnostics/chorus-error.ts";
import { diagnostic, hasErrors, type Diagnostic } from "../../diagnostics/diagnostic.ts";
import { importMessages } from "../../messages/import-messages.ts";
import { writeImported } from "../../operations/import-csv.ts";
import { renderDiagnosticsText } from "../../views/diagnostics.ts";
import { renderImportedJson, renderImportedText } from "../../views/imported.ts";
import { screenFor, type CommandContext } from "../context.ts";
import { DONE, FAILED } from "../exit-code.ts";
import { requireFolder } from "../out-file.ts";

export interface ImportCsvOptions {
  readonly map?: readonly string[];
  readonly zeros?: boolean;
  readonly out?: string;
  readonly format?: string;
}

/** `chorus import csv FILE`: what each row of an export becomes; with `--out` it is written, once nothing in it is wrong. */
export const run = async (context: CommandContext, [file = ""]: readonly string[], options: ImportCsvOptions): Promise<number> => {
  const { files, terminal } = context.ports;
  const map = mapOf(options.map ?? []);
  if (options.out !== undefined) await requireFolder(context, options.out);
  const imported = await importClients(files, file, { map, zeros: options.zeros === true });
  const screen = screenFor(context, terminal.stdout);
  const isWrong = hasErrors(imported.diagnostics);
  terminal.stdout.write(options.format === "json" ? renderImportedJson(imported, screen.language) : renderImportedText(imported, screen));
  if (options.format !== "json") terminal.stderr.write(renderDiagnosticsText(imported.diagnostics, screenFor(context, terminal.stderr)));
  const words = importMessages(screenFor(context, terminal.stderr).language);
  if (isWrong) {
    terminal.stderr.write(`${words.toMend(imported.diagnostics.length)}\n`);
    if (imported.diagnostics.some(isZeroLost)) terminal.stderr.write(`${words.zerosLost}\n`);
    return FAILED;
  }
  if (options.out === undefined) terminal.stderr.write(`${words.nothingWritten}\n`);
  else {
    await writeImported(files, imported, options.out);
    terminal.stderr.write(`${words.written(options.out, imported.rows.length)}\n`);
  }
  return DONE;
};

const isZeroLost = (found: Diagnostic): boolean => found.code === "CHR-SIRET-FORM" && found.arguments.problem === "zero";

/** `--map code=Réf. client` */
const mapOf = (given: readonly string[]): ReadonlyMap<ClientHeader, string> =>
  new Map(
    given.map((text) => {
      const [, name, wanted] = /^([^=]*)=(.+)$/.exec(text) ?? [];
      const header = CLIENT_HEADERS.find((one) => one === name);
      if (header !== undefined && wanted !== undefined) return [header, wanted] as const;
      throw new ChorusError([diagnostic("CHR-USAGE", "error", { problem: "invalid-argument", value: text, of: "--map", allowed: CLIENT_HEADERS.map((one) => `${one}=…`).join(", ") })]);
    }),
  );
