import type { DriftWords } from "../../messages/run-report-messages.ts";
import type { DriftDocument } from "../../plan/drift/drift-document.ts";

/** How many drifted; where none did, how much that says: what was not looked at is not fine. */
export const driftTitle = ({ drifts, proven, offline, unseen }: DriftDocument, { words }: DriftWords): string => {
  if (drifts.length > 0) return words.title(drifts.length);
  if (proven === 0) return words.none.unproven;
  if (offline) return words.none.recorded;
  return unseen > 0 ? words.none.seen : words.none.all;
};
