// Runs the conformance suite: against a simulator of its own, or with CHORUS_CONFORMANCE_* against PISTE's sandbox.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import process from "node:process";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const vitest = fileURLToPath(new URL("../node_modules/vitest/vitest.mjs", import.meta.url));
const { status } = spawnSync(process.execPath, [vitest, "run", "--config", "vitest.conformance.config.ts"], { cwd: ROOT, stdio: "inherit" });
process.exitCode = status ?? 1;
