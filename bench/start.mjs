/**
 * What a run takes before it does anything: beside Node that runs nothing. `node bench/start.mjs [--rounds 21] [--json]`,
 * after `npm run build`. Exits 1 where a bar is missed.
 */
import { parseArgs } from "node:util";
import { CLI, inTurn, line, ROOT, tell } from "./measure.mjs";

const { values } = parseArgs({ options: { rounds: { type: "string", default: "21" }, json: { type: "boolean", default: false } } });

const BARS = { "--version": 1.3, "plan --offline": 2.5 };

const chorus = (...args) => ({ args: [CLI, ...args], cwd: ROOT });

const results = await inTurn(
  {
    node: { args: ["-e", "0"], cwd: ROOT, silent: true },
    "--version": chorus("--version"),
    "--help": chorus("--help"),
    validate: chorus("validate"),
    "plan --offline": chorus("plan", "--offline"),
  },
  Number(values.rounds),
);
const { node } = results;
const missed = Object.entries(BARS).flatMap(([name, most]) => (results[name].median / node.median > most ? [`${name}: more than ${most} × Node`] : []));
const lines = Object.entries(results).map(([name, one]) => line("start", name, one, { name: "node", ...node }));
tell({ lines, results, missed }, values.json);
