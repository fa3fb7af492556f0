/** Every bench, one after the other, as `npm run bench`. Exits 1 where one missed a bar. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import process from "node:process";
import { BENCH } from "./measure.mjs";

/** The slowest last: it asks a simulator for minutes. */
const BENCHES = ["start", "validate", "plan", "simulator", "observe"];

for (const name of BENCHES) {
  console.log(`\n${name}`);
  const { status } = spawnSync(process.execPath, [join(BENCH, `${name}.mjs`)], { stdio: "inherit" });
  if (status !== 0) process.exitCode = 1;
}
