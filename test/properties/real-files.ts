import { afterAll, beforeAll, expect } from "vitest";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { atTheClient } from "../../src/operations/at-the-client.ts";
import { startSimulator, type Simulator } from "../../src/simulator/simulator.ts";
import { doneScenario, secretsOf } from "../support/done-world.ts";
import { virtualClock } from "../support/virtual-clock.ts";
import { desiredFrom, seeded } from "../support/world.ts";
import { memoryMachine, type MemoryMachine, type Ran } from "./memory-machine.ts";

/** A vendor's project as a few weeks of work leave it: each of its files is a real one, written by Chorus itself. */
interface Made {
  readonly machine: MemoryMachine;
  readonly simulator: Simulator;
}

/** A machine for the tests of a file, with a simulator beside it for as long as they run. */
export interface RealFiles {
  readonly machine: MemoryMachine;
  /** Every file as Chorus wrote it, whatever a test made of it. */
  restore(): void;
}

export const useRealFiles = (): RealFiles => {
  let made: Made | undefined;
  let before: ReadonlyMap<string, Uint8Array> = new Map();
  const machine = (): MemoryMachine => {
    if (made === undefined) throw new Error("files are there once the tests run");
    return made.machine;
  };
  beforeAll(async () => {
    made = await realFiles();
    before = made.machine.snapshot();
  });
  afterAll(() => made?.simulator.close());
  return {
    get machine() {
      return machine();
    },
    restore: () => machine().restore(before),
  };
};

export const STATE = "chorus.state.jsonl";
export const ATTESTATIONS = "chorus.attestations.yaml";
export const REQUESTS = "chorus.requests.jsonl";
export const PLAN = "plan.json";
export const PROOF = "C00417.json";

/** The simulator is no host of PISTE. Commander reads the variable from the process alone. */
export const TRUSTED = ["--trust", "loopback"] as const;

const realFiles = async (): Promise<Made> => {
  const [yaml, csv] = await Promise.all(["chorus.config.yaml", "clients.csv"].map((file) => readFile(join(import.meta.dirname, "../../examples/editeur", file), "utf8")));
  if (yaml === undefined || csv === undefined) throw new Error("no example");
  const desired = atTheClient(await desiredFrom(yaml, { "clients.csv": csv }));
  const clock = virtualClock();
  const simulator = await startSimulator(doneScenario(desired), { now: () => clock.now(), random: seeded() });
  const variables = { ...simulator.environmentVariables(), ...secretsOf(desired) };
  const contents = { "chorus.config.yaml": yaml, "clients.csv": csv };
  const machine = memoryMachine(contents, { clock, variables });
  const run = async (...argv: readonly string[]): Promise<Ran> => {
    const ran = await machine.run(...argv, ...TRUSTED);
    if (ran.code !== 0) throw new Error(`chorus ${argv.join(" ")}: ${ran.stderr}`);
    return ran;
  };
  await run("prove", "--client", "C00417", "--out", PROOF);
  await run("refresh");
  await run("collect", PROOF);
  await run("attest", "production/raccordement/C00417/C00417", "--by", "Camille", "--seen", "Portail, 24 novembre : « Connecté »");
  await run("plan", "--out", PLAN);
  await run("ask", "--actor", "Imprimerie exemple", "--by", "Camille");
  clock.advance(60_000);
  await run("prove", "--client", "C00932", "--out", PROOF);
  return { machine, simulator };
};

/**
 * What every run keeps, whatever it was given: it ends with a code that is described, and what is wrong is told as a
 * diagnostic, never as a stack.
 *
 * @param what shown where it does not hold
 */
export const expectAnswered = ({ code, stdout, stderr }: Ran, what: unknown = ""): void => {
  const told = `${String(what)}\n${stderr.slice(0, 2000)}`;
  expect([0, 1, 2, 3, 130], told).toContain(code);
  expect(stderr + stdout.slice(0, 100_000), told).not.toMatch(STACK);
  if (code === 1) expect(stderr + stdout, told).toMatch(/CHR-[A-Z]/);
};

/** The line of a stack, the words of `bug` in both languages, and a value that nobody put into words. */
const STACK = /\n\s+at .+:\d+:\d+|défaut de Chorus|defect of Chorus|\[object Object\]|\bundefined\b/;
