import { spawn } from "node:child_process";
import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { Scenario } from "../../src/simulator/scenario.ts";
import { startSimulator, type Simulator } from "../../src/simulator/simulator.ts";

export const ROOT = join(import.meta.dirname, "../..");

export const CLI = join(ROOT, "dist/cli.js");

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd: string;
  readonly variables?: Readonly<Record<string, string>>;
}

/** Runs the built command in a process of its own, with no variable of the developer's but what Node needs. */
export const chorus = (args: readonly string[], { cwd, variables = {} }: RunOptions): Promise<Ran> =>
  new Promise((resolve, reject) => {
    const { PATH = "", HOME = "" } = process.env;
    const env = { PATH, HOME, TZ: "Europe/Paris", GIT_CONFIG_GLOBAL: "/dev/null", ...variables };
    const child = spawn(process.execPath, [CLI, ...args], { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, stdout, stderr }));
  });

/** A real folder with a copy of an example, gone after the test. */
export const workIn = async (example: string): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), "chorus-test-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await cp(join(ROOT, example), example.endsWith(".yaml") ? join(folder, "chorus.config.yaml") : folder, { recursive: true });
  return folder;
};

export interface Practice {
  readonly simulator: Simulator;
  readonly variables: Readonly<Record<string, string>>;
  readonly change: (patch: unknown) => Promise<void>;
}

/** A simulator on the real clock, gone after the test, with the variables that lead there. */
export const practise = async (scenario: Scenario): Promise<Practice> => {
  const simulator = await startSimulator(scenario, { now: () => Date.now(), random: () => Math.random() });
  onTestFinished(() => simulator.close());
  return {
    simulator,
    variables: { ...simulator.environmentVariables(), CHORUS_TRUST: "loopback" },
    async change(patch) {
      const body = JSON.stringify(patch);
      const headers = { "content-type": "application/json" };
      const answer = await fetch(`${simulator.url}/admin/scenario`, { method: "PATCH", headers, body });
      if (!answer.ok) throw new Error(await answer.text());
    },
  };
};

export const readLines = async (file: string): Promise<readonly unknown[]> =>
  (await readFile(file, "utf8"))
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as unknown);
