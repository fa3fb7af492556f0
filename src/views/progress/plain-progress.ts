import type { RunWords } from "../../messages/shape.ts";
import type { Output } from "../../ports/ports.ts";
import { printable } from "../printable.ts";
import { ProgressRows } from "./progress-rows.ts";
import type { ProgressReport, ProgressView } from "./progress-view.ts";
import { movingText, nameOf } from "./row-text.ts";

/**
 * A line at each end, and one where something is tried for the third time; of an environment with many applications one at
 * every tenth, for a log that is read meanwhile.
 */
export const plainProgress = (output: Output, words: RunWords): ProgressView => {
  const rows = new ProgressRows();
  const tenths = new Map<string, number>();
  const retried = new Set<string>();
  let begun: Promise<void> | undefined;
  let hasBegun = false;
  const write = (text: string): void => output.write(`${printable(text)}\n`);

  const tell = (key: string): void => {
    const row = rows.get(key);
    if (row === undefined) return;
    const tenth = row.asked === 0 ? 10 : Math.floor((10 * row.answered) / row.asked);
    const before = tenths.get(key);
    tenths.set(key, Math.max(tenth, before ?? 0));
    if (before === undefined) write(words.asking(row.environment, nameOf(row, words), row.asked));
    if (tenth === 10 && before !== 10) write(words.asked(row.environment, nameOf(row, words), row.answered));
    else if (typeof row.applications === "number" && before !== undefined && tenth > before) write(movingText(row, words));
    else if (row.retrying !== undefined && !retried.has(`${key} ${row.retrying.code}`)) {
      retried.add(`${key} ${row.retrying.code}`);
      write(movingText(row, words));
    }
  };
  const begin = (): void => {
    hasBegun = true;
    for (const key of rows.keys()) tell(key);
  };
  return {
    report(report: ProgressReport) {
      rows.note(report);
      // Every application reports once before any answer comes: then it is known how many there are.
      begun ??= Promise.resolve().then(begin);
      if (hasBegun) tell(rows.keyOf(report));
    },
    async stop() {
      await begun;
    },
  };
};
