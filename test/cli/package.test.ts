import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it, onTestFinished } from "vitest";
import { DIRECT } from "../support/direct.ts";
import { ROOT } from "./support.ts";

const run = promisify(execFile);

it("is a package that works where only it is installed", { timeout: 120_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), "chorus-pack-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const packed = await run("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", folder], { cwd: ROOT });
  const [{ filename, files }] = JSON.parse(packed.stdout) as [{ filename: string; files: { path: string }[] }];
  const paths = files.map(({ path }) => path);
  expect(paths.filter((path) => !/^(dist\/|schemas\/|package\.json|README\.md|LICENSE)/.test(path))).toEqual([]);
  expect(paths).toContain("dist/cli.js");
  expect(paths).toContain("schemas/config.schema.json");

  await writeFile(join(folder, "package.json"), "{}");
  await run("npm", ["install", "--offline", "--no-audit", "--no-fund", join(folder, filename)], { cwd: folder });
  expect(await readdir(join(folder, "node_modules"))).toEqual([".bin", ".package-lock.json", "chorus-as-code"]);
  const chorus = join(folder, "node_modules/.bin/chorus");
  const { version } = JSON.parse(await readFile(join(ROOT, "package.json"), "utf8")) as { version: string };
  expect((await run(chorus, ["--version"], { cwd: folder })).stdout).toBe(`${version}\n`);
  await writeFile(join(folder, "chorus.config.yaml"), DIRECT);
  expect((await run(chorus, ["validate"], { cwd: folder })).stdout).toContain("valid");
  expect((await run(chorus, ["plan", "--offline", "--format", "json"], { cwd: folder })).stdout).toContain('"chorus-plan"');
});
