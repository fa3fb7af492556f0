import { loadConfiguration } from "../config/load.ts";
import { ChorusError } from "../diagnostics/chorus-error.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Desired, Moved } from "../model/desired.ts";
import { plan, type Plan } from "../plan/plan.ts";
import type { ReviewDocument } from "../plan/review/review-document.ts";
import { reviewOf, type ReviewOptions } from "../plan/review/review-of.ts";
import type { Selection } from "../plan/selection.ts";
import type { Files, Ports } from "../ports/ports.ts";
import { readAttestations } from "../state/attestations-file.ts";
import { applyMoves, moveAttestations, moveRequests } from "../state/moves.ts";
import { readRequests } from "../state/requests-file.ts";
import { gitFiles } from "./git-files.ts";
import type { Project } from "./open-project.ts";
import { planOffline } from "./plan.ts";

export interface Reviewed {
  /** The plan of the configuration as it is. */
  readonly plan: Plan;
  readonly review: ReviewDocument;
}

/**
 * What the configuration, the words and the requests change against those of a Git revision, on what was recorded: no
 * request, no secret and no trust are needed, so that a stranger's change can be reviewed too. Where that revision had no
 * configuration that holds, everything is new. Throws where there is no such revision.
 */
export const review = async (
  { clock, processes }: Pick<Ports, "clock" | "processes">,
  project: Project,
  { selection, ...options }: Omit<ReviewOptions, "moved"> & { readonly selection?: Selection | undefined },
): Promise<Reviewed> => {
  const { folder, entry, state } = project;
  const files = await gitFiles(folder, options.against, processes);
  if (files === undefined) {
    throw new ChorusError([diagnostic("CHR-USAGE", "error", { problem: "unknown-revision", value: options.against, of: "--against" })]);
  }
  const nowMs = clock.now();
  const now = planOffline(project, nowMs, selection);
  const loaded = await loadConfiguration({ files, entry, places: "of-errors" });
  const desired = loaded.desired ?? nothingWanted(project.desired);
  const words = await wordsOf(folder, files, desired.moved);
  const moved = newMoves(desired, project.desired);
  // What was recorded is known by the names of now: the configuration of then knows it by those of then.
  const { records } = applyMoves(state, moved.map(({ from, to }) => ({ from: to, to: from })));
  const before = plan({ ...now.input, desired, records, ...words });
  return { plan: now, review: reviewOf(before, now, { ...options, moved }) };
};

/** Names that this change changes, not those that were changed before. */
const newMoves = (before: Desired, { moved = [] }: Desired): readonly Moved[] =>
  moved.filter(({ from, to }) => !(before.moved ?? []).some((one) => one.from === from && one.to === to));

const nothingWanted = (desired: Desired): Desired => ({ ...desired, comptesPiste: {}, environments: {} });

/** What could not be read then is not held against who changes something now. */
const wordsOf = async (folder: string, files: Pick<Files, "read" | "stat">, moved: Desired["moved"]): Promise<Pick<Project, "attestations" | "requests">> => {
  const attestations = moveAttestations((await readAttestations(folder, files)).attestations, moved);
  try {
    return { attestations, requests: moveRequests(await readRequests(folder, files, Number.POSITIVE_INFINITY), moved) };
  } catch (error) {
    if (!(error instanceof ChorusError)) throw error;
    return { attestations, requests: new Map() };
  }
};
