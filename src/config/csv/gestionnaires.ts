import { diagnostic, type Diagnostic, type Location } from "../../diagnostics/diagnostic.ts";
import { withoutAccents } from "../../model/without-accents.ts";
import type { Files } from "../../ports/ports.ts";
import { readText } from "../read-text.ts";
import { readTable, type CsvTable } from "./table.ts";

/** Who a client's gestionnaire principal is. Personal data: read for a message alone, never kept. */
export interface GestionnaireLine {
  readonly nom?: string;
  readonly email?: string;
  readonly telephone?: string;
}

export interface Gestionnaires {
  /** By the code of their client. */
  readonly people: ReadonlyMap<string, GestionnaireLine>;
  readonly diagnostics: readonly Diagnostic[];
}

/** The gestionnaires from a table outside of Git, read as the list of clients is; undefined where there is no such file. */
export const readGestionnaires = async (file: string, files: Pick<Files, "read" | "stat">): Promise<Gestionnaires | undefined> => {
  const read = await readText(files, { file, limitMb: LIMIT_MB, missing: "CHR-CSV-NOT-FOUND", legacy: true });
  if (read.source === undefined) return read.diagnostic.code === "CHR-CSV-NOT-FOUND" ? undefined : refused(read.diagnostic);
  const { table, diagnostic: problem } = await readTable(read.source);
  return table === undefined ? refused(problem) : peopleIn(table);
};

const refused = (found: Diagnostic): Gestionnaires => ({ people: new Map(), diagnostics: [unshown(found)] });

const peopleIn = (table: CsvTable): Gestionnaires => {
  const columns = new Map(table.headers.map((header, column) => [withoutAccents(header).trim().toLowerCase(), column]));
  const code = columns.get("code");
  if (code === undefined) return refused(diagnostic("CHR-CSV-HEADER-MISSING", "error", { header: "code" }, table.at(0, 0)));
  const people = new Map<string, GestionnaireLine>();
  const lines = new Map<string, number>();
  const diagnostics: Diagnostic[] = [];
  for (const [index, cells] of table.rows.entries()) {
    const name = cells[code] ?? "";
    const first = lines.get(name);
    if (name === "") continue;
    if (first === undefined) {
      lines.set(name, table.lineOf(index + 1));
      people.set(name, lineOf(cells, columns));
    } else diagnostics.push(unshown(diagnostic("CHR-CSV-CODE-TWICE", "error", { name, line: first }, table.at(index + 1, code))));
  }
  return { people, diagnostics };
};

const lineOf = (cells: readonly string[], columns: ReadonlyMap<string, number>): GestionnaireLine =>
  Object.fromEntries(FIELDS.flatMap((field) => {
    const column = HEADERS[field].map((header) => columns.get(header)).find((at) => at !== undefined);
    const cell = column === undefined ? "" : (cells[column] ?? "");
    return cell === "" ? [] : [[field, cell] as const];
  }));

/** Its lines hold names and addresses: what is wrong is told by its place alone. */
const unshown = (found: Diagnostic): Diagnostic => {
  if (found.where === undefined) return found;
  const { source: _source, ...where }: Location = found.where;
  return { ...found, where };
};

const FIELDS = ["nom", "email", "telephone"] as const;

/** As the worklists' own table calls them too. */
const HEADERS = { nom: ["nom"], email: ["email", "e-mail", "courriel", "mail"], telephone: ["telephone", "tel"] } as const;

const LIMIT_MB = 64;
