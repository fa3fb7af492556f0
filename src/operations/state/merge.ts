import { ChorusError } from "../../diagnostics/chorus-error.ts";
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Files } from "../../ports/ports.ts";
import { readStateFile } from "../../state/file-store.ts";
import { mergeStates } from "../../state/merge-states.ts";
import { serializeState } from "../../state/serialize-state.ts";
import type { State } from "../../state/state.ts";

export interface MergedFiles {
  /** What both grew from: empty where both began it. */
  readonly base: string;
  /** Gets what comes of it. */
  readonly ours: string;
  readonly theirs: string;
}

/** Merges two states into one, as Git asks its drivers to. Throws where one cannot be read, or has nothing to do with the other. */
export const mergeStateFiles = async ({ base, ours, theirs }: MergedFiles, files: Pick<Files, "read" | "stat" | "replace">): Promise<void> => {
  const before = (await isEmpty(base, files)) ? undefined : await readStateFile(base, files);
  const [mine, other] = [await readStateFile(ours, files), await readStateFile(theirs, files)];
  const merged: State | undefined = mergeStates(before, mine, other);
  if (merged === undefined) throw new ChorusError([diagnostic("CHR-STATE-LINEAGE", "error", { file: theirs, place: ours })]);
  await files.replace(ours, serializeState(merged));
};

const isEmpty = async (file: string, files: Pick<Files, "stat">): Promise<boolean> => ((await files.stat(file))?.size ?? 0) === 0;
