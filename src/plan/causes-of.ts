import type { CauseRow } from "../catalogue/causes/cause-row.ts";
import { CAUSE_ROWS } from "../catalogue/causes/causes.ts";
import type { Cause } from "../model/cause.ts";
import type { Clue } from "../model/clue.ts";
import type { EnvironmentName } from "../model/environment.ts";
import type { Reason } from "../model/observation.ts";

/** What is to be explained: an observation's or a condition's reason, where, and all that tells causes apart. */
export interface Explained {
  readonly reason: Reason;
  readonly environment: EnvironmentName;
  readonly clues: readonly Clue[];
}

/** The likely causes, the likeliest first: those that a clue tells, then those that are merely possible. */
export const causesOf = ({ reason, environment, clues }: Explained): readonly Cause[] => {
  const told: Cause[] = [];
  const possible: Cause[] = [];
  for (const row of BY_REASON.get(reason) ?? []) {
    if (row.in !== undefined && row.in !== environment) continue;
    const clue = row.told.find((one) => clues.includes(one));
    if (clue !== undefined) told.push({ cause: row.cause, told: clue });
    else if (row.onlyTold !== true && !isRuledOut(row, clues)) possible.push({ cause: row.cause });
  }
  return [...told, ...possible];
};

/** Whether anything is known to cause it: with thousands of resources, clues are looked for only then. */
export const hasCauses = (reason: Reason): boolean => BY_REASON.has(reason);

const isRuledOut = ({ unless = [] }: CauseRow, clues: readonly Clue[]): boolean => unless.some((clue) => clues.includes(clue));

const byReason = (): ReadonlyMap<Reason, readonly CauseRow[]> => {
  const rows = new Map<Reason, CauseRow[]>();
  for (const row of CAUSE_ROWS) for (const reason of row.of) rows.set(reason, [...(rows.get(reason) ?? []), row]);
  return rows;
};

const BY_REASON = byReason();
