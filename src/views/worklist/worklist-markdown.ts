import type { Messages } from "../../messages/shape.ts";
import { markdownText as plain } from "../formats/markdown.ts";
import type { Worklist, WorklistStep } from "./worklist.ts";

/** A worklist in Markdown, whatever the names in it: nothing that came from outside is markup. */
export const renderWorklistMarkdown = (worklist: Worklist, { worklist: words }: Messages): string => {
  const count = worklist.sessions.reduce((sum, { steps }) => sum + steps.length, 0);
  const { contact } = worklist;
  const lines = [
    plain(words.greeting(worklist.person?.nom)),
    "",
    plain(words.intro(count)),
    ...worklist.sessions.flatMap(({ heading, steps }) => ["", `## ${plain(heading)}`, ...steps.flatMap(stepLines)]),
    "",
    ...words.closing.flatMap((line) => [plain(line), ""]),
    ...(contact === undefined ? [] : [plain([contact.nom, contact.telephone, contact.email].join(" · "))]),
  ];
  return `${lines.join("\n").trimEnd()}\n`;
};

const stepLines = ({ number, title, parts }: WorklistStep): readonly string[] => [
  "",
  `### ${number}. ${plain(title)}`,
  "",
  ...parts.flatMap(({ lead, lines }) => [
    `- **${plain(lead)}** ${lines[0]?.label === undefined ? plain(lines[0]?.text ?? "") : ""}`.trimEnd(),
    ...lines.slice(lines[0]?.label === undefined ? 1 : 0).map(({ label, text }) => `  - ${label === undefined ? "" : `${plain(label)} : `}${plain(text)}`),
  ]),
];
