import { toMs, DAY_MS } from "../../../model/instant.ts";
import type { Deadline } from "../../../plan/deadline.ts";
import { htmlText as text } from "../../formats/html.ts";
import { deadlineText } from "../../text/deadline-text.ts";
import { alike, remarks, SOON_DAYS } from "../../text/deadlines.ts";
import type { ReportView } from "../report-view.ts";
import { addressLink } from "./link.ts";

/** What ends and when, the nearest first; what ends alike on one day together. */
export const deadlinesHtml = (view: ReportView): string => {
  const { report, words, count } = view;
  if (report.deadlines.length === 0) return `<p>${text(words.noDeadlines)}</p>`;
  const groups = alike(report.deadlines, view.scene);
  const rest = groups.slice(MOST).reduce((sum, { length }) => sum + length, 0);
  const { when, what, state } = words.deadlineColumns;
  return [
    `<div class="scroll" role="group" tabindex="0" aria-labelledby="deadlines"><table><thead><tr><th scope="col">${text(when)}</th><th scope="col">${text(what)}</th><th scope="col">${text(state)}</th></tr></thead><tbody>`,
    ...groups.slice(0, MOST).map((group) => groupRow(group, view)),
    "</tbody></table></div>",
    ...(rest > 0 ? [`<p class="quiet">${text(words.more(count(rest)))}</p>`] : []),
  ].join("");
};

const groupRow = (group: readonly Deadline[], { report, words, scene }: ReportView): string => {
  const [first] = group;
  if (first === undefined) return "";
  const days = scene.dates.days(report.createdAt, first.actBy);
  const isPast = first.state === "past-due";
  const isNear = isPast || toMs(first.actBy) <= toMs(report.createdAt) + SOON_DAYS * DAY_MS;
  const when = isPast ? scene.words.status.expired(scene.dates.date(first.actBy)) : scene.words.status.deadline(scene.dates.date(first.actBy), days);
  const said = [deadlineText(group, scene.words), ...remarks(group, scene)].join(scene.words.words.semicolon);
  const what = group.length === 1 && first.address !== undefined ? addressLink(first.address, said) : text(said);
  const mark = isPast ? "toDo" : isNear ? "due" : "paused";
  return `<tr><td class="date">${text(when)}</td><td>${what}</td><td><span class="mark ${mark}">${text(words.deadlineStates[first.state])}</span></td></tr>`;
};

const MOST = 40;
