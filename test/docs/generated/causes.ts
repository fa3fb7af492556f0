import type { CauseRow } from "../../../src/catalogue/causes/cause-row.ts";
import { CAUSE_ROWS } from "../../../src/catalogue/causes/causes.ts";
import { messages } from "../../../src/messages/messages.ts";
import type { CauseCode } from "../../../src/model/cause.ts";
import type { Clue } from "../../../src/model/clue.ts";
import { groupBy } from "../../../src/model/group-by.ts";
import { capital, code } from "./markdown.ts";

const { causes: EN, reasons: REASONS } = messages("en");
const { causes: FR } = messages("fr");

/** `docs/causes.md`: every cause with what it may be the cause of, what tells it apart, what to do, and who says so. */
export const renderCauses = (): string =>
  [
    "# Causes",
    "",
    "What is false or unknown comes with its likely causes, the likeliest first: those that something tells from the others,",
    "then those that are merely possible. A plan shows two under a step (*Causes*) and all of them in JSON, as codes; none is",
    "recorded, and none decides anything. Written from `src/catalogue/causes/` by a test: change the table or the words, then",
    "run the tests with `UPDATE_DOCS=1`.",
    "",
    "What tells causes apart is taken from the shape of secrets (as a code: never a value, a length or a digest), from the",
    "answer's headers, and from what is declared, recorded and attested. What is missing, waits or was not asked is its own",
    "cause and has none here.",
    "",
    ...[...groupBy(CAUSE_ROWS, ({ cause }) => cause)].toSorted(([a], [b]) => (a < b ? -1 : 1)).flatMap(([cause, rows]) => renderCause(cause, rows)),
  ].join("\n");

const renderCause = (cause: CauseCode, rows: readonly CauseRow[]): readonly string[] => [
  `## ${cause}`,
  "",
  `- **${capital(EN.is[cause])}.** To do: ${escaped(EN.todo[cause])}.`,
  `- **${capital(FR.is[cause])}.** À faire : ${escaped(FR.todo[cause])}.`,
  ...rows.flatMap(renderRow),
  "",
];

const renderRow = (row: CauseRow): readonly string[] => {
  const where = row.in === undefined ? "" : `, in ${row.in} alone`;
  return [
    `- May be the cause of ${row.of.map((reason) => `${code(reason)} (${REASONS[reason]})`).join(", ")}${where}.`,
    ...(row.told.length === 0 ? [] : [`  - Told by ${clues(row.told)}${row.onlyTold === true ? "; not named without" : ""}.`]),
    ...(row.unless === undefined ? [] : [`  - Not possible with ${clues(row.unless)}.`]),
    `  - Source: ${escaped(row.source)}.`,
  ];
};

/** What would be read as a tag. */
const escaped = (text: string): string => text.replaceAll("<", "\\<");

const clues = (codes: readonly Clue[]): string => codes.map((clue) => `${code(clue)} (${EN.told[clue]})`).join(", ");
