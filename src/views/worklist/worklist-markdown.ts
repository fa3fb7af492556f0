import type { Messages } from "../../messages/shape.ts";
import type { WorklistWords } from "../../messages/worklist-words.ts";
import { unlinkedMarkdown as plain } from "../formats/markdown.ts";
import type { WorklistSession } from "./told-sessions.ts";
import type { WorklistLine, WorklistStep } from "./told-step.ts";
import type { Worklist } from "./worklist.ts";

/** A worklist in Markdown, whatever the names in it: nothing that came from outside is markup, a link or a mention. */
export const renderWorklistMarkdown = (worklist: Worklist, { worklist: words, words: { colon } }: Messages): string => {
  const { contact, later } = worklist;
  const lines = [
    plain(words.greeting(worklist.person?.nom)),
    ...worklist.opening.flatMap((line) => ["", plain(line)]),
    ...worklist.sessions.flatMap((session) => sessionLines(session, { leads: words.leads, colon, links: worklist.links })),
    ...(later.length === 0 ? [] : ["", `## ${plain(words.laterTitle)}`, "", ...later.map(({ title, until }) => `- ${plain(title)}, ${plain(until)}`)]),
    "",
    ...words.closing.flatMap((line) => [plain(line), ""]),
    ...(contact === undefined ? [] : [plain([contact.nom, contact.telephone, contact.email].join(" · "))]),
  ];
  return `${lines.join("\n").trimEnd()}\n`;
};

const sessionLines = ({ heading, url, needs, steps }: WorklistSession, telling: Telling): readonly string[] => [
  "",
  `## ${plain(heading)}`,
  ...(url === undefined ? [] : ["", `<${url}>`]),
  ...(needs.length === 0 ? [] : ["", plain(`${telling.leads.needs}${telling.colon.trimEnd()}`), "", ...needs.map((need) => `- ${plain(need)}`)]),
  ...steps.flatMap((step) => stepLines(step, telling)),
];

interface Telling extends Pick<Worklist, "links"> {
  readonly leads: WorklistWords["leads"];
  readonly colon: string;
}

const stepLines = ({ number, title, parts }: WorklistStep, telling: Telling): readonly string[] => [
  "",
  `### ${number}. ${plain(title)}`,
  "",
  ...parts.flatMap(({ lead, lines }) => {
    const [first] = lines;
    const told = lead === telling.leads.where ? { ...telling, links: lines.map(({ text }) => text) } : telling;
    if (lines.length === 1 && first !== undefined) return [`- **${plain(lead)}** ${lineText(first, told)}`];
    return [`- **${plain(lead)}**`, ...lines.map((line) => `  - ${lineText(line, told)}`)];
  }),
];

const lineText = ({ number, label, text }: WorklistLine, { colon, links }: Telling): string =>
  `${number === undefined ? "" : `${plain(number)} `}${label === undefined ? "" : `${plain(label)}${colon}`}${linked(text, links)}`;

/** Only addresses of ours may be followed. */
const linked = (text: string, links: readonly string[]): string => {
  const link = links.find((one) => FOLLOWED.test(one) && text.includes(one));
  return link === undefined ? plain(text) : text.split(link).map(plain).join(`<${link}>`);
};

const FOLLOWED = /^https:\/\/[\x21-\x3b\x3d\x3f-\x7e]+$/;
