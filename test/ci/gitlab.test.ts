import { execFile } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { existsSync } from "node:fs";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it, onTestFinished } from "vitest";
import { parse } from "yaml";
import { practise, ROOT } from "../cli/support.ts";
import { DIRECT, SECRETS } from "../support/direct.ts";
import { directBut } from "../support/direct-world.ts";
import { projectInGit, proposeChange, readRepository, succeed, type Shell } from "./support.ts";

interface Job {
  readonly before_script: readonly string[];
  readonly script: readonly string[];
  readonly variables: Readonly<Record<string, string>>;
  readonly environment?: { readonly name: string };
  readonly artifacts?: { readonly paths: readonly string[]; readonly reports?: { readonly terraform: string } };
}

const TEMPLATE = await readRepository("examples/ci/gitlab/chorus.gitlab-ci.yml");

describe("the template", { timeout: 120_000 }, () => {
  it("is what GitLab reads, by GitLab's schema and a runner for it", async () => {
    const jobs = await expanded(TEMPLATE);
    expect(Object.keys(jobs)).toEqual(["chorus:plan", "chorus:fork", "chorus:merged", "chorus:apply", "chorus:night"]);
    await expect(expanded(TEMPLATE.replace("terraform:", "terraforms:"))).rejects.toThrow(/terraforms/);
    await expect(expanded(TEMPLATE.replace("  script:", "  scripts:"))).rejects.toThrow(/script/);
  });

  it.each([
    ["a merge request", { CI_PIPELINE_SOURCE: "merge_request_event", CI_PROJECT_ID: "12", CI_MERGE_REQUEST_PROJECT_ID: "12" }, ["chorus:plan"]],
    ["a fork's merge request", { CI_PIPELINE_SOURCE: "merge_request_event", CI_PROJECT_ID: "99", CI_MERGE_REQUEST_PROJECT_ID: "12" }, ["chorus:fork"]],
    ["a merge", { CI_PIPELINE_SOURCE: "push", CI_COMMIT_BRANCH: "main" }, ["chorus:merged", "chorus:apply"]],
    ["another branch", { CI_PIPELINE_SOURCE: "push", CI_COMMIT_BRANCH: "change" }, []],
    ["the night", { CI_PIPELINE_SOURCE: "schedule", CI_COMMIT_BRANCH: "main" }, ["chorus:night"]],
  ])("runs on %s what is meant for it", async (_title, variables, jobs) => {
    const given = Object.entries({ ...variables, CI_DEFAULT_BRANCH: "main" }).flatMap(([name, value]) => ["--variable", `${name}=${value}`]);
    const { stdout } = await gitlab(TEMPLATE, ["--list-csv", ...given]);
    expect([...stdout.matchAll(/^(chorus:\w+);/gm)].map(([, name]) => name)).toEqual(jobs);
  });

  it("has an environment, which holds the secrets, on no job in review", async () => {
    const jobs = await expanded(TEMPLATE);
    const holders = Object.entries(jobs).filter(([, { environment }]) => environment !== undefined);
    expect(holders.map(([name]) => name)).toEqual(["chorus:apply", "chorus:night"]);
    expect(TEMPLATE).not.toMatch(/_CLIENT_|_PASSWORD|^\s*cache:/m);
  });

  it("keeps its state with GitLab as the configuration takes it", async () => {
    const shell = await projectInGit(`${DIRECT}\n${await readRepository("examples/ci/gitlab/state.yaml")}`);
    expect(await succeed(shell, "npx --no -- chorus validate --lang en")).toContain("valid");
  });
});

