import { printable } from "../printable.ts";

/**
 * CSV as RFC 4180 writes it, with the semicolon that spreadsheets in French expect and that lists of clients use. No cell
 * can become a formula: what a spreadsheet would take for one gets an apostrophe ahead, which it takes for "this is text".
 */
export const renderCsv = (headers: readonly string[], rows: readonly (readonly string[])[]): string =>
  [headers, ...rows].map((row) => `${row.map(cell).join(";")}\r\n`).join("");

const cell = (text: string): string => {
  const harmless = printable(FORMULA.test(text) ? `'${text}` : text);
  return /[";\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
};

/** https://owasp.org/www-community/attacks/CSV_Injection */
const FORMULA = /^[=+\-@\t\r]/;
