/** `npm run mutation -- <globs>`: changes what they name, one thing at a time, and tells what no test noticed. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import process from "node:process";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const STRYKER = fileURLToPath(new URL("node_modules/@stryker-mutator/core/bin/stryker.js", import.meta.url));
/** From an answer to a verdict: rows, which load with their module, and quick tests of their own. */
const TABLES = ["src/piste/classify.ts", "src/piste/retries.ts", "src/observe/verdicts.ts", "src/plan/settle.ts"];
const RULES = ["src/kinds/**/*.ts", "src/model/**/*.ts", "src/plan/**/*.ts"];

const change = (mutation, globs) => {
  if (globs.length === 0) return;
  const { status } = spawnSync(
    process.execPath,
    [STRYKER, "run", "test/mutation/stryker.config.mjs", "--mutate", globs.join(",")],
    { cwd: ROOT, stdio: "inherit", env: { ...process.env, MUTATION: mutation } },
  );
  if (status !== 0) process.exitCode = 1;
};

const globs = process.argv.slice(2);
const wanted = globs.length === 0 ? [...TABLES, ...RULES] : globs;
change("tables", wanted.filter((glob) => TABLES.includes(glob)));
const rules = wanted.filter((glob) => !TABLES.includes(glob));
change("rules", rules.length === 0 ? [] : [...rules, ...TABLES.map((file) => `!${file}`), "!src/**/*.gen.*"]);
