import type { Messages } from "../../messages/shape.ts";
import { printable } from "../printable.ts";
import { shown } from "../text/wrap.ts";
import type { Worklist, WorklistStep } from "./worklist.ts";

/** A worklist as the plain text of an e-mail. */
export const renderWorklistText = (worklist: Worklist, { worklist: words }: Messages): string => {
  const count = worklist.sessions.reduce((sum, { steps }) => sum + steps.length, 0);
  const lines = [
    words.greeting(worklist.person?.nom),
    "",
    words.intro(count),
    ...worklist.sessions.flatMap(({ heading, steps }) => ["", heading, ...steps.flatMap(stepLines)]),
    "",
    ...words.closing,
    "",
    ...signature(worklist),
  ];
  return `${lines.map((line) => shown(printable(line))).join("\n").trimEnd()}\n`;
};

const stepLines = ({ number, title, parts }: WorklistStep): readonly string[] => [
  "",
  `${number}. ${title}`,
  ...parts.flatMap(({ lead, lines }) =>
    lines.map(({ label, text }, index) => `   ${(index === 0 ? lead : "").padEnd(LEAD)}${label === undefined ? "" : `${label} : `}${text}`)),
];

const signature = ({ contact }: Worklist): readonly string[] => (contact === undefined ? [] : [contact.nom, contact.telephone, contact.email]);

const LEAD = 9;
