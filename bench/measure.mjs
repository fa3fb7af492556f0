/** Processes of their own, run in turn so that a busy moment of the machine falls on all of them. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("..", import.meta.url));
export const BENCH = join(ROOT, "bench");
export const CLI = join(ROOT, "dist/cli.js");

/**
 * @param commands by name, each what Node runs and where: `{ args, cwd, variables }`
 * @returns by name, its summary over the rounds
 */
export const inTurn = async (commands, rounds) => {
  const runs = Object.fromEntries(Object.keys(commands).map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, command] of Object.entries(commands)) runs[name].push(await run(command));
  }
  return Object.fromEntries(Object.entries(runs).map(([name, all]) => [name, summary(all)]));
};

/** From start to end, the time of its processors, and the peak of its memory. Fails where it fails, or says nothing. */
export const run = ({ args, cwd = BENCH, variables = {}, silent = false }) =>
  new Promise((resolve, reject) => {
    const from = performance.now();
    const child = spawn(process.execPath, ["--require", join(BENCH, "peak.cjs"), ...args], {
      cwd,
      env: { ...process.env, ...variables },
      stdio: ["ignore", "pipe", "pipe", "pipe"],
    });
    let said = "";
    let used = "";
    child.stdout.on("data", (data) => { said = (said + data).slice(-100_000); });
    child.stderr.on("data", (data) => { said = (said + data).slice(-100_000); });
    child.stdio[3].on("data", (data) => { used += data; });
    child.once("close", (code) => {
      if (code !== 0 || (said === "" && !silent)) reject(new Error(`${args.join(" ")} ended with ${code}: ${said.slice(0, 500)}`));
      else resolve({ ms: performance.now() - from, said, ...JSON.parse(used) });
    });
  });

const summary = (runs) => {
  const times = sorted(runs.map(({ ms }) => ms));
  const cpu = sorted(runs.map(({ cpuMs }) => cpuMs));
  const residentMb = Math.round(Math.max(...runs.map(({ mb }) => mb)));
  return { min: times[0], median: middle(times), max: times.at(-1), cpu: middle(cpu), residentMb };
};

const sorted = (numbers) => numbers.map(Math.round).toSorted((a, b) => a - b);

const middle = (numbers) => numbers[Math.floor(numbers.length / 2)];

/** A line of a table: times, beside another's, processor, memory. */
export const line = (what, name, { min, median, max, cpu, residentMb }, beside) => {
  const times = [min, median, max].map((ms) => String(ms).padStart(6)).join(" ");
  const ratio = beside === undefined ? "" : `${(median / beside.median).toFixed(2).padStart(6)} × ${beside.name}`;
  return `${what.padEnd(20)} ${name.padEnd(18)} ${times} ms (min, median, max)  ${String(cpu).padStart(6)} ms of processor  ${String(residentMb).padStart(5)} MB ${ratio}`;
};

/** Says what was missed, and ends with 1 where something was. */
export const tell = ({ lines, results, missed }, asJson) => {
  console.log(asJson ? JSON.stringify({ results, missed }, undefined, 2) : [...lines, missed.length === 0 ? "every bar is met" : `missed: ${missed.join("; ")}`].join("\n"));
  if (missed.length > 0) process.exitCode = 1;
};
