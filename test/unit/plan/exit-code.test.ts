import { expect, it } from "vitest";
import { exitCodeOf } from "../../../src/commands/exit-code.ts";
import { plan } from "../../../src/plan/plan.ts";
import { DIRECT } from "../../support/direct.ts";
import { NOON } from "../../support/virtual-clock.ts";
import { desiredFrom } from "../../support/world.ts";

it("is 0 unless asked in detail, then 2 where steps remain and 3 where none does but something is unproven", async () => {
  const desired = await desiredFrom(DIRECT);
  const known = { records: new Map(), observations: new Map(), attestations: new Map() };
  const all = plan({ desired, ...known, nowMs: NOON }).document;
  expect(exitCodeOf(all, false)).toBe(0);
  expect(exitCodeOf(all, true)).toBe(2);
  // A structure alone comes with its account: unknown, and nobody is sent to do anything about it.
  const alone = plan({ desired, ...known, nowMs: NOON, selection: { targets: ["production/rattachement/principal/siege"] } }).document;
  expect(alone.summary).toMatchObject({ toDo: 0, unknown: 1 });
  expect(exitCodeOf(alone, true)).toBe(3);
});
