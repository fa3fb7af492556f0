import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../support/files.ts";
import type { JudgedBar } from "../support/judge-bars.ts";
import { clients, concentrateur, direct, type SizedConfiguration } from "../support/sized-configurations.ts";

// What a plan of one structure costs in a configuration of many, from the second such run on: hardly more than in one of few.

const [FEW, SOME, MANY] = [100, 10_000, 100_000];
const CLI = join(import.meta.dirname, "../../dist/cli.js");

const TARGET = "production/structure/C00050";

const CONFIGURATIONS: readonly (readonly [name: string, of: (size: number) => SizedConfiguration])[] = [
  ["structures in YAML", (size) => ({ yaml: inYaml(size), others: {} })],
  ["clients in CSV", concentrateur],
];

for (const [name, of] of CONFIGURATIONS) {
  test(`one of many: ${name}`, ({ task }) => {
    const folders = [FEW, SOME, MANY].map((size) => folderWith(of(size)));
    const first = folders.map((cwd) => cost(cwd));
    const taken = folders.map((): Cost[] => []);
    // In turn, so that all stand in the same weather.
    for (let round = 0; round < ROUNDS; round += 1) for (const [index, cwd] of folders.entries()) taken[index]?.push(cost(cwd));
    const [few, some, many] = taken.map(median);
    const bars = [
      ...ratio(`processor, one of ${SOME} / of ${FEW}`, few?.userMs, some?.userMs),
      ...ratio(`processor, one of ${MANY} / of ${FEW}`, few?.userMs, many?.userMs),
      ...ratio(`wall, one of ${MANY} / of ${FEW}`, few?.wallMs, many?.wallMs),
      shown(`  first run of ${MANY}, processor`, first[2]?.userMs),
    ];
    task.meta.bars = bars;
    expect(bars.filter(({ isMet }) => !isMet)).toEqual([]);
  });
}

const ROUNDS = 5;

interface Cost {
  readonly userMs: number;
  readonly wallMs: number;
}

/** Of a run of the built command in a process of its own, which says at its end what it took. */
const cost = (cwd: string): Cost => {
  const { PATH = "" } = process.env;
  const startedAt = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ["--import", ON_EXIT, CLI, "plan", "--offline", "--target", TARGET], { cwd, encoding: "utf8", env: { PATH, HOME: cwd } });
  const wallMs = performance.now() - startedAt;
  const userMs = Number(/^user (\d+)$/m.exec(stderr)?.[1]) / 1000;
  if (status !== 0 || Number.isNaN(userMs)) throw new Error(stderr);
  return { userMs, wallMs };
};

const ON_EXIT = `data:text/javascript,process.on("exit",()=>process.stderr.write("\\nuser "+process.cpuUsage().user+"\\n"))`;

const median = (costs: readonly Cost[]): Cost => {
  const middle = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
  return { userMs: middle(costs.map(({ userMs }) => userMs)), wallMs: middle(costs.map(({ wallMs }) => wallMs)) };
};

const ratio = (what: string, one = Number.NaN, other = Number.NaN): readonly JudgedBar[] => {
  const seen = Number((other / one).toFixed(2));
  return [{ what, seen, most: 2, isMet: seen < 2 }, shown("  ms, the small one", one), shown("  ms, the big one", other)];
};

const shown = (what: string, ms = Number.NaN): JudgedBar => ({ what, seen: Math.round(ms), most: Number.POSITIVE_INFINITY, isMet: true });

const folderWith = ({ yaml, others }: SizedConfiguration): string => {
  const folder = temporaryFolder();
  for (const [file, text] of Object.entries({ "chorus.config.yaml": yaml, ...others })) writeFileSync(join(folder, file), text);
  return folder;
};

/** The clients of the list, as structures of one account. */
const inYaml = (size: number): string => {
  const rows = clients(size).trimEnd().split("\n").slice(1);
  return direct(0).yaml.replace("qualification:\n", ["structures:", ...rows.map((row) => `  ${row.split(";", 2).join(": ")}`), ""].join("\n"));
};
