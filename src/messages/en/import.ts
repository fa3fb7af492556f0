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
  reached: (news, declared, requests) =>
    `${news} ${pluralEn(news, "structure", "structures")} reached and not declared, ${declared} reached and declared (${requests} ${pluralEn(requests, "request", "requests")})`,
  alsoSubscribed: (application, apis) => `${application} is subscribed to more than is declared; to keep it, add to apis: ${apis.join(", ")}`,
  unread: (account, why) => `What the account ${account} reaches could not be read: ${why}`,
  liveNotWritten: "Nothing was written: --write writes it, and records what is observed.",
  liveWritten: (file, structures) => `${file}: ${structures} ${pluralEn(structures, "structure", "structures")} written.`,
  written: (file, rows) => `${file}: ${rows} ${pluralEn(rows, "row", "rows")} written. Next: chorus validate`,
};
