import { setTimeout } from "node:timers/promises";
import type { Clock } from "./ports.ts";

export const nodeClock: Clock = {
  now: () => Date.now(),
  async sleep(ms, signal) {
    await setTimeout(ms, undefined, signal === undefined ? {} : { signal });
  },
};
