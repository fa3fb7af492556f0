import { diagnostic, type Diagnostic } from "../../diagnostics/diagnostic.ts";
import { withoutAccents } from "../../model/without-accents.ts";
import { closest } from "../closest.ts";
import { isSecretKey, looksLikePassword } from "../secret-words.ts";
import type { CsvTable } from "./table.ts";

const CLIENT_HEADERS = ["code", "siret", "nom", "login", "etat", "date", "remplace", "type", "piste"] as const;

export type ClientHeader = (typeof CLIENT_HEADERS)[number];

export interface Headers {
  /** The column of each header that is there. */
  readonly columns: ReadonlyMap<ClientHeader, number>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Headers as people write them: any case, accents or not, `identifiant` for `siret`. */
export const readHeaders = (table: CsvTable): Headers => {
  const columns = new Map<ClientHeader, number>();
  const diagnostics: Diagnostic[] = [];
  for (const [column, text] of table.headers.entries()) if (looksLikePassword(text)) table.hide(0, column);
  for (const [column, text] of table.headers.entries()) {
    const where = table.at(0, column);
    const header = ALIASES.get(plain(text));
    if (looksLikePassword(text)) {
      // A list without a header: its first row is one.
      diagnostics.push(diagnostic("CHR-CSV-PASSWORD", "error", { column: String(column + 1) }, table.at(0, column)));
    } else if (isSecretKey(text)) diagnostics.push(diagnostic("CHR-CSV-PASSWORD", "error", { column: text }, where));
    else if (header === undefined) {
      const suggestion = closest(text, CLIENT_HEADERS);
      diagnostics.push(diagnostic("CHR-CSV-HEADER-UNKNOWN", "error", { header: text, ...suggestion }, where));
    } else if (columns.has(header)) {
      diagnostics.push(diagnostic("CHR-CSV-HEADER-TWICE", "error", { header: text }, where));
    } else columns.set(header, column);
  }
  for (const header of REQUIRED) {
    const isMissing = !columns.has(header) && !diagnostics.some((found) => isMeant(found, header));
    if (isMissing) diagnostics.push(diagnostic("CHR-CSV-HEADER-MISSING", "error", { header }, table.at(0, 0)));
  }
  // Where no header is known, there is none: its cells are not told one by one.
  const told = columns.size > 0 ? diagnostics : diagnostics.filter(({ code }) => code !== "CHR-CSV-HEADER-UNKNOWN");
  return { columns, diagnostics: told };
};

const isMeant = ({ arguments: args }: Diagnostic, header: string): boolean =>
  "suggestion" in args && args.suggestion === header;

const plain = (text: string): string => withoutAccents(text).trim().toLowerCase();

const ALIASES: ReadonlyMap<string, ClientHeader> = new Map([
  ...CLIENT_HEADERS.map((header) => [header, header] as const),
  ["identifiant", "siret"],
]);

const REQUIRED = ["code", "siret"] as const;
