import process from "node:process";
import { expect, test } from "vitest";
import { judgeFaultyWorld } from "../support/faulty-world.ts";
import type { JudgedWorld } from "../support/faulty-world.ts";

declare module "vitest" {
  interface TaskMeta {
    /** What the report says of a world. */
    world?: JudgedWorld;
  }
}

// Worlds of fifty clients under faults, in the three topologies in turn: `CHORUS_SOAK_WORLDS` of them, the first with the
// seed `CHORUS_SOAK_SEED`.

const count = Number(process.env["CHORUS_SOAK_WORLDS"] ?? 1000);
const first = Number(process.env["CHORUS_SOAK_SEED"] ?? 1);

for (let seed = first; seed < first + count; seed++) {
  test(`world ${seed}`, async ({ task }) => {
    const judged = await judgeFaultyWorld(seed, CLIENTS);
    task.meta.world = judged;
    expect(judged.wrong).toEqual([]);
  });
}

const CLIENTS = 50;
