import { spawn, type ChildProcessByStdio } from "node:child_process";
import { EventEmitter, once } from "node:events";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { onTestFinished } from "vitest";
import type { Scenario } from "../../src/simulator/scenario.ts";
import { startSimulator, type Simulator } from "../../src/simulator/simulator.ts";
import { secretsGiven } from "../support/leaks.ts";
import { watchRun } from "../support/searched-run.ts";

export const ROOT = join(import.meta.dirname, "../..");

export const CLI = join(ROOT, "dist/cli.js");

export interface Ran {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd: string;
  readonly variables?: Readonly<Record<string, string>>;
  /** Besides those in variables that have the names of the convention. */
  readonly secrets?: readonly string[];
}

export interface Running {
  readonly child: ChildProcessByStdio<null, Readable, Readable>;
  /** Once it has printed this, on stdout or stderr; rejects where it ends before. */
  readonly printed: (pattern: RegExp) => Promise<RegExpExecArray>;
  /** Once it has ended, and kept what every run must keep: see {@link watchRun}. */
  readonly ended: Promise<Ran>;
}

/** Runs the built command in a process of its own, with no variable of the developer's but what Node needs. */
export const chorus = async (args: readonly string[], options: RunOptions): Promise<Ran> => (await launch(args, options)).ended;

/** The same while it runs. It ends with the test, which fails over what the run did also where it waits for nothing. */
export const start = async (args: readonly string[], options: RunOptions): Promise<Running> => {
  const running = await launch(args, options);
  onTestFinished(async () => {
    running.child.kill("SIGKILL");
    await running.ended;
  });
  return running;
};

/** What both are made of. */
export const launch = async (args: readonly string[], { cwd, variables = {}, secrets = [] }: RunOptions): Promise<Running> => {
  const { PATH = "", HOME = "" } = process.env;
  const search = await watchRun({
    folder: cwd,
    secrets: [...secretsGiven(variables), ...secrets],
    simulatorUrl: variables["CHORUS_SIMULATOR_URL"],
    mayWrite: args.includes("apply"),
  });
  const env = { PATH, HOME, TZ: "Europe/Paris", GIT_CONFIG_GLOBAL: "/dev/null", ...variables };
  const child = spawn(process.execPath, [CLI, ...args], { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  const said = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => (said.stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (said.stderr += text));
  const ended = once(child, "close").then(async ([code, signal]): Promise<Ran> => {
    const faults = await search(said.stdout + said.stderr);
    if (faults.length > 0) throw new Error(`chorus ${args.join(" ")}:\n${faults.join("\n")}`);
    return { code: code as number | null, signal: signal as NodeJS.Signals | null, ...said };
  });
  ended.catch(() => undefined);
  return {
    child,
    ended,
    printed: (pattern) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const found = pattern.exec(said.stdout + said.stderr);
          if (found !== null) resolve(found);
        };
        look();
        child.stdout.on("data", look);
        child.stderr.on("data", look);
        child.once("close", () => reject(new Error(`ended without ${pattern}: ${said.stdout}${said.stderr}`)));
      }),
  };
};

/** A folder in which the built command is called `chorus`, for what Git calls by itself. */
export const onPath = async (folder: string): Promise<string> => {
  await writeFile(join(folder, "chorus"), `#!/bin/sh\nexec "${process.execPath}" "${CLI}" "$@"\n`, { mode: 0o755 });
  return folder;
};

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
  /** Once so many requests have come in all. */
  readonly received: (count: number) => Promise<void>;
}

/** A simulator on the real clock, gone after the test, with the variables that lead there. */
export const practise = async (scenario: Scenario): Promise<Practice> => {
  const arrivals = new EventEmitter();
  const simulator = await startSimulator(scenario, {
    now: () => Date.now(),
    random: () => Math.random(),
    log: () => void arrivals.emit("request"),
  });
  onTestFinished(() => simulator.close());
  return {
    simulator,
    variables: { ...simulator.environmentVariables(), CHORUS_SIMULATOR_URL: simulator.url, CHORUS_TRUST: "loopback" },
    async change(patch) {
      const body = JSON.stringify(patch);
      const headers = { "content-type": "application/json" };
      const answer = await fetch(`${simulator.url}/admin/scenario`, { method: "PATCH", headers, body });
      if (!answer.ok) throw new Error(await answer.text());
    },
    async received(count) {
      while (simulator.requests().length < count) await once(arrivals, "request");
    },
  };
};

export const readLines = async (file: string): Promise<readonly unknown[]> =>
  (await readFile(file, "utf8"))
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as unknown);
