import { describe, expect, it } from "vitest";
import { BAR_CASES } from "../../support/judge-bars.ts";

// With thousands of clients: `npm run soak`.

describe("a hundred clients or structures, on the simulator's own log", () => {
  it.each(BAR_CASES.map(({ name, judge }) => [name, judge] as const))("%s", async (_, judge) => {
    expect((await judge(100)).filter(({ isMet }) => !isMet)).toEqual([]);
  });
});
