import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { chorus, readLines, start } from "./support.ts";

const emptyFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), "chorus-test-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
};

const ID = "canary-id-77e1";
const SECRET = "canary-secret-77e2";

const SCENARIO = `
version: 1
faults: [{ fault: clock-skew, rate: 0.5 }]
environments:
  production:
    applications:
      A: { compte: a@b.fr, clientId: ${ID}, clientSecret: ${SECRET}, consentements: [structures], apis: [structures] }
`;

interface Running {
  readonly variables: Readonly<Record<string, string>>;
  readonly url: string;
  /** Interrupts it, as Ctrl-C does, and gives its exit code. */
  readonly stop: () => Promise<number | null>;
}

/** The command in a process of its own, once it has printed where it is. */
const simulate = async (args: readonly string[], cwd: string, extra: Readonly<Record<string, string>> = {}): Promise<Running> => {
  const { child, ended, printed } = await start(["simulate", "--print-env", ...args], { cwd, variables: extra, secrets: [ID, SECRET] });
  const { input } = await printed(/export CHORUS_TRUST=.*\n/);
  const variables = Object.fromEntries([...input.matchAll(/^export (\w+)=(.*)$/gmu)].map(([, name = "", value = ""]) => [name, value]));
  const stop = async (): Promise<number | null> => {
    child.kill("SIGINT");
    return (await ended).code;
  };
  return { variables, url: variables["CHORUS_SIMULATOR_URL"] ?? "", stop };
};

const withScenario = async (): Promise<string> => {
  const cwd = await emptyFolder();
  await writeFile(join(cwd, "scenario.yaml"), SCENARIO);
  return cwd;
};

const get = async (url: string): Promise<unknown> => (await fetch(url)).json();

const askToken = (url: string): Promise<Response> =>
  fetch(`${url}/production/api/oauth/token`, {
    method: "POST",
    body: new URLSearchParams({ grant_type: "client_credentials", client_id: ID, client_secret: SECRET }),
  });

describe("chorus simulate", () => {
  it("puts in force the scenario's faults and those of the command line, with their seed", async () => {
    const cwd = await withScenario();
    const faults = ["--fault", "invalid-client=10%", "--fault", "401=5%@/cpro/structures@production", "--fault-seed", "42"];
    const { url } = await simulate(["scenario.yaml", ...faults], cwd);
    expect(await get(`${url}/admin/faults`)).toEqual({
      seed: 42,
      faults: [
        { fault: "clock-skew", rate: 0.5 },
        { fault: "invalid-client", rate: 0.1 },
        { fault: "401", rate: 0.05, route: "/cpro/structures", environment: "production" },
      ],
    });
  });

  it("takes several faults from the variable", async () => {
    const { url } = await simulate(["scenario.yaml"], await withScenario(), { CHORUS_FAULT: "500=1% 503@production" });
    const { faults } = (await get(`${url}/admin/faults`)) as { faults: { fault: string }[] };
    expect(faults.map(({ fault }) => fault)).toEqual(["clock-skew", "500", "503"]);
  });

  it("starts at the time it is given, and goes on", async () => {
    const { url } = await simulate(["scenario.yaml", "--now", "2028-02-29T12:00:00+01:00"], await withScenario());
    const { now } = (await get(`${url}/admin/clock`)) as { now: string };
    expect(now).toMatch(/^2028-02-29T11:0/u);
    const response = await fetch(`${url}/admin/clock`);
    expect(response.headers.get("date")).toContain("29 Feb 2028");
  });

  it("appends a line for each request to the log, with what was injected, also after many at once", async () => {
    const cwd = await withScenario();
    await writeFile(join(cwd, "requests.jsonl"), '{"before":true}\n');
    const { url, stop } = await simulate(["scenario.yaml", "--log", "requests.jsonl", "--fault", "invalid-client@production"], cwd);
    await Promise.all(Array.from({ length: 50 }, () => askToken(url)));
    // As of any run that is cancelled.
    expect(await stop()).toBe(130);
    const lines = await readLines(join(cwd, "requests.jsonl"));
    expect(lines).toHaveLength(51);
    expect(lines[0]).toEqual({ before: true });
    for (const line of lines.slice(1)) {
      expect(line).toMatchObject({ environment: "production", application: "A", method: "POST", status: 400 });
      expect((line as { injected: string[] }).injected).toContain("invalid-client");
    }
  });

  it("prints addresses that no resolver knows for the fault dns, and the trust to look them up", async () => {
    const { variables, url } = await simulate(["scenario.yaml", "--fault", "dns@production"], await withScenario());
    expect(variables).toMatchObject({
      CHORUS_PRODUCTION_OAUTH_URL: "https://dns-failure.invalid/production",
      CHORUS_PRODUCTION_API_URL: "https://dns-failure.invalid/production",
      CHORUS_QUALIFICATION_API_URL: `${url}/qualification`,
      CHORUS_TRUST: "loopback,host:dns-failure.invalid",
    });
  });

  it("generates a world where no scenario is named, the same for the same seed and time", async () => {
    const cwd = await emptyFolder();
    const world = async (seed: string): Promise<string> => {
      const { url } = await simulate(["--seed", seed, "--structures", "20", "--topology", "editeur", "--now", "2026-11-24"], cwd);
      return JSON.stringify(await get(`${url}/admin/scenario`));
    };
    const first = await world("5");
    expect(await world("5")).toBe(first);
    expect(await world("6")).not.toBe(first);
  });
});

