import { cellText } from "../../model/cell-text.ts";
import { printable } from "../printable.ts";

/**
 * CSV as RFC 4180 writes it, with the semicolon that spreadsheets in French expect and that lists of clients use. No cell
 * can become a formula. It begins with a byte order mark: without one a spreadsheet on Windows takes accents for something else.
 */
export const renderCsv = (headers: readonly string[], rows: readonly (readonly string[])[]): string =>
  `\ufeff${[headers, ...rows].map((row) => `${row.map(cell).join(";")}\r\n`).join("")}`;

const cell = (text: string): string => {
  const harmless = cellText(text).split("\n").map(printable).join("\n");
  return /[";\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
};
