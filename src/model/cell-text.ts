/**
 * A cell that no spreadsheet calculates: what it would take for a formula gets an apostrophe ahead, which it takes for "this is
 * text". https://owasp.org/www-community/attacks/CSV_Injection
 */
export const cellText = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** What such a cell says. */
export const saidByCell = (cell: string): string => (cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell);

/** Of full width too, as spreadsheets in Japanese take them; one that has an apostrophe already gets another, and keeps its own. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;
