import { importClients, type Imported, type ImportRules } from "../config/csv/import-clients.ts";
import { CLIENT_HEADERS } from "../config/csv/header-names.ts";
import { writeClients, writeStructures } from "../config/csv/write-clients.ts";
import { ChorusError } from "../diagnostics/chorus-error.ts";
import { diagnostic, hasErrors } from "../diagnostics/diagnostic.ts";
import type { Files } from "../ports/ports.ts";

/** Writes what a file became as a list of clients, or as structures where the name says YAML. What is there may only grow. */
export const writeImported = async (files: Files, imported: Imported, out: string): Promise<void> => {
  const isYaml = YAML.test(out);
  const text = isYaml ? writeStructures(imported.rows) : writeClients(imported.rows);
  if ((await files.stat(out)) !== undefined) {
    const lost = isYaml ? await lostText(files, out, text) : await lostRows(files, out, imported);
    if (lost.length > 0) throw new ChorusError([diagnostic("CHR-IMPORT-LOSES", "error", { file: out, lost: lost.slice(0, MOST_NAMED), count: lost.length })]);
  }
  await files.replace(out, text);
};

/** What a list of clients holds that the new one would not: clients, cells that say something else, columns of other things. */
const lostRows = async (files: Files, out: string, { rows }: Imported): Promise<readonly string[]> => {
  const there = await importClients(files, out, AS_IT_IS);
  if (hasErrors(there.diagnostics)) throw new ChorusError(there.diagnostics);
  const wanted = new Map(rows.map((row) => [row.code, row]));
  return [
    ...there.left,
    ...there.rows.flatMap((row) => {
      const next = wanted.get(row.code);
      if (next === undefined) return [row.code];
      const cells = CLIENT_HEADERS.filter((header) => row[header] !== undefined && row[header] !== next[header]);
      return cells.length === 0 ? [] : [`${row.code} (${cells.join(", ")})`];
    }),
  ];
};

/** A file of YAML may hold anything: only the same one is written again. */
const lostText = async (files: Files, out: string, text: string): Promise<readonly string[]> =>
  new TextDecoder().decode(await files.read(out)) === text ? [] : [out];

const AS_IT_IS: ImportRules = { map: new Map(), zeros: false };
const YAML = /\.ya?ml$/i;
const MOST_NAMED = 5;
