import type { Address } from "../model/address.ts";
import { durationMs } from "../model/instant.ts";
import type { Plan } from "../plan/plan.ts";
import { changedRecords } from "../state/remember.ts";
import type { Project } from "./open-project.ts";

/**
 * Writes what a plan proved into the state, and nothing where nothing changed.
 *
 * @param held resources whose change nobody reviewed: left as they were
 * @returns the number of subjects that changed
 */
export const recordPlan = (
  { desired, state, store, gone }: Project,
  { assessed }: Plan,
  nowMs: number,
  held: ReadonlySet<Address> = new Set(),
): Promise<number> => {
  const changed = changedRecords(
    assessed.filter(({ resource }) => !held.has(resource.address)),
    { nowMs, renewProofAfterMs: durationMs(desired.renewProofAfter), isRecorded: isRecordedIn(state) },
  );
  return store.commit(changed, gone);
};

/** Looked up only where something leaves. */
const isRecordedIn = ({ subjects }: Project["state"]): ((subject: Address) => boolean) => {
  let known: ReadonlySet<Address> | undefined;
  return (subject) => (known ??= new Set(subjects.values())).has(subject);
};
