import fc from "fast-check";
import { expect, it } from "vitest";
import { changed, grafted, runs, spoilt, type Change } from "./mutations.ts";
import { expectAnswered, PROOF, STATE, TRUSTED, useRealFiles } from "./real-files.ts";

// A state that was merged wrongly, cut, or made up is refused with its line, or read as it says; it is never written over
// without being kept.

const real = useRealFiles();

const READ = fc.constantFrom(
  ["plan", "--offline"],
  ["plan", "--offline", "--format", "json"],
  ["plan", "--offline", "--target", "production/structure/C00417"],
  ["status"],
  ["status", "--format", "ics"],
  ["drift", "--offline"],
  ["report", "--format", "json", "--out", "report.json"],
  ["report", "--format", "markdown", "--out", "report.md"],
  ["worklist", "--each", "client", "--out", "lists"],
  ["state", "list"],
  ["state", "show", "production/application/C00417"], ["state", "pull"],
  ["validate"],
);

/** Runs a command that only reads on a state. */
const readWith = async (change: Change, argv: readonly string[]): Promise<void> => {
  const { machine } = real;
  real.restore();
  const state = changed(machine.text(STATE), change);
  machine.write(STATE, state);
  const ran = await machine.run(...argv);
  expectAnswered(ran, argv.join(" "));
  if (ran.stderr.includes("CHR-STATE-CORRUPT")) expect(ran.stderr).toMatch(/chorus\.state\.jsonl:\d+:\d+/);
  expect(machine.holds(STATE, state)).toBe(true);
};

/** Runs a command that records: what it found there is there still, or beside it. */
const writeWith = async (change: Change, argv: readonly string[]): Promise<void> => {
  const { machine } = real;
  real.restore();
  const state = changed(machine.text(STATE), change);
  machine.write(STATE, state);
  const ran = await machine.run(...argv, ...TRUSTED);
  expectAnswered(ran, argv.join(" "));
  const kept = machine.holds(STATE, state) || (ran.code !== 1 && machine.holds(".chorus/backup/chorus.state.jsonl", state));
  expect(kept, ran.stdout).toBe(true);
};

it("answers with a line where bytes are spoilt", async () => {
  await fc.assert(fc.asyncProperty(spoilt, READ, readWith), runs(60));
});

it("answers where a line says something else", async () => {
  await fc.assert(fc.asyncProperty(grafted, READ, readWith), runs(120));
});

it("loses nothing where the next run records", async () => {
  const record = fc.constantFrom(["collect", PROOF], ["refresh", "--refresh"], ["apply", "--non-interactive"], ["state", "restore"], ["state", "forget", "production/application/C00417"], ["state", "push", "plan.json"]);
  await fc.assert(fc.asyncProperty(fc.oneof(spoilt, grafted), record, writeWith), runs(25));
});
