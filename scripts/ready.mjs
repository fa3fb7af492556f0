// Makes a fresh clone ready to run: installs what is missing, then builds what is older than its sources.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import process from "node:process";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));

const isInstalled = () => {
  if (!existsSync("node_modules/.package-lock.json")) return false;
  const wanted = JSON.parse(readFileSync("package-lock.json", "utf8")).packages;
  const found = JSON.parse(readFileSync("node_modules/.package-lock.json", "utf8")).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === "" || optional === true || found[path]?.version === version,
  );
};

if (!isInstalled()) {
  // Where npm installs Chorus globally from Git, it would have all of npm mean that.
  const { npm_config_global: _global, ...env } = process.env;
  const { status } = spawnSync("npm", ["ci", "--no-audit", "--no-fund"], { stdio: "inherit", env, shell: process.platform === "win32" });
  if (status !== 0) process.exit(status ?? 1);
}
const { build } = await import("./build.mjs");
await build();
