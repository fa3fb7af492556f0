import type { Language } from "../../messages/language.ts";
import { messages } from "../../messages/messages.ts";
import { contentPolicy, htmlText as text } from "../formats/html.ts";
import type { WorklistWords } from "../../messages/worklist-words.ts";
import type { WorklistSession } from "./told-sessions.ts";
import type { WorklistPart, WorklistStep } from "./told-step.ts";
import type { Worklist, WorklistPage } from "./worklist.ts";

/** A worklist as HTML: no script, nothing fetched, made to be printed, a page a structure, a box to tick a step. */
export const renderWorklistHtml = (worklist: Worklist, language: Language): string => {
  const { worklist: words } = messages(language);
  const { contact, later } = worklist;
  return [
    "<!doctype html>",
    `<html lang="${language}">`,
    "<head>",
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="${contentPolicy({ style: STYLE })}">`,
    `<title>${text(words.title(worklist.label))}</title>`,
    `<style>${STYLE}</style>`,
    "</head>",
    "<body>",
    "<main>",
    `<h1>${text(words.title(worklist.label))}</h1>`,
    `<p>${text(words.greeting(worklist.person?.nom))}</p>`,
    ...worklist.opening.map((line) => `<p>${text(line)}</p>`),
    ...worklist.pages.map((page) => pageHtml(page, words)),
    ...(later.length === 0 ? [] : [`<h2>${text(words.laterTitle)}</h2>`, `<ul>${later.map(({ title, until }) => `<li>${text(`${title}, ${until}`)}</li>`).join("")}</ul>`]),
    ...words.closing.map((line) => `<p>${text(line)}</p>`),
    ...(contact === undefined ? [] : [`<address>${[contact.nom, contact.telephone, contact.email].map(text).join("<br>")}</address>`]),
    "</main>",
    "</body>",
    "</html>",
    "",
  ].join("\n");
};

/** What is done for one structure: a page of its own on paper, where there are several. */
const pageHtml = ({ structure, sessions }: WorklistPage, words: WorklistWords): string =>
  [
    '<section class="page">',
    ...(structure === undefined ? [] : [`<h2>${text(structure)}</h2>`]),
    ...sessions.flatMap((session) => sessionHtml(session, structure === undefined ? 2 : 3, words)),
    "</section>",
  ].join("\n");

const sessionHtml = ({ heading, url, needs, steps }: WorklistSession, level: number, words: WorklistWords): readonly string[] => [
  `<h${level} class="session">${text(heading)}</h${level}>`,
  ...(url === undefined ? [] : [`<p><a href="${text(url)}">${text(url)}</a></p>`]),
  ...(needs.length === 0 ? [] : [`<p>${text(words.leads.needs)}</p><ul>${needs.map((need) => `<li>${text(need)}</li>`).join("")}</ul>`]),
  `<ol start="${steps[0]?.number ?? 1}">`,
  ...steps.map((step) => stepHtml(step, level + 1)),
  "</ol>",
];

const stepHtml = ({ title, parts }: WorklistStep, level: number): string => `<li><h${level} class="box">${text(title)}</h${level}><dl>${parts.map(partHtml).join("")}</dl></li>`;

const partHtml = ({ lead, lines }: WorklistPart): string =>
  `<dt>${text(lead)}</dt>${lines
    .map(({ number, label, text: said }) => `<dd>${number === undefined ? "" : `${text(number)} `}${label === undefined ? "" : `<span class="label">${text(label)}</span> `}<span>${text(said)}</span></dd>`)
    .join("")}`;

const STYLE = `
:root { color-scheme: light; }
body { margin: 0; background: #fff; color: #161616; font: 1rem/1.5 system-ui, sans-serif; }
main { max-width: 46rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; line-height: 1.25; } .page > h2 { font-size: 1.3rem; margin: 2.5rem 0 0; } .page > .session { font-size: 1.1rem; margin: 1.75rem 0 0; border-bottom: 1px solid #6b6b6b; } .box { font-size: 1rem; margin: 0 0 .25rem; }
ol, ul { padding-left: 1.5rem; } ol > li { margin: 1rem 0; }
dl { display: grid; grid-template-columns: minmax(4.5rem, max-content) minmax(0, 1fr); gap: .25rem .75rem; margin: 0; }
dt { font-weight: 600; grid-column: 1; } dd { margin: 0; grid-column: 2; overflow-wrap: anywhere; }
.label { display: inline-block; min-width: 12rem; color: #4a4a4a; }
.box::before { content: "\\2610"; margin-right: .5rem; }
address { font-style: normal; margin-top: 1.5rem; }
@page { size: A4; margin: 18mm; }
@media print {
  body { font-size: 10.5pt; }
  main { max-width: none; padding: 0; }
  .page + .page { break-before: page; }
  h2, h3, h4 { break-after: avoid; } li, address { break-inside: avoid; }
}
@media (max-width: 30rem) { dl { grid-template-columns: minmax(0, 1fr); } dd { grid-column: 1; } .label { min-width: 0; } }
`;
