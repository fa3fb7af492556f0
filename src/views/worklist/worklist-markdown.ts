import type { Messages } from "../../messages/shape.ts";
import { markdownText as plain } from "../formats/markdown.ts";
import type { WorklistSession } from "./told-sessions.ts";
import type { WorklistLine, WorklistStep } from "./told-step.ts";
import type { Worklist } from "./worklist.ts";

/** A worklist in Markdown, whatever the names in it: nothing that came from outside is markup. */
export const renderWorklistMarkdown = (worklist: Worklist, { worklist: words, words: { colon } }: Messages): string => {
  const { contact, later } = worklist;
  const lines = [
    plain(words.greeting(worklist.person?.nom)),
    ...worklist.opening.flatMap((line) => ["", plain(line)]),
    ...worklist.sessions.flatMap((session) => sessionLines(session, words.leads.needs, colon)),
    ...(later.length === 0 ? [] : ["", `## ${plain(words.laterTitle)}`, "", ...later.map(({ title, until }) => `- ${plain(title)}, ${plain(until)}`)]),
    "",
    ...words.closing.flatMap((line) => [plain(line), ""]),
    ...(contact === undefined ? [] : [plain([contact.nom, contact.telephone, contact.email].join(" · "))]),
  ];
  return `${lines.join("\n").trimEnd()}\n`;
};

const sessionLines = ({ heading, url, needs, steps }: WorklistSession, lead: string, colon: string): readonly string[] => [
  "",
  `## ${plain(heading)}`,
  ...(url === undefined ? [] : ["", `<${url}>`]),
  ...(needs.length === 0 ? [] : ["", plain(`${lead}${colon.trimEnd()}`), "", ...needs.map((need) => `- ${plain(need)}`)]),
  ...steps.flatMap((step) => stepLines(step, colon)),
];

const stepLines = ({ number, title, parts }: WorklistStep, colon: string): readonly string[] => [
  "",
  `### ${number}. ${plain(title)}`,
  "",
  ...parts.flatMap(({ lead, lines }) => {
    const [first] = lines;
    if (lines.length === 1 && first !== undefined) return [`- **${plain(lead)}** ${lineText(first, colon)}`];
    return [`- **${plain(lead)}**`, ...lines.map((line) => `  - ${lineText(line, colon)}`)];
  }),
];

const lineText = ({ number, label, text }: WorklistLine, colon: string): string =>
  `${number === undefined ? "" : `${plain(number)} `}${label === undefined ? "" : `${plain(label)}${colon}`}${plain(text)}`;
