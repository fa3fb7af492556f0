import { randomUUID } from "node:crypto";
import type { Randomness } from "./ports.ts";

export const nodeRandomness: Randomness = {
  uuid: () => randomUUID(),
  fraction: () => Math.random(),
};
