import { hasCode } from "../../ports/error-code.ts";
import type { Files } from "../../ports/ports.ts";

/** Who a client's gestionnaire principal is. Personal data: read for a message alone, never kept. */
export interface GestionnaireLine {
  readonly nom?: string;
  readonly email?: string;
  readonly telephone?: string;
}

/** The gestionnaires by the code of their client, from a table outside of Git; none where there is no such file. */
export const readGestionnaires = async (file: string, files: Pick<Files, "read">): Promise<ReadonlyMap<string, GestionnaireLine> | undefined> => {
  const text = await readText(file, files);
  if (text === undefined) return undefined;
  const { parse } = await import("csv-parse/sync");
  const rows: readonly Readonly<Record<string, string>>[] = parse(text, {
    bom: true,
    columns: (header: readonly string[]) => header.map((name) => name.trim().toLowerCase()),
    delimiter: [";", ",", "\t"],
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
  });
  return new Map(rows.flatMap(({ code, nom, email, telephone }) => (code === undefined || code === "" ? [] : [[code, lineOf({ nom, email, telephone })] as const])));
};

const lineOf = (cells: Readonly<Record<"nom" | "email" | "telephone", string | undefined>>): GestionnaireLine =>
  Object.fromEntries(Object.entries(cells).filter(([, value]) => value !== undefined && value !== ""));

const readText = async (file: string, files: Pick<Files, "read">): Promise<string | undefined> => {
  try {
    return new TextDecoder().decode(await files.read(file));
  } catch (error) {
    if (hasCode(error, "ENOENT")) return undefined;
    throw error;
  }
};
