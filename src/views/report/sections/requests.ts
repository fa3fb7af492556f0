import type { ReportedRequest } from "../../../plan/report/report-document.ts";
import { htmlText as text } from "../../formats/html.ts";
import { actorName } from "../../text/names.ts";
import { standingText } from "../../text/requests.ts";
import type { ReportView } from "../report-view.ts";
import { addressLink } from "./link.ts";

/** What was asked of people outside and is open, the oldest first, and how much nobody has sent yet. */
export const requestsHtml = (view: ReportView): string => {
  const { report, words, count } = view;
  const { requests, requestsToSend } = report;
  if (requests.length === 0 && requestsToSend === 0) return `<p>${text(words.noRequests)}</p>`;
  const { who, what, state, age } = words.requestColumns;
  const rest = requests.length - MOST;
  return [
    `<p>${text(requestsSummary(view))}</p>`,
    ...(requests.length === 0
      ? []
      : [
          `<div class="scroll" role="group" tabindex="0" aria-labelledby="requests"><table><thead><tr>${[age, who, what, state].map((column) => `<th scope="col">${text(column)}</th>`).join("")}</tr></thead><tbody>`,
          ...requests.slice(0, MOST).map((request) => requestRow(request, view)),
          "</tbody></table></div>",
        ]),
    ...(rest > 0 ? [`<p class="quiet">${text(words.more(count(rest)))}</p>`] : []),
  ].join("");
};

export const requestsSummary = ({ report: { requests, requestsToSend }, words, count }: ReportView): string =>
  words.requestsSummary(count(requestsToSend), count(requests.length), count(requests.filter(({ days = 0 }) => days > OLD_DAYS).length));

const requestRow = (request: ReportedRequest, { words, scene, claimed }: ReportView): string => {
  const { address, actor, days, state } = request;
  const age = days === undefined ? "–" : words.age(days);
  const mark = state === "refused" || state === "blocked" ? "toDo" : state === "done" ? "attested" : "waiting";
  return `<tr><td class="number">${text(age)}</td><td>${text(actorName(actor, scene))}</td><td>${addressLink(address, claimed(address))}</td><td><span class="mark ${mark}">${text(words.requestStates[state])}</span> ${text(standingText(request, scene))}</td></tr>`;
};

const MOST = 40;
const OLD_DAYS = 30;
