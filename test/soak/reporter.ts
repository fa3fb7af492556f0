import type { Reporter, TestCase } from "vitest/node";
import type { JudgedWorld } from "../support/faulty-world.ts";
import type { JudgedBar } from "../support/judge-bars.ts";

/** Prints each bar as it is judged, each wrong verdict as it is found, how far the worlds have come, and the sums. */
export default class SoakReporter implements Reporter {
  readonly #worlds: JudgedWorld[] = [];
  readonly #startedAt = performance.now();

  onTestCaseResult(test: TestCase): void {
    const { world, bars } = test.meta();
    if (world !== undefined) this.#addWorld(world);
    for (const bar of bars ?? []) write(`${test.name.padEnd(44)} ${lineOf(bar)}\n`);
    if (world !== undefined || bars !== undefined) return;
    write(`${test.name}\n${(test.result().errors ?? []).map(({ message }) => `    ${message}\n`).join("")}`);
  }

  onTestRunEnd(modules: readonly { readonly errors: () => readonly { readonly message: string }[] }[]): void {
    for (const error of modules.flatMap((module) => module.errors())) write(`${error.message}\n`);
    if (this.#worlds.length > 0) write(tableOf(this.#worlds, this.#seconds()));
  }

  #addWorld(world: JudgedWorld): void {
    this.#worlds.push(world);
    for (const verdict of world.wrong) write(`world ${world.seed}, ${world.topology}: ${verdict}\n`);
    if (this.#worlds.length % WORLDS_A_LINE === 0) write(`${this.#worlds.length} worlds, ${sum(this.#worlds, ({ wrong }) => wrong.length)} wrong, ${this.#seconds()} s\n`);
  }

  #seconds(): number {
    return Math.round((performance.now() - this.#startedAt) / 1000);
  }
}

const lineOf = ({ what, seen, most, isMet }: JudgedBar): string =>
  `${what.padEnd(34)} ${String(seen).padStart(10)}${Number.isFinite(most) ? `  of ${String(most).padStart(10)}` : ""}${isMet ? "" : "  MISSED"}`;

const tableOf = (worlds: readonly JudgedWorld[], seconds: number): string => {
  const topologies = [...new Set(worlds.map(({ topology }) => topology))].toSorted();
  const groups = [...topologies.map((name) => worlds.filter(({ topology }) => topology === name)), worlds];
  const row = (name: string, value: (group: readonly JudgedWorld[]) => number | string): string =>
    `${name.padEnd(52)}${groups.map((group) => String(value(group)).padStart(14)).join("")}\n`;
  const share = (part: number, group: readonly JudgedWorld[]): string => `${part} ${((100 * part) / sum(group, ({ verdicts }) => verdicts)).toFixed(2)}%`;
  const counted = (of: (world: JudgedWorld) => Readonly<Record<string, number>>): readonly string[] => [...new Set(worlds.flatMap((world) => Object.keys(of(world))))].toSorted();
  return [
    "\n",
    row("", (group) => (group === worlds ? "all" : (group[0]?.topology ?? ""))),
    row("worlds", (group) => group.length),
    row("verdicts", (group) => sum(group, ({ verdicts }) => verdicts)),
    row("true", (group) => share(sum(group, ({ yes }) => yes), group)),
    row("false", (group) => share(sum(group, ({ no }) => no), group)),
    row("wrong", (group) => sum(group, ({ wrong }) => wrong.length)),
    ...counted(({ unknown }) => unknown).map((kind) => row(`unknown: ${kind}`, (group) => share(sum(group, ({ unknown }) => unknown[kind] ?? 0), group))),
    ...counted(({ lost }) => lost).map((kind) => row(`  though the data tell: ${kind}`, (group) => share(sum(group, ({ lost }) => lost[kind] ?? 0), group))),
    row("requests", (group) => sum(group, ({ requests }) => requests)),
    row("  struck by a fault", (group) => sum(group, ({ faults }) => faults)),
    row("minutes on their clocks", (group) => Math.round(sum(group, ({ virtualMs }) => virtualMs) / 60_000)),
    `in ${seconds} s\n`,
  ].join("");
};

const sum = (worlds: readonly JudgedWorld[], of: (world: JudgedWorld) => number): number => worlds.reduce((total, world) => total + of(world), 0);

const write = (text: string): void => void process.stdout.write(text);

const WORLDS_A_LINE = 25;
