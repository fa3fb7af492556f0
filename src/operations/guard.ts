import { ChorusError } from "../diagnostics/chorus-error.ts";
import { diagnostic, type Diagnostic } from "../diagnostics/diagnostic.ts";
import { defined } from "../model/defined.ts";
import { wantedResources } from "../plan/plan.ts";
import type { Stop } from "../plan/review/review-document.ts";
import { stopsOfRecords } from "../plan/review/stops-of-records.ts";
import type { StopOptions } from "../plan/review/stops.ts";
import type { Selection } from "../plan/selection.ts";
import type { Project } from "./open-project.ts";

export interface GuardOptions extends StopOptions {
  readonly selection?: Selection | undefined;
  readonly nowMs: number;
}

/** Ends a run that would end or change more than is allowed, before anything is asked: whoever merged may have reviewed nothing. */
export const guard = ({ desired, state, gone }: Project, { selection, nowMs, ...options }: GuardOptions): void =>
  stopUnlessAllowed(stopsOfRecords({ desired, resources: wantedResources(desired, nowMs, selection) }, { ...state, gone }, options), desired.language);

/** Throws with every stop. */
export const stopUnlessAllowed = (stops: readonly Stop[], language: Project["desired"]["language"]): void => {
  if (stops.length > 0) throw new ChorusError(stops.map(stopDiagnostic), defined({ language }));
};

const stopDiagnostic = (stop: Stop): Diagnostic => {
  if (stop.stop === "changes") return diagnostic("CHR-CHANGE-LARGE", "error", { changes: stop.changes, limit: stop.limit });
  const { environment, ended, of } = stop;
  return diagnostic("CHR-CHANGE-ENDS", "error", { environment, ended, of });
};
