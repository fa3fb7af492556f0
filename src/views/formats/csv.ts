import { printable } from "../printable.ts";

/**
 * CSV as RFC 4180 writes it, with the semicolon that spreadsheets in French expect and that lists of clients use. No cell
 * can become a formula: what a spreadsheet would take for one gets an apostrophe ahead, which it takes for "this is text". It
 * begins with a byte order mark: without one a spreadsheet on Windows takes accents for something else.
 */
export const renderCsv = (headers: readonly string[], rows: readonly (readonly string[])[]): string =>
  `\ufeff${[headers, ...rows].map((row) => `${row.map(cell).join(";")}\r\n`).join("")}`;

const cell = (text: string): string => {
  const harmless = (FORMULA.test(text) ? `'${text}` : text).split("\n").map(printable).join("\n");
  return /[";\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
};

/** https://owasp.org/www-community/attacks/CSV_Injection; of full width too, as spreadsheets in Japanese take them. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
