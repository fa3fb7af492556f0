/**
 * What `chorus plan` takes with many clients, against a simulator in a process of its own: peak memory, the first line on
 * the screen, the whole. `node bench/observe.mjs [--clients 10000] [--topologies direct,concentrateur,editeur] [--json]`,
 * after `npm run build`. Exits 1 where a bar is missed.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createReadStream, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import { CLI, ROOT } from "./measure.mjs";

const BARS = { residentMb: 250, firstLineMs: 1000 };
/** Over all applications: a cap of the product's. */
const ALL_PER_SECOND = 200;
const SEED = 7;

const { values } = parseArgs({
  options: {
    clients: { type: "string", default: "10000" },
    topologies: { type: "string", default: "direct,concentrateur,editeur" },
    json: { type: "boolean", default: false },
  },
});

const folder = mkdtempSync(join(tmpdir(), "chorus-bench-"));

/** The configuration of a generated world, from the simulator's own sources. */
const configurationOf = async (options) => {
  const outfile = join(folder, "configuration-of.mjs");
  await build({ entryPoints: [join(ROOT, "src/simulator/generate/configuration-of.ts")], outfile, bundle: true, platform: "node", format: "esm", logLevel: "silent" });
  const generator = await import(pathToFileURL(outfile).href);
  return generator.configurationOf(options);
};

/** The pace is not what is measured: an application that everything goes through gets as much as there is. */
const unhurried = (yaml) =>
  yaml.replace(/^application: (.*)$/m, "application: { production: $1, quota: 1000/s, part: 100% }");

/** With structures of one's own, production is enough: the generator has as many in qualification. */
const productionOnly = (yaml) => yaml.replace(/^qualification:\n( {2}.*\n)*/m, "");

const prepare = async (topology) => {
  const files = await configurationOf({ seed: SEED, structures: Number(values.clients), topology });
  const yaml = unhurried(files["chorus.config.yaml"]);
  const written = { ...files, "chorus.config.yaml": topology === "direct" ? productionOnly(yaml) : yaml };
  for (const [file, text] of Object.entries(written)) writeFileSync(join(folder, file), text);
};

const simulate = async (topology, log) => {
  const args = ["--seed", String(SEED), "--structures", values.clients, "--topology", topology, "--log", log, "--print-env"];
  const child = spawn(process.execPath, [CLI, "simulate", ...args], { stdio: ["ignore", "pipe", "ignore"] });
  const variables = {};
  for await (const line of createInterface({ input: child.stdout })) {
    const [, name, value] = /^export (\w+)=(.*)$/.exec(line) ?? [];
    if (name !== undefined) variables[name] = value;
    if (name === "CHORUS_TRUST") return { child, variables };
  }
  throw new Error("The simulator did not start");
};

const plan = async (variables) => {
  const from = performance.now();
  const child = spawn(process.execPath, ["--require", join(ROOT, "bench/peak.cjs"), CLI, "plan"], {
    cwd: folder,
    env: { ...process.env, ...variables },
    stdio: ["ignore", "pipe", "pipe", "pipe"],
  });
  let firstLineMs;
  let bytes = 0;
  let said = "";
  let used = "";
  const see = (data) => {
    firstLineMs ??= performance.now() - from;
    bytes += data.length;
  };
  child.stdout.on("data", see);
  child.stderr.on("data", (data) => {
    see(data);
    said = (said + data).slice(0, 2000);
  });
  child.stdio[3].on("data", (data) => { used += data; });
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error(`chorus plan ended with ${code}: ${said}`);
  const { mb, cpuMs } = JSON.parse(used);
  return { firstLineMs: Math.round(firstLineMs), ms: Math.round(performance.now() - from), residentMb: Math.round(mb), cpuMs: Math.round(cpuMs), bytes };
};

/** How many the simulator saw, and the most of them in any second. */
const readLog = async (log) => {
  const times = [];
  for await (const line of createInterface({ input: createReadStream(log) })) times.push(Date.parse(JSON.parse(line).time));
  times.sort((a, b) => a - b);
  let most = 0;
  let from = 0;
  for (const [index, at] of times.entries()) {
    while (at - times[from] >= 1000) from += 1;
    most = Math.max(most, index - from + 1);
  }
  return { requests: times.length, mostInASecond: most };
};

const measure = async (topology) => {
  await prepare(topology);
  const log = join(folder, `${topology}.jsonl`);
  const simulator = await simulate(topology, log);
  try {
    return { ...(await plan(simulator.variables)), ...(await readLog(log)) };
  } finally {
    const ended = once(simulator.child, "exit");
    simulator.child.kill("SIGINT");
    await ended;
    rmSync(join(folder, ".chorus"), { recursive: true, force: true });
  }
};

/** What Node itself takes here, now: on a busy machine the first line comes later by the same factor. */
const bareNodeMs = async () => {
  const from = performance.now();
  await once(spawn(process.execPath, ["-e", "0"]), "exit");
  return Math.round(performance.now() - from);
};

const results = {};
try {
  if (!values.json) console.log(`node alone     ${await bareNodeMs()} ms`);
  for (const topology of values.topologies.split(",")) {
    results[topology] = await measure(topology);
    if (!values.json) {
      const { firstLineMs, ms, residentMb, cpuMs, requests, mostInASecond } = results[topology];
      const least = Math.round(requests / ALL_PER_SECOND);
      console.log(`${topology.padEnd(14)} first line ${firstLineMs} ms  ${residentMb} MB  ${requests} requests, ${mostInASecond} in a second  ${Math.round(ms / 1000)} s (pace alone ${least} s)  ${Math.round(cpuMs / 1000)} s of processor`);
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

const missed = Object.entries(results).flatMap(([topology, { firstLineMs, residentMb }]) => [
  ...(firstLineMs >= BARS.firstLineMs ? [`${topology}: the first line after ${BARS.firstLineMs} ms or more`] : []),
  ...(residentMb >= BARS.residentMb ? [`${topology}: ${BARS.residentMb} MB or more`] : []),
]);
if (values.json) console.log(JSON.stringify({ results, missed }, undefined, 2));
else console.log(missed.length === 0 ? "every bar is met" : missed.join("\n"));
if (missed.length > 0) process.exitCode = 1;
