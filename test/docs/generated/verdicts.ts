import { messages } from "../../../src/messages/messages.ts";
import { VERDICTS, type VerdictRow } from "../../../src/observe/verdicts.ts";
import { API_ANSWERS, TOKEN_ANSWERS, type AnswerRow } from "../../../src/piste/classify.ts";
import type { Failure } from "../../../src/piste/outcome.ts";
import { ERROR_BUDGET, RETRIES, type RetryRow } from "../../../src/piste/retries.ts";
import { code } from "./markdown.ts";

const { reasons: REASONS } = messages("en");

/** `docs/verdicts.md`: from an answer to a verdict, in the three tables that decide it. */
export const renderVerdicts = (): string =>
  [
    "# Verdicts",
    "",
    "How Chorus comes from what PISTE and Chorus Pro answer to *true*, *false* or *unknown*. Three tables decide, in this order;",
    "this page is written from them by a test (`UPDATE_DOCS=1`): `src/piste/classify.ts`, `src/piste/retries.ts` and",
    "`src/observe/verdicts.ts`. What follows from a verdict, with what was recorded and attested, is in [proofs](proofs.md); why",
    "something may be false, in [causes](causes.md).",
    "",
    "## 1. What an answer is",
    "",
    "The first row that fits counts. An answer that fits none is *unexpected*: nothing is concluded from it, and the place where",
    "it surprised is told.",
    "",
    "From an API:",
    "",
    ...table(["answer", "is", "source"], API_ANSWERS.map(answerRow)),
    "",
    "From the authorisation server:",
    "",
    ...table(["answer", "is", "source"], TOKEN_ANSWERS.map(answerRow)),
    "",
    "## 2. How often it must be seen",
    "",
    `A false verdict may be wrong once in ${Math.round(1 / ERROR_BUDGET).toLocaleString("en")} times at most: where right requests are known to be refused, an`,
    "answer counts after as many equal ones in a row as bring the chance below that, with a new token in between where it is",
    "about the account. A success in between ends the doubt. What has no row is believed at once. A *false* about an account is also asked of a second route,",
    "once: where that accepts it, the two contradict each other, and nothing is concluded. What a list lacks is looked for",
    "twice, and a list that does not add up to its total is read again.",
    "",
    ...table(["is", "share of faults", "tries", "waits", "new token", "source"], RETRIES.map(retryRow)),
    "",
    "## 3. What it means for a question",
    "",
    "The first row that fits the question and the finding counts. `waits for` another question: the answer to that one stands",
    "before it.",
    "",
    ...table(["question", "finding", "verdict", "how sure", "why"], VERDICTS.map(verdictRow)),
    "",
  ].join("\n");

const table = (columns: readonly string[], rows: readonly (readonly string[])[]): readonly string[] => [
  line(columns),
  line(columns.map(() => "---")),
  ...rows.map(line),
];

const line = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;

/** Rows answer alike whatever they see but for details: one that sees nothing tells which failure is meant. */
const answerRow = ({ signal, source, means }: AnswerRow): readonly string[] => [signal, nameOf(means(NOTHING_SEEN)), source];

const nameOf = (failure: Failure | undefined): string => (failure === undefined ? "a success" : code(failure.code));

const NOTHING_SEEN = {
  status: 0, oversize: false, text: "", blank: true, json: undefined, object: undefined, sent: undefined, realm: "", error: "", description: "",
  returned: undefined, label: "", referenceError: undefined, retryAfterMs: undefined, excerpt: "",
};

const retryRow = ({ on, faultRate, tries, waitsMs, renewToken, source }: RetryRow): readonly string[] => [
  code(on),
  faultRate === undefined ? "" : `${faultRate * 100} %`,
  String(tries),
  `${waitsMs.map((ms) => ms / 1000).join(", ")} s`,
  renewToken ? "yes" : "",
  source,
];

const verdictRow = ({ ask, on, means, certainty, source }: VerdictRow): readonly string[] => [
  ask === "all" ? "any" : ask.map(code).join(", "),
  on.map(code).join(", "),
  "waitsFor" in means
    ? `waits for ${code(means.waitsFor)}`
    : `${"unknown" in means ? `unknown, ${code(means.unknown)}` : `**${means.answer}**`}: ${REASONS[means.reason]}`,
  certainty,
  source,
];
