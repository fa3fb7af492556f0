/** `npm run mutation -- <globs>`: changes what they name, one thing at a time, and tells what no test noticed. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import process from "node:process";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const STRYKER = fileURLToPath(new URL("node_modules/@stryker-mutator/core/bin/stryker.js", import.meta.url));
/** What is changed together, against the tests that `vitest.config.ts` has for it. */
const PARTS = {
  // From an answer to a verdict: rows, which load with their module.
  tables: ["src/piste/classify.ts", "src/piste/retries.ts", "src/observe/verdicts.ts", "src/plan/settle.ts"],
  model: ["src/model/*.ts"],
  where: ["src/plan/where/*.ts"],
  report: ["src/plan/report/*.ts"],
  review: ["src/plan/review/*.ts", "src/plan/drift/*.ts"],
  kinds: ["src/kinds/*.ts", "src/kinds/pieces/*.ts"],
  rules: ["src/plan/*.ts", "src/plan/deadlines/*.ts"],
};

const globs = process.argv.slice(2);
for (const [part, all] of Object.entries(PARTS)) {
  const others = Object.entries(PARTS).flatMap(([other, files]) => (other === part ? [] : files.filter((file) => !file.includes("*"))));
  const wanted = globs.length === 0 ? all : globs.filter((glob) => part === partOf(glob));
  if (wanted.length === 0) continue;
  const { status } = spawnSync(
    process.execPath,
    [STRYKER, "run", "test/mutation/stryker.config.mjs", "--mutate", [...wanted, ...others.map((file) => `!${file}`)].join(",")],
    { cwd: ROOT, stdio: "inherit", env: { ...process.env, MUTATION: part } },
  );
  if (status !== 0) process.exitCode = 1;
}

/** A file, or a glob of files that lie together. */
function partOf(glob) {
  const folder = (file) => file.slice(0, file.lastIndexOf("/"));
  const found = Object.entries(PARTS).find(([, files]) => files.some((file) => file === glob || (file.includes("*") && folder(file) === folder(glob))));
  return found?.[0] ?? "rules";
}
