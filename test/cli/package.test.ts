import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it, onTestFinished } from "vitest";
import { DIRECT } from "../support/direct.ts";
import { ROOT } from "./support.ts";

/** Whoever installs it has its types: the wrong use is an error. */
const PROGRAM = `
import { plan, type PlanDocument } from "chorus-as-code";
// @ts-expect-error there is no such option
plan({ config: "chorus.config.yaml", ofline: true }).catch(() => undefined);
const { format, offline }: PlanDocument = await plan({ config: "chorus.config.yaml", offline: true });
console.log(format, offline);
`;

const run = promisify(execFile);

it("is a package that works where only it is installed", { timeout: 120_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), "chorus-pack-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const packed = await run("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", folder], { cwd: ROOT });
  const [{ filename, files }] = JSON.parse(packed.stdout) as [{ filename: string; files: { path: string }[] }];
  const paths = files.map(({ path }) => path);
  expect(paths.filter((path) => !/^(dist\/|schemas\/|package\.json|README\.md|LICENSE|action\.yml|scripts\/github-comment\.mjs)/.test(path))).toEqual([]);
  expect(paths).toContain("dist/cli.js");
  // A workflow runs the action out of the package that it installed.
  expect(paths).toEqual(expect.arrayContaining(["schemas/config.schema.json", "action.yml", "scripts/github-comment.mjs"]));

  await writeFile(join(folder, "package.json"), "{}");
  await run("npm", ["install", "--offline", "--no-audit", "--no-fund", join(folder, filename)], { cwd: folder });
  expect(await readdir(join(folder, "node_modules"))).toEqual([".bin", ".package-lock.json", "chorus-as-code"]);
  const chorus = join(folder, "node_modules/.bin/chorus");
  const { version } = JSON.parse(await readFile(join(ROOT, "package.json"), "utf8")) as { version: string };
  expect((await run(chorus, ["--version"], { cwd: folder })).stdout).toBe(`${version}\n`);
  await writeFile(join(folder, "chorus.config.yaml"), DIRECT);
  expect((await run(chorus, ["validate"], { cwd: folder })).stdout).toContain("valid");
  await writeFile(join(folder, "program.mts"), PROGRAM);
  const tsc = [join(ROOT, "node_modules/typescript/bin/tsc"), "--strict", "--module", "nodenext", "--target", "es2023", "--types", "node", "--typeRoots", join(ROOT, "node_modules/@types"), "program.mts"];
  await run(process.execPath, tsc, { cwd: folder });
  expect((await run(process.execPath, ["program.mjs"], { cwd: folder })).stdout).toBe("chorus-plan true\n");
  expect((await run(chorus, ["plan", "--offline", "--format", "json"], { cwd: folder })).stdout).toContain('"chorus-plan"');
});
