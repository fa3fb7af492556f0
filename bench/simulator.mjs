/**
 * How fast the simulator is, from outside: requests a second with many structures, start-up time, and whether memory
 * stays flat. `node bench/simulator.mjs [--structures 10000] [--requests 200000] [--json]`, after `npm run build`.
 * Exits 1 where a bar is missed.
 */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { Pool } from "undici";
import { CLI, ROOT } from "./measure.mjs";

const BARS = { perSecond: 1000, startMs: 300, growthMb: 20 };

const { values } = parseArgs({
  options: {
    structures: { type: "string", default: "10000" },
    requests: { type: "string", default: "200000" },
    json: { type: "boolean", default: false },
  },
});

/** The simulator as a process of its own, once its last line is printed. */
const simulate = async (args) => {
  const from = performance.now();
  const child = spawn(process.execPath, ["--expose-gc", CLI, "simulate", "--print-env", ...args], { cwd: ROOT, stdio: ["ignore", "pipe", "ignore"] });
  for await (const line of createInterface({ input: child.stdout })) {
    const [, url] = /^export CHORUS_SIMULATOR_URL=(.*)$/.exec(line) ?? [];
    if (url !== undefined) return { child, url, startMs: performance.now() - from };
  }
  throw new Error("The simulator did not start");
};

const stop = ({ child }) =>
  new Promise((resolve) => {
    child.once("exit", resolve);
    child.kill("SIGINT");
  });

const residentMb = ({ child }) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1]) / 1024;

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

const startUp = async (args) => {
  const times = [];
  for (let count = 0; count < 7; count += 1) {
    const simulator = await simulate(args);
    times.push(simulator.startMs);
    await stop(simulator);
  }
  return Math.round(median(times));
};

/** What Node itself takes here, now: on a busy machine every start-up time grows by the same factor. */
const bareNode = async () => {
  const times = [];
  for (let count = 0; count < 7; count += 1) {
    const from = performance.now();
    await new Promise((resolve) => spawn(process.execPath, ["-e", "0"]).once("exit", resolve));
    times.push(performance.now() - from);
  }
  return Math.round(median(times));
};

/** The first application and account of production that may call everything. */
const callerOf = async (pool) => {
  const scenario = await json(await pool.request({ path: "/admin/scenario", method: "GET" }));
  const { applications, comptesTechniques, structures } = scenario.environments.production;
  const application = Object.values(applications).find(({ apis, active }) => apis.includes("structures") && active !== false);
  const form = new URLSearchParams({ grant_type: "client_credentials", client_id: application.clientId, client_secret: application.clientSecret });
  const { access_token: token } = await json(await pool.request({
    path: TOKEN_PATH, method: "POST", headers: { "content-type": "application/x-www-form-urlencoded" }, body: String(form),
  }));
  const now = Date.now();
  const [login, { motDePasse }] = Object.entries(comptesTechniques).find(([, one]) => {
    const changedAt = Date.parse(one.motDePasseChangeLe);
    return now - changedAt < 400 * 86_400_000 && (one.creeLe === undefined || now - Date.parse(one.creeLe) > 3_600_000);
  });
  const headers = {
    authorization: `Bearer ${token}`,
    "cpro-account": Buffer.from(`${login}:${motDePasse}`).toString("base64"),
    "content-type": "application/json",
  };
  return { headers, form: String(form), apis: application.apis, identifiers: Object.keys(structures) };
};

const json = async ({ statusCode, body }) => {
  const text = await body.text();
  if (statusCode !== 200) throw new Error(`${statusCode} ${text}`);
  return JSON.parse(text);
};

const TOKEN_PATH = "/production/api/oauth/token";

/** What Chorus and its neighbours ask, with their weight in the mixture. */
const OPERATIONS = [
  { name: "token", weight: 1, path: TOKEN_PATH, type: "application/x-www-form-urlencoded", body: ({ form }) => form },
  { name: "structures/rechercher, one", weight: 6, path: "/production/cpro/structures/v1/rechercher", body: (caller, n) => ({ structure: { identifiantStructure: at(caller, n) } }) },
  { name: "structures/rechercher, all", weight: 1, path: "/production/cpro/structures/v1/rechercher", body: (_, n) => ({ parametres: { pageResultatDemandee: 1 + (n % 500) } }) },
  { name: "structures/rechercher, by name", weight: 1, path: "/production/cpro/structures/v1/rechercher", body: (_, n) => ({ structure: { raisonSocialeStructure: String(n % 100) } }) },
  { name: "rattachements", weight: 2, path: "/production/cpro/utilisateurs/v1/monCompte/recuperer/rattachements", body: () => ({}) },
  { name: "structures actives", weight: 2, path: "/production/cpro/transverses/v1/recuperer/structures/actives/fournisseur", body: () => ({}) },
  { name: "factures/rechercher", weight: 1, path: "/production/cpro/factures/v1/rechercher/fournisseur", body: () => ({}) },
];

