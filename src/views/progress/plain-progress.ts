import type { RunWords } from "../../messages/shape.ts";
import type { Output } from "../../ports/ports.ts";
import { printable } from "../printable.ts";
import { ProgressRows, type ProgressRow } from "./progress-rows.ts";
import type { ProgressReport, ProgressView } from "./progress-view.ts";

/** A line at each end; of an environment with many applications one at every tenth, for a log that is read meanwhile. */
export const plainProgress = (output: Output, words: RunWords): ProgressView => {
  const rows = new ProgressRows();
  const tenths = new Map<string, number>();
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
    else if (typeof row.applications === "number" && before !== undefined && tenth > before) write(words.moving(row.environment, nameOf(row, words), row.answered, row.asked));
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

export const nameOf = ({ applications }: ProgressRow, words: RunWords): string =>
  typeof applications === "number" ? words.applications(applications) : applications;
