// Runs the tests on every Node that is supported: `npm run test:nodes -- --nodes 22,24 test/cli/journey.test.ts`. Binaries come
// from npm, into a folder of the machine's temporary ones that the next run finds again.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { arch, platform, tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const { values, positionals } = parseArgs({ allowPositionals: true, options: { nodes: { type: "string", default: "20.19.0,22,24" } } });
const ROOT = fileURLToPath(new URL("..", import.meta.url));
const VITEST = join(ROOT, "node_modules/vitest/vitest.mjs");

const binaryOf = (version) => {
  const folder = join(tmpdir(), "chorus-nodes", version);
  const name = `node-${platform() === "win32" ? "win" : platform()}-${arch()}`;
  const binary = join(folder, "node_modules", name, "bin", platform() === "win32" ? "node.exe" : "node");
  if (existsSync(binary)) return binary;
  const { status } = spawnSync("npm", ["install", "--prefix", folder, "--no-save", "--no-audit", "--no-fund", `${name}@${version}`], { stdio: ["ignore", "ignore", "inherit"] });
  if (status !== 0) throw new Error(`Node ${version} could not be had from npm`);
  return binary;
};

const failed = values.nodes.split(",").filter((version) => {
  const node = binaryOf(version);
  const said = spawnSync(node, ["--version"], { encoding: "utf8" }).stdout.trim();
  process.stdout.write(`\n== Node ${said}\n`);
  const variables = { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ""}` };
  return spawnSync(node, [VITEST, "run", ...positionals], { cwd: ROOT, stdio: "inherit", env: variables }).status !== 0;
});
if (failed.length > 0) process.stdout.write(`\nFailed on Node ${failed.join(", ")}\n`);
process.exitCode = failed.length > 0 ? 1 : 0;
