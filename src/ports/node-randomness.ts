import type { Randomness } from "./ports.ts";

export const nodeRandomness: Randomness = {
  // The global is loaded when first used; importing node:crypto costs 10 ms at every start.
  uuid: () => crypto.randomUUID(),
  fraction: () => Math.random(),
};
