/**
 * How long `chorus plan --offline` takes over 10,000 structures of which everything is recorded and nothing is to do,
 * beside Alchemy over as many resources that did not change; and how it grows to 100,000.
 * `node bench/plan.mjs [--rounds 7] [--json]`, after `npm run build` and `npm install` in bench/. Exits 1 where a bar is missed.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { configuration } from "./configuration.mjs";
import { BENCH, CLI, inTurn, line, run, tell } from "./measure.mjs";
import { recordedState } from "./recorded.mjs";

const { values } = parseArgs({ options: { rounds: { type: "string", default: "7" }, json: { type: "boolean", default: false } } });

const [SMALL, LARGE] = [10_000, 100_000];
const BARS = { ratio: 1, residentMb: 250, growth: 11, largeMb: 1500 };

const folder = mkdtempSync(join(tmpdir(), "chorus-bench-"));

/** A folder in which everything is in order. */
const recorded = async (structures) => {
  const cwd = join(folder, String(structures));
  mkdirSync(cwd);
  const entry = join(cwd, "chorus.config.yaml");
  writeFileSync(entry, configuration(structures));
  writeFileSync(join(cwd, "chorus.state.jsonl"), await recordedState(entry, Date.now(), folder));
  const plan = { args: [CLI, "plan", "--offline", "--detailed-exitcode"], cwd };
  // It ends with 0 where no step remains and everything is proven: what is measured is that.
  await run(plan);
  return plan;
};

const alchemy = async () => {
  const peer = { args: [join(BENCH, "alchemy-resources.mjs")], cwd: folder, variables: { RESOURCES: String(SMALL) } };
  // The first run makes the resources.
  await run(peer);
  return peer;
};

try {
  const results = { [SMALL]: await inTurn({ chorus: await recorded(SMALL), alchemy: await alchemy() }, Number(values.rounds)), [LARGE]: await inTurn({ chorus: await recorded(LARGE) }, 3) };
  const [small, large] = [results[SMALL], results[LARGE]];
  const growth = large.chorus.median / small.chorus.median;
  const missed = [
    ...(small.chorus.median / small.alchemy.median > BARS.ratio ? [`${SMALL} structures: slower than Alchemy`] : []),
    ...(small.chorus.residentMb >= BARS.residentMb ? [`${SMALL} structures: ${BARS.residentMb} MB or more`] : []),
    ...(growth > BARS.growth ? [`${LARGE} structures: more than ${BARS.growth} times as long as ${SMALL}`] : []),
    ...(large.chorus.residentMb > BARS.largeMb ? [`${LARGE} structures: more than ${BARS.largeMb} MB`] : []),
  ];
  const lines = [
    ...Object.entries(small).map(([name, one]) => line(`${SMALL} recorded`, name, one, { name: "alchemy", ...small.alchemy })),
    line(`${LARGE} recorded`, "chorus", large.chorus),
    `${LARGE} structures take ${growth.toFixed(1)} times as long as ${SMALL}`,
  ];
  tell({ lines, results, missed }, values.json);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
