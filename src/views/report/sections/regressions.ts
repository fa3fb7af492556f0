import { htmlText as text } from "../../formats/html.ts";
import type { ReportView } from "../report-view.ts";
import { addressLink } from "./link.ts";

/** What was true and is not, before all else; nothing where there is none. */
export const regressionsHtml = (view: ReportView): string => {
  const { report, words, scene, count, claimed } = view;
  const drifted = report.resources.filter((resource) => resource.drifted === true);
  if (drifted.length === 0) return "";
  const items = drifted.slice(0, MOST).map(({ address, conditions }) => {
    const since = conditions.find(({ wasTrue }) => wasTrue === true)?.since;
    const when = since === undefined ? "" : `${scene.words.words.colon}${scene.words.plan.wasTrueUntil(scene.dates.at(since))}`;
    return `<li>${addressLink(address, claimed(address))}${text(when)}</li>`;
  });
  const rest = drifted.length - items.length;
  return `<section class="regressions" aria-labelledby="regressions"><h2 id="regressions">↘ ${text(words.regressions(drifted.length))}</h2><ul>${items.join("")}${rest > 0 ? `<li>${text(words.more(count(rest)))}</li>` : ""}</ul></section>`;
};

const MOST = 20;
