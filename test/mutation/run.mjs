/** `npm run mutation -- <globs>`: changes what they name, one thing at a time, and tells what no test noticed. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import process from "node:process";
import { PARTS, partOf } from "./parts.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const STRYKER = fileURLToPath(new URL("node_modules/@stryker-mutator/core/bin/stryker.js", import.meta.url));

const globs = process.argv.slice(2);
const strange = globs.filter((glob) => partOf(glob) === undefined);
if (strange.length > 0) throw new Error(`in no part of test/mutation/parts.mjs: ${strange.join(", ")}`);

for (const [part, { files }] of Object.entries(PARTS)) {
  const wanted = globs.length === 0 ? files : globs.filter((glob) => partOf(glob) === part);
  if (wanted.length === 0) continue;
  // A file of another part may lie where a glob looks.
  const others = Object.values(PARTS).flatMap((other) => (other.files === files ? [] : other.files.filter((file) => !file.includes("*"))));
  const { status } = spawnSync(
    process.execPath,
    [STRYKER, "run", "test/mutation/stryker.config.mjs", "--mutate", [...wanted, ...others.map((file) => `!${file}`)].join(",")],
    { cwd: ROOT, stdio: "inherit", env: { ...process.env, MUTATION: part } },
  );
  if (status !== 0) process.exitCode = 1;
}
