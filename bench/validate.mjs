/**
 * How long `chorus validate` takes on one large file, beside ajv-cli on the same file and schema.
 * `node bench/validate.mjs [--rounds 9] [--json]`, after `npm run build` and `npm install` in bench/. Exits 1 where a
 * bar is missed.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { configuration } from "./configuration.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const BENCH = join(ROOT, "bench");
const BARS = { ratio: 1, growth: 11, residentMb: 1500 };
const [SMALL, LARGE] = [10_000, 100_000];

const { values } = parseArgs({
  options: { rounds: { type: "string", default: "9" }, json: { type: "boolean", default: false } },
});

const COMMANDS = {
  chorus: (file) => [join(ROOT, "dist/cli.js"), "validate", "--config", file],
  "ajv-cli": (file) => [join(BENCH, "node_modules/ajv-cli/dist/index.js"), "validate", "--strict=false", "-s", join(ROOT, "schemas/config.schema.json"), "-d", file],
  // What reading alone takes: no schema, no rules.
  "js-yaml": (file) => ["--input-type=module", "-e", READ_ALONE, file],
};

const READ_ALONE = `
import { readFileSync } from "node:fs";
import { FAILSAFE_SCHEMA, load } from "js-yaml";
load(readFileSync(process.argv[1], "utf8"), { schema: FAILSAFE_SCHEMA });`;

/** One run as a process of its own: from start to end, the time of its processors, and the peak of its memory. */
const run = (args) =>
  new Promise((resolve, reject) => {
    const from = performance.now();
    const child = spawn(process.execPath, ["--require", join(BENCH, "peak.cjs"), ...args], { cwd: BENCH, stdio: ["ignore", "pipe", "pipe", "pipe"] });
    let said = "";
    let used = "";
    child.stdout.on("data", (data) => { said += data; });
    child.stderr.on("data", (data) => { said += data; });
    child.stdio[3].on("data", (data) => { used += data; });
    child.once("close", (code) => {
      if (code !== 0) reject(new Error(`${args.join(" ")} ended with ${code}: ${said.slice(0, 500)}`));
      else resolve({ ms: performance.now() - from, ...JSON.parse(used) });
    });
  });

/** Each command in turn, so that a busy moment of the machine falls on all of them. */
const measure = async (file, rounds) => {
  const runs = Object.fromEntries(Object.keys(COMMANDS).map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, command] of Object.entries(COMMANDS)) runs[name].push(await run(command(file)));
  }
  return Object.fromEntries(Object.entries(runs).map(([name, all]) => [name, summary(all)]));
};

const summary = (runs) => {
  const times = sorted(runs.map(({ ms }) => ms));
  const cpu = sorted(runs.map(({ cpuMs }) => cpuMs));
  const residentMb = Math.round(Math.max(...runs.map(({ mb }) => mb)));
  return { min: times[0], median: middle(times), max: times.at(-1), cpu: middle(cpu), residentMb };
};

const sorted = (numbers) => numbers.map(Math.round).toSorted((a, b) => a - b);

const middle = (numbers) => numbers[Math.floor(numbers.length / 2)];

const folder = mkdtempSync(join(tmpdir(), "chorus-bench-"));
const results = {};
try {
  for (const [count, rounds] of [[SMALL, Number(values.rounds)], [LARGE, Math.ceil(Number(values.rounds) / 3)]]) {
    const file = join(folder, `${count}.yaml`);
    writeFileSync(file, configuration(count));
    results[count] = await measure(file, rounds);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

const [small, large] = [results[SMALL], results[LARGE]];
const ratio = small.chorus.median / small["ajv-cli"].median;
const growth = large.chorus.median / small.chorus.median;
const missed = [
  ...(ratio > BARS.ratio ? [`${SMALL} structures: slower than ajv-cli`] : []),
  ...(growth > BARS.growth ? [`${LARGE} structures: more than ${BARS.growth} times as long as ${SMALL}`] : []),
  ...(large.chorus.residentMb > BARS.residentMb ? [`${LARGE} structures: more than ${BARS.residentMb} MB`] : []),
];
if (values.json) console.log(JSON.stringify({ results, ratio, growth, missed }, undefined, 2));
else {
  for (const [count, commands] of Object.entries(results)) {
    for (const [name, { min, median, max, cpu, residentMb }] of Object.entries(commands)) {
      const times = [min, median, max].map((ms) => String(ms).padStart(6)).join(" ");
      const beside = (median / commands["ajv-cli"].median).toFixed(2);
      console.log(`${count.padStart(6)}  ${name.padEnd(8)} ${times} ms (min, median, max)  ${beside} × ajv-cli  ${String(cpu).padStart(6)} ms of processor  ${String(residentMb).padStart(5)} MB`);
    }
  }
  console.log(`${LARGE} structures take chorus ${growth.toFixed(1)} times as long as ${SMALL}`);
  console.log(missed.length === 0 ? "every bar is met" : missed.join("\n"));
}
if (missed.length > 0) process.exitCode = 1;
