import process from "node:process";
import { expect, test } from "vitest";
import { BAR_CASES } from "../support/judge-bars.ts";

// What a run costs with many clients: `CHORUS_SOAK_SIZES`, between commas.

const sizes = (process.env["CHORUS_SOAK_SIZES"] ?? "1000,10000").split(",").map(Number);

for (const size of sizes) {
  for (const { name, judge } of BAR_CASES) {
    test(`${name}, ${size}`, async ({ task }) => {
      const bars = await judge(size);
      task.meta.bars = bars;
      expect(bars.filter(({ isMet }) => !isMet)).toEqual([]);
    });
  }
}