const at = ({ identifiers }, n) => identifiers[n % identifiers.length];

/** `count` requests, 32 at a time; the time they took, and how many were answered by each status. */
const load = async (pool, caller, operations, count) => {
  const turns = operations.flatMap((operation) => Array.from({ length: operation.weight }, () => operation));
  const statuses = {};
  let sent = 0;
  const worker = async () => {
    while (sent < count) {
      const n = sent;
      sent += 1;
      const { path, type, body } = turns[n % turns.length];
      const content = body(caller, n);
      const answer = await pool.request({
        path, method: "POST",
        headers: { ...caller.headers, ...(type === undefined ? {} : { "content-type": type }) },
        body: typeof content === "string" ? content : JSON.stringify(content),
      });
      await answer.body.dump();
      statuses[answer.statusCode] = (statuses[answer.statusCode] ?? 0) + 1;
    }
  };
  const from = performance.now();
  await Promise.all(Array.from({ length: 32 }, worker));
  return { perSecond: Math.round((count / (performance.now() - from)) * 1000), statuses };
};

const results = { bareNodeMs: await bareNode(), startMs: {}, perSecond: {}, memoryMb: [] };
results.startMs["examples/simulation/empty.yaml"] = await startUp(["examples/simulation/empty.yaml"]);
results.startMs["--seed 1 --structures 100"] = await startUp(["--seed", "1", "--structures", "100"]);

const simulator = await simulate(["--seed", "1", "--structures", values.structures]);
results.startMs[`--seed 1 --structures ${values.structures}`] = Math.round(simulator.startMs);
const pool = new Pool(simulator.url, { connections: 32 });
try {
  const caller = await callerOf(pool);
  await load(pool, caller, OPERATIONS, 200);
  for (const operation of OPERATIONS) results.perSecond[operation.name] = await load(pool, caller, [operation], 300);
  const total = Number(values.requests);
  const parts = 8;
  results.memoryMb.push(Math.round(residentMb(simulator)));
  const rates = [];
  for (let part = 0; part < parts; part += 1) {
    rates.push(await load(pool, caller, OPERATIONS, total / parts));
    results.memoryMb.push(Math.round(residentMb(simulator)));
  }
  results.perSecond.mixture = { perSecond: median(rates.map(({ perSecond }) => perSecond)), statuses: rates.at(-1).statuses };
} finally {
  await pool.close();
  await stop(simulator);
}

// The log of the last requests fills up in the first quarter; what counts is what comes after.
const settled = results.memoryMb.slice(Math.ceil(results.memoryMb.length / 2));
const growthMb = settled.at(-1) - settled[0];
const missed = [
  ...(results.perSecond.mixture.perSecond < BARS.perSecond ? [`mixture: less than ${BARS.perSecond} requests a second`] : []),
  ...Object.entries(results.startMs).slice(0, 2).filter(([, ms]) => ms >= BARS.startMs).map(([name]) => `${name}: ${BARS.startMs} ms or more`),
  ...(growthMb > BARS.growthMb ? [`memory: ${growthMb} MB more in the second half`] : []),
];
if (values.json) console.log(JSON.stringify({ ...results, growthMb, missed }, undefined, 2));
else {
  console.log(`start-up   ${String(results.bareNodeMs).padStart(7)} ms     node alone`);
  for (const [name, ms] of Object.entries(results.startMs)) console.log(`start-up   ${String(ms).padStart(7)} ms     ${name}`);
  for (const [name, { perSecond, statuses }] of Object.entries(results.perSecond)) console.log(`load       ${String(perSecond).padStart(7)} req/s  ${name} ${JSON.stringify(statuses)}`);
  console.log(`memory     ${results.memoryMb.join(" → ")} MB resident, every ${Number(values.requests) / 8} requests; ${growthMb} MB in the second half`);
  console.log(missed.length === 0 ? "every bar is met" : missed.join("\n"));
}
if (missed.length > 0) process.exitCode = 1;
