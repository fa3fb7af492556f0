import type { ImportWords } from "../import-messages.ts";
import { pluralEn } from "../plural.ts";

export const importEn: ImportWords = {
  rows: (count) => `${count} ${pluralEn(count, "row", "rows")} can be used`,
  columns: "read",
  left: "not read",
  line: "line",
  was: (text) => `was ${text}`,
  repeated: (line, first) => `line ${line} says again what line ${first} says: left out`,
  toMend: (count) => `Nothing was written: ${count} ${pluralEn(count, "thing", "things")} to mend in the file first.`,
  zerosLost: "--zeros puts back the zeros that a spreadsheet took from the front of a SIRET.",
  nothingWritten: "Nothing was written: --out clients.csv writes this as a list of clients, --out structures.yaml as structures to include.",
  written: (file, rows) => `${file}: ${rows} ${pluralEn(rows, "row", "rows")} written. Next: chorus validate`,
};
