import type { Messages } from "../../messages/shape.ts";
import { printable } from "../printable.ts";
import { shown } from "../text/wrap.ts";
import type { WorklistSession } from "./told-sessions.ts";
import type { WorklistLine, WorklistStep } from "./told-step.ts";
import type { Worklist } from "./worklist.ts";

/** A worklist as the plain text of an e-mail. */
export const renderWorklistText = (worklist: Worklist, { worklist: words, words: { colon } }: Messages): string => {
  const { person, later } = worklist;
  const lines = [
    ...(person?.email === undefined ? [] : [words.to(person.email), words.subject(words.title(worklist.label)), ""]),
    words.greeting(person?.nom),
    "",
    ...worklist.opening.flatMap((line) => [line, ""]),
    ...worklist.sessions.flatMap((session) => sessionLines(session, words.leads.needs, colon)),
    ...(later.length === 0 ? [] : [words.laterTitle, ...later.map(({ title, until }) => `- ${title}, ${until}`), ""]),
    ...words.closing,
    "",
    ...signature(worklist),
  ];
  return `${lines.map((line) => shown(printable(line))).join("\n").trimEnd()}\n`;
};

const sessionLines = ({ heading, url, needs, steps }: WorklistSession, lead: string, colon: string): readonly string[] => [
  heading,
  ...(url === undefined ? [] : [url]),
  ...(needs.length === 0 ? [] : [`${lead}${colon.trimEnd()}`, ...needs.map((need) => `- ${need}`)]),
  "",
  ...steps.flatMap((step) => stepLines(step, colon)),
];

const stepLines = ({ number, title, parts }: WorklistStep, colon: string): readonly string[] => [
  `${number}. ${title}`,
  ...parts.flatMap(({ lead, lines }) => {
    const [first] = lines;
    if (lines.length === 1 && first !== undefined) return [`   ${lead}${colon}${lineText(first, colon)}`];
    const mark = lines.some((line) => line.number !== undefined) ? "" : "- ";
    return [`   ${lead}${colon.trimEnd()}`, ...lines.map((line) => `     ${mark}${lineText(line, colon)}`)];
  }),
  "",
];

const lineText = ({ number, label, text }: WorklistLine, colon: string): string =>
  `${number === undefined ? "" : `${number} `}${label === undefined ? "" : `${label}${colon}`}${text}`;

const signature = ({ contact }: Worklist): readonly string[] => (contact === undefined ? [] : [contact.nom, contact.telephone, contact.email]);
