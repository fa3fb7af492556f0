/** `npm run mutation -- <globs>`: changes what they name, one thing at a time, and tells what no test noticed. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import process from "node:process";
import { forgetOtherTests } from "./forget.mjs";
import { judge } from "./judge.mjs";
import { PARTS, partOf } from "./parts.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const STRYKER = fileURLToPath(new URL("node_modules/@stryker-mutator/core/bin/stryker.js", import.meta.url));

/** Prints what no one has judged yet, and which judgements are of no use any more; true where there is neither. */
const tellSurvivors = async (part) => {
  const files = await judge(part);
  const lines = files.flatMap(({ file, strange, gone }) => [
    ...strange.map(({ line, change }) => `${file}:${line} survives, not judged: ${change}`),
    ...gone.map((change) => `${file} judged, but noticed by now: ${change}`),
  ]);
  const whole = lines.length === 0;
  const end = whole ? `${part}: each survivor is judged.` : `Judge them in test/mutation/judged/${part}.yaml, or write the test that lacks.`;
  process.stdout.write(`${[...lines, end].join("\n")}\n`);
  return whole;
};

const globs = process.argv.slice(2);
const strange = globs.filter((glob) => partOf(glob) === undefined);
if (strange.length > 0) throw new Error(`in no part of test/mutation/parts.mjs: ${strange.join(", ")}`);

for (const [part, { files }] of Object.entries(PARTS)) {
  const wanted = globs.length === 0 ? files : globs.filter((glob) => partOf(glob) === part);
  if (wanted.length === 0) continue;
  // A file of another part may lie where a glob looks.
  const others = Object.values(PARTS).flatMap((other) => (other.files === files ? [] : other.files.filter((file) => !file.includes("*"))));
  await forgetOtherTests(part, ROOT);
  const { status } = spawnSync(
    process.execPath,
    [STRYKER, "run", "test/mutation/stryker.config.mjs", "--mutate", [...wanted, ...others.map((file) => `!${file}`)].join(",")],
    { cwd: ROOT, stdio: "inherit", env: { ...process.env, MUTATION: part } },
  );
  if (status !== 0) process.exitCode = 1;
  else if (!(await tellSurvivors(part))) process.exitCode = 1;
}
