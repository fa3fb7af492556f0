import { REPORT_MARKS } from "../../../plan/report/report-mark.ts";
import { htmlText as text } from "../../formats/html.ts";
import type { ReportView } from "../report-view.ts";
import { markHtml } from "./summary.ts";

/** How many rows stand how at each stage: the whole in one look, on paper too. */
export const stagesHtml = (view: ReportView): string => `${view.report.environments.map((one) => tableOf(one, view)).join("")}${legendHtml(view)}`;

/** What the signs mean, of those that are shown. */
const legendHtml = (view: ReportView): string => {
  const stages = view.report.environments.flatMap((one) => one.stages);
  const marks = REPORT_MARKS.filter((mark) => stages.some((stage) => stage[mark] !== undefined));
  return `<ul class="legend">${marks.map((mark) => `<li>${markHtml(mark, view)} ${text(view.words.legend[mark])}</li>`).join("")}</ul>`;
};

const tableOf = ({ environment, stages }: ReportView["report"]["environments"][number], view: ReportView): string => {
  if (stages.length === 0) return "";
  const { scene, count } = view;
  const marks = REPORT_MARKS.filter((mark) => stages.some((stage) => stage[mark] !== undefined)).toReversed();
  return [
    `<div class="scroll" role="group" tabindex="0" aria-label="${text(scene.words.words.environments[environment])}"><table>`,
    `<caption>${text(scene.words.words.environments[environment])}</caption>`,
    `<thead><tr><th scope="col">${text(scene.words.status.stage)}</th>${marks.map((mark) => `<th scope="col" class="number">${markHtml(mark, view)}</th>`).join("")}</tr></thead><tbody>`,
    ...stages.map((stage) => `<tr><th scope="row">${text(scene.words.status.stages[stage.kind])}</th>${marks.map((mark) => `<td class="number">${text(stage[mark] === undefined ? "–" : count(stage[mark]))}</td>`).join("")}</tr>`),
    "</tbody></table></div>",
  ].join("");
};
