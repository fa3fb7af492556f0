/** `npm run mutation -- <globs>`: changes what they name, one thing at a time, and tells what no test noticed. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import process from "node:process";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const STRYKER = fileURLToPath(new URL("node_modules/@stryker-mutator/core/bin/stryker.js", import.meta.url));
/** The tables that make a verdict of an answer, and the folders of rules. */
const EVERYTHING = ["src/piste/classify.ts", "src/piste/retries.ts", "src/observe/verdicts.ts", "src/kinds/**/*.ts", "src/model/**/*.ts", "src/plan/**/*.ts"];

const globs = process.argv.slice(2);
const { status } = spawnSync(
  process.execPath,
  [STRYKER, "run", "test/mutation/stryker.config.mjs", "--mutate", (globs.length === 0 ? EVERYTHING : globs).join(",")],
  { cwd: ROOT, stdio: "inherit" },
);
process.exitCode = status ?? 1;