describe("the jobs", { timeout: 120_000 }, () => {
  it("plan a merge request: widget and note", async () => {
    const { shell, job, run } = await start("chorus:plan");
    await proposeChange(shell);
    const base = (await succeed(shell, "git rev-parse HEAD^1")).trim();
    for (const variables of [{ CI_MERGE_REQUEST_DIFF_BASE_SHA: base }, { CI_MERGE_REQUEST_DIFF_BASE_SHA: "none", CI_MERGE_REQUEST_TARGET_BRANCH_SHA: base }]) {
      expect(await run(variables)).toMatchObject({ code: 0 });
      const widget = JSON.parse(await readFile(join(shell.cwd, job.artifacts?.reports?.terraform ?? ""), "utf8")) as object;
      expect(widget).toEqual({ create: expect.any(Number) as number, update: expect.any(Number) as number, delete: expect.any(Number) as number });
      expect(await readFile(join(shell.cwd, job.artifacts?.paths[0] ?? ""), "utf8")).toMatch(/^<!-- chorus:[a-z]+:[0-9a-f]{16} -->\n/);
    }
    expect(await shell.calls()).toContain("npm ci --ignore-scripts --no-audit --no-fund");
  });

  it("plan a fork's merge request on the copy that the last night left, or on nothing, and send no token for it", async () => {
    const { variables, simulator } = await practise(directBut());
    const { shell, jobs } = await start("chorus:fork");
    expect(await runJob(shell, jobs["chorus:night"], { ...variables, ...SECRETS })).toMatchObject({ code: 0 });
    expect(jobs["chorus:night"]?.artifacts?.paths).toContain("chorus-state.jsonl");
    const copy = await readFile(join(shell.cwd, "chorus-state.jsonl"), "utf8");
    expect(copy).toContain('"subject"');
    await succeed(shell, "rm -rf chorus.state.jsonl chorus-state.jsonl .chorus");
    const asked: { readonly url: string | undefined; readonly headers: string }[] = [];
    const gitlab = createServer((request, response) => {
      asked.push({ url: request.url, headers: JSON.stringify(request.headers) });
      response.statusCode = request.url?.includes("/public/") === true ? 200 : 404;
      response.end(copy);
    });
    await new Promise<void>((resolve) => gitlab.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void gitlab.close());
    const { port } = gitlab.address() as AddressInfo;
    // What is under review names a place for the state, and the token of the job for it.
    const place = `state: { http: { address: "${simulator.url}/state", token: { env: CI_JOB_TOKEN } } }`;
    await succeed(shell, `echo '${place}' >> chorus.config.yaml && git commit --quiet --all --message elsewhere`);
    await proposeChange(shell);
    const base = (await succeed(shell, "git rev-parse HEAD^1")).trim();
    const requests = simulator.requests().length;
    const fork = { CI_MERGE_REQUEST_DIFF_BASE_SHA: base, CI_MERGE_REQUEST_TARGET_BRANCH_NAME: "release/été#2", CI_MERGE_REQUEST_PROJECT_ID: "12", CI_JOB_TOKEN: "canary-token-5a1e" };
    const seen = await runJob(shell, jobs["chorus:fork"], { ...fork, CI_API_V4_URL: `http://127.0.0.1:${port}/public` });
    expect(seen, seen.said).toMatchObject({ code: 0, said: expect.stringContaining("copie de l'état") as string });
    const blind = await runJob(shell, jobs["chorus:fork"], { ...fork, CI_API_V4_URL: `http://127.0.0.1:${port}/private` });
    expect(blind, blind.said).toMatchObject({ code: 0, said: expect.stringContaining("sans l'état") as string });
    expect(asked.map(({ url }) => url)).toEqual(["public", "private"].map((way) => `/${way}/projects/12/jobs/artifacts/release%2F%C3%A9t%C3%A9%232/raw/chorus-state.jsonl?job=chorus:night`));
    expect(JSON.stringify(asked)).not.toContain("canary");
    expect(simulator.requests()).toHaveLength(requests);
  });

  it("executes nothing of a hostile variable", async () => {
    for (const name of ["chorus:plan", "chorus:merged", "chorus:fork"]) {
      const { shell, run } = await start(name);
      for (const hostile of ['"; touch pwned; "', "$(touch pwned)", "`touch pwned`"]) {
        expect(await run({ CI_MERGE_REQUEST_DIFF_BASE_SHA: hostile, CI_COMMIT_BEFORE_SHA: hostile, CI_MERGE_REQUEST_TARGET_BRANCH_NAME: hostile, CHORUS_PACKAGE: hostile })).toMatchObject({ code: 1 });
      }
      expect(existsSync(join(shell.cwd, "pwned"))).toBe(false);
    }
  });

  it("apply what was merged, look every night, and fail while something that was true is not", async () => {
    const { variables, change } = await practise(directBut());
    const live = { ...variables, ...SECRETS };
    const { shell, jobs, run } = await start("chorus:merged");
    await proposeChange(shell);
    const before = (await succeed(shell, "git rev-parse HEAD^1")).trim();
    expect(await run({ CI_COMMIT_BEFORE_SHA: before })).toMatchObject({ code: 0 });
    expect(await runJob(shell, jobs["chorus:apply"], live)).toMatchObject({ code: 0 });
    expect(await readFile(join(shell.cwd, "chorus.state.jsonl"), "utf8")).toContain('"subject"');
    expect(await runJob(shell, jobs["chorus:night"], live)).toMatchObject({ code: 0 });

    await change({ environments: { production: { structures: { "73282932000082": { espaces: ["raccordements"] } } } } });
    const night = await runJob(shell, jobs["chorus:night"], { ...live, CHORUS_REFRESH: "1" });
    expect(night, night.said).toMatchObject({ code: 1, said: expect.stringContaining("CHR-REGRESSION") as string });
    expect(await readFile(join(shell.cwd, "chorus-note.md"), "utf8")).toMatch(/^<!-- chorus:drift:/);
    expect(JSON.parse(await readFile(join(shell.cwd, "chorus-widget.json"), "utf8"))).not.toEqual({ create: 0, update: 0, delete: 0 });
  });
});

