import { execFileSync } from "node:child_process";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { PlanDocument } from "../../src/plan/plan-document.ts";
import type { RequestLogEntry } from "../../src/simulator/request-log.ts";
import type { Scenario } from "../../src/simulator/scenario.ts";
import { DIRECT, DIRECT_DONE, LOGIN, SECRETS } from "../support/direct.ts";
import { directBut } from "../support/direct-world.ts";
import { said } from "../support/plans.ts";
import { chorus, practise, workIn, type Ran } from "./support.ts";

interface Place {
  readonly cwd: string;
  readonly run: (...args: readonly string[]) => Promise<Ran>;
  /** Runs, and gives the requests that the run sent. */
  readonly sent: (...args: readonly string[]) => Promise<readonly RequestLogEntry[]>;
}

const direct = async (yaml = DIRECT, scenario: Scenario = DIRECT_DONE): Promise<Place> => {
  const cwd = await workIn("examples/direct");
  await writeFile(join(cwd, "chorus.config.yaml"), yaml);
  const { simulator, variables } = await practise(scenario);
  const run = (...args: readonly string[]) => chorus(args, { cwd, variables: { ...variables, ...SECRETS } });
  return {
    cwd,
    run,
    sent: async (...args) => {
      const before = simulator.requests().length;
      expect(await run(...args)).toMatchObject({ code: 0 });
      return simulator.requests().slice(before);
    },
  };
};

const isLogin = ({ account }: RequestLogEntry): boolean => account === LOGIN;

const planOf = ({ stdout }: Ran): PlanDocument => JSON.parse(stdout) as PlanDocument;

