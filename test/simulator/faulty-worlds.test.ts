import { describe, expect, it } from "vitest";
import { judgeFaultyWorld } from "../support/faulty-world.ts";

// A few of the worlds of `npm run soak`, of other seeds.

describe("a world under faults", () => {
  it.each(Array.from({ length: 12 }, (_, index) => 10_000 + index))("is judged as its data say, or not at all: seed %i", async (seed) => {
    expect((await judgeFaultyWorld(seed, 20)).wrong).toEqual([]);
  });
});
