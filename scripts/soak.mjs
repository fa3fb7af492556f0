// Runs the long tests: worlds under faults, what runs over thousands of clients cost, runs that are killed. `npm run soak -- --worlds 50`.
import { spawnSync } from "node:child_process";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    worlds: { type: "string", default: "1000" },
    /** Of the first world: to see one again. */
    seed: { type: "string", default: "1" },
    /** Structures or clients, for what runs cost. */
    sizes: { type: "string", default: "1000,10000" },
    /** Of runs that write the state, on each place where it may be kept. */
    kills: { type: "string", default: "500" },
  },
});
const ROOT = fileURLToPath(new URL("..", import.meta.url));
const vitest = fileURLToPath(new URL("../node_modules/vitest/vitest.mjs", import.meta.url));
const { status } = spawnSync(process.execPath, [vitest, "run", "--config", "vitest.soak.config.ts", ...positionals], {
  cwd: ROOT,
  stdio: "inherit",
  env: { ...process.env, CHORUS_SOAK_WORLDS: values.worlds, CHORUS_SOAK_SEED: values.seed, CHORUS_SOAK_SIZES: values.sizes, CHORUS_SOAK_KILLS: values.kills },
});
process.exitCode = status ?? 1;