const start = async (name: string) => {
  const [shell, jobs] = await Promise.all([projectInGit(), expanded(TEMPLATE)]);
  const job = jobs[name];
  if (job === undefined) throw new Error(name);
  return { shell, jobs, job, run: (variables: Readonly<Record<string, string>>) => runJob(shell, job, variables) };
};

/** As GitLab's runner does: both parts as one script, the job's variables below those that are given. */
const runJob = (shell: Shell, job: Job | undefined, variables: Readonly<Record<string, string>>) => {
  const own = Object.entries(job?.variables ?? {}).map(([name, value]) => [name, value.replace("$CI_SERVER_HOST", "gitlab.exemple.fr")]);
  return shell.run([...(job?.before_script ?? []), ...(job?.script ?? [])].join("\n"), { ...(Object.fromEntries(own) as Job["variables"]), ...variables });
};

/** The jobs once everything is included and extended. */
const expanded = async (template: string): Promise<Readonly<Record<string, Job>>> => {
  const { stdout } = await gitlab(template, ["--preview"]);
  const { stages: _stages, ...jobs } = parse(stdout) as Readonly<Record<string, Job>>;
  return Object.fromEntries(Object.entries(jobs).filter(([name]) => name.startsWith("chorus:")));
};

/** Validates against the schema of GitLab's own editor first. */
const gitlab = async (template: string, args: readonly string[]) => {
  const cwd = await mkdtemp(join(tmpdir(), "chorus-gitlab-"));
  onTestFinished(() => rm(cwd, { recursive: true, force: true }));
  await cp(join(ROOT, "examples/ci/gitlab"), cwd, { recursive: true });
  await writeFile(join(cwd, "chorus.gitlab-ci.yml"), template);
  const run = promisify(execFile);
  const git = (...words: readonly string[]) => run("git", ["-c", "user.name=Camille", "-c", "user.email=camille@exemple.fr", ...words], { cwd });
  await git("init", "--quiet", "--initial-branch=main");
  await git("remote", "add", "origin", "git@gitlab.exemple.fr:exemple/raccordement.git");
  await git("add", "--all");
  await git("commit", "--quiet", "--message", "before");
  const tool = ["--import", pathToFileURL(join(import.meta.dirname, "set-union.mjs")).href, join(ROOT, "node_modules/gitlab-ci-local/dist/index.js")];
  return run(process.execPath, [...tool, "--home", join(cwd, ".home"), ...args], { cwd });
};
