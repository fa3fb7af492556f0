import escapeHtml from "escape-html";
import type { Language } from "../../messages/language.ts";
import { messages } from "../../messages/messages.ts";
import { printable } from "../printable.ts";
import { shown } from "../text/wrap.ts";
import type { Worklist, WorklistPart, WorklistStep } from "./worklist.ts";

/** A worklist as one page of HTML: no script, nothing fetched, made to be printed. */
export const renderWorklistHtml = (worklist: Worklist, language: Language): string => {
  const { worklist: words } = messages(language);
  const count = worklist.sessions.reduce((sum, { steps }) => sum + steps.length, 0);
  const { contact } = worklist;
  return [
    "<!doctype html>",
    `<html lang="${language}">`,
    "<head>",
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${text(words.title(worklist.name))}</title>`,
    `<style>${STYLE}</style>`,
    "</head>",
    "<body>",
    "<main>",
    `<h1>${text(words.title(worklist.name))}</h1>`,
    `<p>${text(words.greeting(worklist.person?.nom))}</p>`,
    `<p>${text(words.intro(count))}</p>`,
    ...worklist.sessions.flatMap(({ heading, steps }) => ["<section>", `<h2>${text(heading)}</h2>`, "<ol>", ...steps.map(stepHtml), "</ol>", "</section>"]),
    ...words.closing.map((line) => `<p>${text(line)}</p>`),
    ...(contact === undefined ? [] : [`<address>${[contact.nom, contact.telephone, contact.email].map(text).join("<br>")}</address>`]),
    "</main>",
    "</body>",
    "</html>",
    "",
  ].join("\n");
};

const stepHtml = ({ title, parts }: WorklistStep): string => `<li><h3>${text(title)}</h3><dl>${parts.map(partHtml).join("")}</dl></li>`;

const partHtml = ({ lead, lines }: WorklistPart): string =>
  `<dt>${text(lead)}</dt>${lines
    .map(({ label, text: said }) => `<dd>${label === undefined ? "" : `<span class="label">${text(label)}</span> `}<span>${text(said)}</span></dd>`)
    .join("")}`;

/** The one way in which anything becomes HTML here. */
const text = (said: string): string => escapeHtml(shown(printable(said)));

const STYLE = `
:root { color-scheme: light; }
body { margin: 0; background: #fff; color: #161616; font: 1rem/1.5 system-ui, sans-serif; }
main { max-width: 46rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin-top: 2rem; border-bottom: 1px solid #6b6b6b; } h3 { font-size: 1rem; margin: 0 0 .25rem; }
ol { padding-left: 1.5rem; } li { margin: 1rem 0; break-inside: avoid; }
dl { display: grid; grid-template-columns: minmax(4.5rem, max-content) 1fr; gap: .25rem .75rem; margin: 0; }
dt { font-weight: 600; grid-column: 1; } dd { margin: 0; grid-column: 2; overflow-wrap: anywhere; }
.label { display: inline-block; min-width: 12rem; color: #4a4a4a; }
address { font-style: normal; margin-top: 1.5rem; }
@media print { main { max-width: none; padding: 0; } section { break-inside: auto; } }
@media (max-width: 30rem) { dl { grid-template-columns: 1fr; } dd { grid-column: 1; } }
`;
