import { groupBy } from "../model/group-by.ts";
import type { Question } from "../model/question.ts";
import { BULK_SIZE } from "./find-structures.ts";

/** For each SIRET to be looked up, the batch that it goes in; batches are the same whatever the order of the questions. */
export type BulkBatches = ReadonlyMap<string, readonly string[]>;

export const bulkBatches = (questions: readonly Question[]): BulkBatches => {
  const batches = new Map<string, readonly string[]>();
  const sirets = questions.flatMap((question) =>
    question.ask === "structure-active" && question.identifierType === "SIRET" ? [question] : [],
  );
  for (const [account, asked] of groupBy(sirets, (question) => question.account)) {
    const identifiers = asked.map(({ identifier }) => identifier).toSorted();
    // One alone is looked up by itself: the bulk would only have to be confirmed.
    if (identifiers.length < 2) continue;
    for (let start = 0; start < identifiers.length; start += BULK_SIZE) {
      const batch = identifiers.slice(start, start + BULK_SIZE);
      for (const identifier of batch) batches.set(batchKey(account, identifier), batch);
    }
  }
  return batches;
};

export const batchKey = (account: string, identifier: string): string => `${account}\u0000${identifier}`;
