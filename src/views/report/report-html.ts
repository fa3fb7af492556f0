import type { ReportDocument } from "../../plan/report/report-document.ts";
import { contentPolicy, htmlData, htmlText as text } from "../formats/html.ts";
import { noticeLines } from "../text/notices.ts";
import { toMatrixIndex } from "./matrix/matrix-index.ts";
import { pack } from "./pack.ts";
import { script, style } from "./page.gen.js";
import { madeOf, viewReport, type ReportOptions, type ReportView } from "./report-view.ts";
import { deadlinesHtml } from "./sections/deadlines.ts";
import { forecastHtml } from "./sections/forecast.ts";
import { regressionsHtml } from "./sections/regressions.ts";
import { requestsHtml } from "./sections/requests.ts";
import { stagesHtml } from "./sections/stages.ts";
import { summaryHtml } from "./sections/summary.ts";

/**
 * A report as one file that needs nothing else: what must be known at a glance is written out, the table of structures
 * is made by the page's own script from the report itself, packed. Nothing is fetched, and its policy lets nothing be.
 */
export const renderReportHtml = (report: ReportDocument, options: ReportOptions): string => {
  const { language, timeZone, version } = options;
  const view = viewReport(report, options);
  const { words } = view;
  return [
    "<!doctype html>",
    `<html lang="${language}">`,
    "<head>",
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${contentPolicy({ style, script })}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    '<meta name="robots" content="noindex">',
    `<title>${text(words.title)} · ${text(words.madeAt(view.scene.dates.at(report.createdAt)))}</title>`,
    `<style>${style}</style>`,
    "</head>",
    "<body>",
    `<header class="top"><h1>${text(words.title)}</h1><p class="quiet">${text(madeOf(view))}</p>${navigation(view)}</header>`,
    "<main>",
    summaryHtml(view),
    regressionsHtml(view),
    `<noscript><p>${text(words.noScript)}</p></noscript>`,
    `<section aria-labelledby="matrix-title"><h2 id="matrix-title">${text(words.sections.matrix)}</h2><div id="matrix"></div></section>`,
    section("deadlines", view, deadlinesHtml(view)),
    section("requests", view, requestsHtml(view)),
    section("forecast", view, forecastHtml(view)),
    section("stages", view, stagesHtml(view)),
    ...(report.notices.length === 0 ? [] : [section("notices", view, noticesHtml(view))]),
    "</main>",
    `<footer><p>${text(words.footer(version))}</p></footer>`,
    // The table is there before what stands behind it is read.
    htmlData("report-index", { language, timeZone, index: pack(toMatrixIndex(report)) }),
    `<script>${script}</script>`,
    htmlData("report-data", pack(report)),
    "</body>",
    "</html>",
    "",
  ].join("\n");
};

type Section = "deadlines" | "requests" | "forecast" | "stages" | "notices";

const section = (id: Section, { words }: ReportView, html: string): string =>
  `<section aria-labelledby="${id}"><h2 id="${id}">${text(words.sections[id])}</h2>${html}</section>`;

const navigation = ({ words }: ReportView): string => {
  const links = (["deadlines", "requests", "forecast", "stages"] as const).map((id) => `<li><a href="#${id}">${text(words.sections[id])}</a></li>`);
  return `<nav aria-label="${text(words.jump)}"><ul>${links.join("")}</ul></nav>`;
};

const noticesHtml = ({ report, scene }: ReportView): string =>
  `<ul>${noticeLines({ ...scene, document: { ...scene.document, notices: report.notices } }).map((line) => `<li>${text(line.text)}</li>`).join("")}</ul>`;
