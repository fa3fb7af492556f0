import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { configurationOf } from "../../src/simulator/generate/configuration-of.ts";
import { generateWorld } from "../../src/simulator/generate/generate-world.ts";
import { chorus, onPath, practise, readLines } from "./support.ts";

/** Two people onboard fifty clients each, on branches of one repository: Git merges them without a manual edit. */

const ATTRIBUTES = ["chorus.state.jsonl merge=chorus-state", "clients.csv merge=union", "chorus.requests.jsonl merge=union", ""].join("\n");

const folder = async (): Promise<string> => {
  const made = await mkdtemp(join(tmpdir(), "chorus-merge-"));
  onTestFinished(() => rm(made, { recursive: true, force: true }));
  return made;
};

it("merges two branches that each onboard fifty clients, state and journal included", async () => {
  const generated = { seed: 11, structures: 101, topology: "concentrateur", now: Date.now() } as const;
  const { "chorus.config.yaml": yaml = "", "clients.csv": csv = "", ...others } = configurationOf(generated);
  const [header = "", ...rows] = csv.trimEnd().split("\n");
  const practice = await practise(generateWorld(generated));
  const variables = practice.variables;

  const bin = await onPath(await folder());
  const origin = await folder();
  const gitIn = (cwd: string) => (...args: readonly string[]): string =>
    execFileSync("git", ["-c", "user.name=Camille", "-c", "user.email=c@exemple.fr", "-c", "commit.gpgsign=false", ...args], {
      cwd,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, PATH: `${bin}:${process.env["PATH"] ?? ""}`, GIT_CONFIG_GLOBAL: "/dev/null" },
    });
  const write = (cwd: string, clients: readonly string[]) => writeFile(join(cwd, "clients.csv"), [header, ...clients, ""].join("\n"));
  const git = gitIn(origin);

  git("init", "-q", "-b", "main");
  for (const [file, text] of Object.entries(others)) await writeFile(join(origin, file), text);
  await writeFile(join(origin, "chorus.config.yaml"), yaml.replace(/^application: (.*)$/m, "application: { production: $1, quota: 1000/s, part: 100% }"));
  await writeFile(join(origin, ".gitattributes"), ATTRIBUTES);
  await writeFile(join(origin, ".gitignore"), ".chorus/\n");
  await write(origin, rows.slice(0, 1));
  expect((await chorus(["refresh"], { cwd: origin, variables })).code).toBe(0);
  git("add", "-A");
  git("commit", "-qm", "One client");

  const onboard = async (clone: string, branch: string, clients: readonly string[]): Promise<readonly unknown[]> => {
    gitIn(origin)("clone", "-q", origin, clone);
    const here = gitIn(clone);
    here("config", "merge.chorus-state.driver", "chorus state merge %O %A %B");
    here("checkout", "-q", "-b", branch);
    await write(clone, [...rows.slice(0, 1), ...clients]);
    expect((await chorus(["refresh"], { cwd: clone, variables })).code).toBe(0);
    const asked = await chorus(["ask", "--actor", clients[0]?.split(";")[0] ?? "", "--by", branch], { cwd: clone, variables });
    expect(asked.stderr).not.toContain("CHR-");
    here("add", "-A");
    here("commit", "-qm", `Onboard fifty clients: ${branch}`);
    return readLines(join(clone, "chorus.state.jsonl"));
  };
  const [one, other] = [await folder(), await folder()];
  const mine = await onboard(one, "one", rows.slice(1, 51));
  const theirs = await onboard(other, "other", rows.slice(51, 101));

  const here = gitIn(one);
  here("fetch", "-q", other, "other:other");
  here("merge", "-q", "--no-edit", "other");
  expect(here("status", "--porcelain")).toBe("");

  const merged = await readLines(join(one, "chorus.state.jsonl"));
  const subjects = (lines: readonly unknown[]): readonly string[] => lines.slice(1).map((line) => (line as { readonly subject: string }).subject);
  expect(new Set(subjects(merged))).toEqual(new Set([...subjects(mine), ...subjects(theirs)]));
  expect(subjects(merged).length).toBeGreaterThan(100);
  expect((await readFile(join(one, "clients.csv"), "utf8")).trimEnd().split("\n").length).toBe(102);

  // Nothing is left to learn: what each branch proved is proven here.
  const planned = await chorus(["plan", "--offline"], { cwd: one, variables });
  expect(planned.code).toBe(0);
  expect((await chorus(["validate"], { cwd: one, variables })).code).toBe(0);
}, 240_000);