it.each([["fr", "introuvable"], ["en", "not found"]])("says in %s that a scenario is not there, and how to go without", async (language, word) => {
  const ran = await chorus(["simulate", "nowhere.yaml"], { cwd: await withScenario(), variables: { CHORUS_LANG: language } });
  expect(ran).toMatchObject({ code: 1, stdout: "" });
  for (const told of ["CHR-SCENARIO-NOT-FOUND", "nowhere.yaml", word, "--structures"]) expect(ran.stderr).toContain(told);
});

describe.each([
  ["--host", ["scenario.yaml", "--host", "0.0.0.0"], "--host"],
  ["a fault that is none", ["scenario.yaml", "--fault", "flood=5%"], "flood=5%"],
  ["a rate above 100 %", ["scenario.yaml", "--fault", "500=150%"], "500=150%"],
  ["an environment that is none", ["scenario.yaml", "--fault", "500@sandbox"], "500@sandbox"],
  ["a parameter that is none", ["scenario.yaml", "--fault", "slow-body,delay=5"], "slow-body"],
  ["a seed that is no number", ["scenario.yaml", "--fault-seed", "x"], "x"],
  ["a time that is none", ["scenario.yaml", "--now", "demain"], "demain"],
  ["a log where no folder is", ["scenario.yaml", "--log", "nowhere/requests.jsonl"], "nowhere/requests.jsonl"],
  ["a log that is a folder", ["scenario.yaml", "--log", "."], "--log"],
  ["a port that is none", ["scenario.yaml", "--port", "65536"], "65536"],
  ["no structures at all", ["--structures", "0"], "--structures"],
  ["a topology that is none", ["--topology", "star"], "star"],
  ["a scenario and a generated world", ["scenario.yaml", "--seed", "1"], "scenario.yaml"],
  ["neither a scenario nor a generated world", [], "nario"],
])("%s", (_name, args, word) => {
  it.each(["fr", "en"])("is one answer in %s, without a stack", async (language) => {
    const ran = await chorus(["simulate", ...args], { cwd: await withScenario(), variables: { CHORUS_LANG: language } });
    expect(ran).toMatchObject({ code: 1, stdout: "" });
    expect(ran.stderr).toContain("CHR-USAGE");
    expect(ran.stderr).toContain(word);
    expect(ran.stderr).not.toMatch(/\n\s+at /u);
  });
});
