import { htmlText as text } from "../../formats/html.ts";
import { toldOf, totalOf } from "../../text/forecast.ts";
import type { ReportView } from "../report-view.ts";

/** How much ends week by week, up to the last week in which anything does. */
export const forecastHtml = ({ report, words, scene, count }: ReportView): string => {
  const until = report.forecast.findLastIndex((week) => totalOf(week) > 0);
  if (until < 0) return `<p>${text(words.forecastNothing)}</p>`;
  const weeks = report.forecast.slice(0, until + 1);
  const most = Math.max(1, ...weeks.map(totalOf));
  const { week: name, count: number, what } = words.forecastColumns;
  const rows = weeks
    .filter((week) => totalOf(week) > 0)
    .map((week) => {
      const total = totalOf(week);
      const bar = `<svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect x="0" y="0" height="4" width="${((total / most) * 100).toFixed(2)}"/></svg>`;
      return `<tr><th scope="row" class="date">${text(week.week)}</th><td class="number">${text(count(total))}</td><td class="week">${bar}</td><td>${text(toldOf(week, scene))}</td></tr>`;
    });
  return `<div class="scroll" role="group" tabindex="0" aria-labelledby="forecast"><table><thead><tr><th scope="col">${text(name)}</th><th scope="col" class="number">${text(number)}</th><td></td><th scope="col">${text(what)}</th></tr></thead><tbody>${rows.join("")}</tbody></table></div>`;
};