describe("plan --explain-requests", () => {
  it.each(["fr", "en"])("says which requests would answer what, in %s, and neither sends nor writes anything", async (language) => {
    const { cwd, run, sent } = await direct();
    const before = await readdir(cwd, { recursive: true });
    const explained = await run("plan", "--explain-requests", "--lang", language);
    expect(explained).toMatchObject({ code: 0 });
    expect(explained.stdout).toMatchSnapshot();
    expect(await sent("plan", "--explain-requests")).toEqual([]);
    expect(await readdir(cwd, { recursive: true })).toEqual(before);
  });

  it("holds: a plan sends no fewer and no more", async () => {
    const { run, sent } = await direct();
    const explained = await run("plan", "--explain-requests", "--lang", "en");
    const [, least, most] = /At least (\d+) requests?, at most (\d+)/.exec(explained.stdout) ?? [];
    const { length } = await sent("plan");
    expect(length).toBeGreaterThanOrEqual(Number(least));
    expect(length).toBeLessThanOrEqual(Number(most));
  });

  it("counts what need not be asked again", async () => {
    const { run } = await direct();
    await run("plan");
    const explained = async (lang: string): Promise<string> => (await run("plan", "--explain-requests", "--max-age", "1h", "--lang", lang)).stdout;
    expect(await explained("en")).toMatch(/^Nothing is to be asked: no request\. \d+ recent answers are taken without being asked again\.\n$/);
    expect(await explained("fr")).toMatch(/^Rien n'est à demander : aucune requête\. \d+ réponses récentes sont reprises sans être redemandées\.\n$/);
  });
});

describe("what was seen of late", () => {
  it("is not asked again within --max-age, and is with --refresh", async () => {
    const { run, sent } = await direct();
    const first = planOf(await run("plan", "--format", "json"));
    expect(await sent("plan", "--max-age", "1h")).toEqual([]);
    expect(planOf(await run("plan", "--format", "json", "--max-age", "1h")).summary).toEqual(first.summary);
    expect(await sent("plan", "--max-age", "1h", "--refresh")).not.toEqual([]);
    expect(await sent("plan")).not.toEqual([]);
  });

  it("has the age that the configuration gives", async () => {
    const { sent } = await direct(`${DIRECT}maxAge: 1h\n`);
    expect(await sent("plan")).not.toEqual([]);
    expect(await sent("refresh")).toEqual([]);
    expect(await sent("plan", "--max-age", "1s", "--refresh")).not.toEqual([]);
  });

  it("is recorded as of when it was seen", async () => {
    const { cwd, run, sent } = await direct();
    const seen = planOf(await run("plan", "--format", "json"));
    expect(await sent("refresh", "--max-age", "1h")).toEqual([]);
    const state = await readFile(join(cwd, "chorus.state.jsonl"), "utf8");
    const provenAt = seen.resources.find(({ address }) => address === "production/structure/lyon")?.conditions[0]?.since;
    expect(state).toContain(`"since":"${provenAt}"`);
  });

  it("an account that was refused is not tried again, unless everything is asked anew", { timeout: 120_000 }, async () => {
    const { sent, run } = await direct(DIRECT, directBut(({ account }) => {
      account.motDePasse = "another password";
    }));
    const first = planOf(await run("plan", "--format", "json"));
    expect(said(first, "production/compte-technique/principal")).toBe("false verified login-refused");
    expect((await sent("plan")).filter(isLogin)).toEqual([]);
    expect((await sent("plan", "--refresh")).filter(isLogin).length).toBeGreaterThan(3);
  });
});

describe("--changed-since", () => {
  const git = (cwd: string, ...args: readonly string[]): void => {
    execFileSync("git", ["-c", "user.name=Test", "-c", "user.email=test@exemple.fr", ...args], { cwd, stdio: "ignore" });
  };

  it("asks only about what the configuration has changed since", async () => {
    const { cwd, run, sent } = await direct(DIRECT.replace("  nantes: 73282932000090\n", ""));
    git(cwd, "init", "-q");
    git(cwd, "add", "chorus.config.yaml");
    git(cwd, "commit", "-q", "-m", "deux structures");
    expect(await sent("plan", "--changed-since", "HEAD")).toEqual([]);
    await writeFile(join(cwd, "chorus.config.yaml"), DIRECT);
    const plan = planOf(await run("plan", "--changed-since", "HEAD", "--format", "json"));
    expect(said(plan, "production/structure/nantes")).toBe("true verified structure-active");
    expect(said(plan, "production/structure/siege")).toBe("unknown not-asked not-asked");
  });

  it("where nothing is to be asked, takes nothing away from what was proven", async () => {
    const { cwd, run } = await direct();
    await run("refresh");
    git(cwd, "init", "-q");
    git(cwd, "add", "chorus.config.yaml");
    git(cwd, "commit", "-q", "-m", "trois structures");
    const before = await readFile(join(cwd, "chorus.state.jsonl"), "utf8");
    expect((await run("refresh", "--changed-since", "HEAD")).code).toBe(0);
    expect(await readFile(join(cwd, "chorus.state.jsonl"), "utf8")).toBe(before);
  });
});

describe.each([
  ["a revision that is none", ["plan", "--changed-since", "no-such-revision"], ["no-such-revision", "--changed-since", "Git"]],
  ["a revision that is an option", ["plan", "--changed-since=--all"], ["--all", "--changed-since", "Git"]],
  ["a revision that is none, where nothing is sent", ["plan", "--explain-requests", "--changed-since", "x"], ["x", "--changed-since"]],
  ["an age that is none", ["plan", "--max-age", "demain"], ["demain", "--max-age", "24h"]],
  ["an age that is none, offline", ["plan", "--offline", "--max-age", "demain"], ["demain", "--max-age"]],
  ["a time that is none", ["refresh", "--timeout", "2 minutes"], ["2 minutes", "--timeout", "24h"]],
  ["a time that is none, where nothing is sent", ["plan", "--explain-requests", "--timeout", "0"], ["0", "--timeout"]],
])("%s", (_name, args, words) => {
  it.each(["fr", "en"])("is one answer in %s that names the place, and nothing is sent", async (language) => {
    const { run, sent } = await direct();
    const ran = await run(...args, "--lang", language);
    expect(ran).toMatchObject({ code: 1, stdout: "" });
    for (const word of ["CHR-USAGE", ...words]) expect(ran.stderr).toContain(word);
    expect(ran.stderr).not.toMatch(/\n\s+at /);
    expect(await sent("plan", "--offline")).toEqual([]);
  });
});

it("an age in the configuration that is none is told with its line", async () => {
  const { cwd, run } = await direct(`${DIRECT}maxAge: demain\n`);
  const ran = await run("plan");
  expect(ran).toMatchObject({ code: 1, stdout: "" });
  const line = (await readFile(join(cwd, "chorus.config.yaml"), "utf8")).split("\n").findIndex((text) => text.startsWith("maxAge")) + 1;
  expect(ran.stderr).toContain(`chorus.config.yaml:${line}:9`);
  expect(ran.stderr).toContain("CHR-CONFIG-VALUE");
});

it("fails no more often than an account may in a day", async () => {
  const { cwd, run, sent } = await direct();
  const failures = Array.from({ length: 24 }, () =>
    JSON.stringify({ at: new Date().toISOString(), environment: "production", login: LOGIN, event: "failed", fingerprint: "x" }));
  await run("plan");
  await writeFile(join(cwd, ".chorus/cache/logins.jsonl"), `${failures.join("\n")}\n`);
  expect((await sent("plan")).filter(isLogin)).toEqual([]);
  const plan = planOf(await run("plan", "--format", "json"));
  expect(said(plan, "production/compte-technique/principal")).toBe("unknown not-asked login-spared");
});
