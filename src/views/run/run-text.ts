import { createApplyView } from "../apply-text.ts";
import { renderPlanSummary } from "../plan-text.ts";
import type { ScreenOptions } from "../text/scene.ts";
import type { ToldRun } from "./told-run.ts";

/** What happened, then what it all comes to: a run that is over, as text. */
export const renderRunText = ({ events, document }: ToldRun, screen: ScreenOptions): string => {
  const view = createApplyView(screen);
  const happened = events.map((event) => view.push(event)).join("") + view.end();
  return `${happened}${happened === "" ? "" : "\n"}${renderPlanSummary(document, screen)}`;
};
