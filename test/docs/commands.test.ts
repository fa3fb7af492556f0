import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { chmod, cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Scenario } from "../../src/simulator/scenario.ts";
import { startSimulator } from "../../src/simulator/simulator.ts";
import { atTheClient } from "../../src/operations/at-the-client.ts";
import { CLI, ROOT } from "../cli/support.ts";
import { doneScenario, secretsOf as secretsOfWorld } from "../support/done-world.ts";
import { desiredFrom } from "../support/world.ts";
import { secretsGiven } from "../support/leaks.ts";
import { watchRun } from "../support/searched-run.ts";
import { blocksOf, readPages, type Block } from "./pages.ts";

/**
 * Every command that a page shows is run as shown. The comment above a block says where: `in: examples/direct` in a copy
 * of that folder, `in: a clone` where the configuration and the examples of a clone are, `in: an empty folder`; `with: simulator` with one half-way
 * and its secrets, `with: clients` with one in which those of `examples/editeur` are done; `in: the tutorial` by its own test, with a browser beside; `continued` after the block before; `background` until it has printed what the next blocks need. A line that ends otherwise than with 0 says so: `# exit code 2`.
 */
const stories = (await readPages()).flatMap((page) => storiesOf(blocksOf(page).filter(({ language }) => language === "sh")));

describe("what pages show is run", () => {
  it.concurrent.each(stories.map((story) => [placeOf(story), story] as const))("%s", { timeout: 60_000 }, async (_place, story) => {
    const [first] = story;
    const folder = await mkdtemp(join(tmpdir(), "chorus-docs-"));
    const simulated = await SIMULATED[first?.says["with"] ?? ""]?.();
    let shell: ChildProcess | undefined;
    try {
      await prepare(folder, first?.says["in"]);
      const search = await watchRun({ folder, secrets: secretsOf(story, simulated?.variables), simulatorUrl: simulated?.url, mayWrite: false });
      const script = story.map((block) => (block.says["background"] === undefined ? scriptOf(block) : backgroundOf(block))).join("\n");
      const { PATH = "", HOME = "" } = process.env;
      const env = { PATH: `${await bin(folder)}:${PATH}`, HOME, TZ: "Europe/Paris", GIT_CONFIG_GLOBAL: "/dev/null", ...simulated?.variables };
      shell = spawn("bash", ["-c", script], { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"], detached: true });
      let said = "";
      for (const output of [shell.stdout, shell.stderr]) output?.setEncoding("utf8").on("data", (text: string) => (said += text));
      const [code] = (await once(shell, "exit")) as [number | null];
      expect(code, said).toBe(0);
      expect(await search(said)).toEqual([]);
    } finally {
      stopGroup(shell);
      await simulated?.close();
      await rm(folder, { recursive: true, force: true });
    }
  });

  it("says of every block where it is run, and of a few why not", () => {
    const pages = stories.flat();
    const silent = pages.filter(({ says }) => says["in"] === undefined && says["continued"] === undefined && says["not run"] === undefined);
    expect(silent.map(({ page, line }) => `${page.file}:${line}`)).toEqual([]);
  });
});

it("leaves at most five blocks that are not run, each with its reason", async () => {
  const skipped = (await readPages()).flatMap(blocksOf).filter(({ says }) => says["not run"] !== undefined);
  expect(skipped.filter(({ says }) => says["not run"] === "")).toEqual([]);
  expect(skipped.length).toBeLessThanOrEqual(5);
});

/** A block with those that continue it. */
function storiesOf(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const found: Block[][] = [];
  for (const block of blocks) {
    if (block.says["not run"] !== undefined || block.says["in"] === "the tutorial") continue;
    if (block.says["continued"] !== undefined) found.at(-1)?.push(block);
    else found.push([block]);
  }
  return found;
}

function placeOf(story: readonly Block[]): string {
  return `${story[0]?.page.file}:${story.map(({ line }) => line).join(", ")}`;
}

const prepare = async (folder: string, from: string | undefined): Promise<void> => {
  if (from === undefined || from === "an empty folder") return;
  const copied = from === "a clone" ? CLONE : [from];
  for (const path of copied) {
    const target = from === "a clone" ? join(folder, path) : path.endsWith(".yaml") ? join(folder, "chorus.config.yaml") : folder;
    await cp(join(ROOT, path), target, { recursive: true });
  }
};

const CLONE = ["chorus.config.yaml", "examples", "schemas"];

/** `chorus` as an installed package has it, without `npx`. */
const bin = async (folder: string): Promise<string> => {
  const path = join(folder, ".bin");
  await cp(join(ROOT, "LICENSE"), join(path, "LICENSE"));
  for (const [name, command] of [["chorus", `"${process.execPath}" "${CLI}" "$@"`], ["npx", '"$@"']] as const) {
    await writeFile(join(path, name), `#!/bin/sh\nexec ${command}\n`);
    await chmod(join(path, name), 0o755);
  }
  return path;
};

/** What a page exports, and what a simulator's variables hold: it may be shown and written nowhere. */
const secretsOf = (story: readonly Block[], variables: Readonly<Record<string, string>> = {}): readonly string[] => {
  const exported = story.flatMap(({ body }) => [...body.matchAll(/^export (\w+)=(.*)$/gm)].map(([, name = "", value = ""]) => [name, value.replaceAll("'", "")] as const));
  return secretsGiven({ ...variables, ...Object.fromEntries(exported) });
};

/** Half-way, with the secrets known so far: what somebody has who reads on after the README's first minutes. */
const startHalfWay = async () => {
  const halfWay = JSON.parse(await readFile(join(ROOT, "examples/simulation/half-way.json"), "utf8")) as Scenario;
  const simulator = await startSimulator({ ...halfWay, version: 1 }, { now: () => Date.now(), random: () => Math.random() });
  const secrets = Object.entries(halfWay.environments).flatMap(([environment, { applications = {}, comptesTechniques = {} }]) => {
    const prefix = `CHORUS_${environment.toUpperCase()}`;
    return [
      ...Object.values(applications).flatMap(({ clientId, clientSecret }) => [
        [`${prefix}_CLIENT_ID`, clientId],
        [`${prefix}_CLIENT_SECRET`, clientSecret],
      ]),
      ...Object.values(comptesTechniques).map(({ motDePasse }) => [`${prefix}_PASSWORD`, motDePasse]),
    ];
  });
  const variables = { ...simulator.environmentVariables(), CHORUS_TRUST: "loopback", ...(Object.fromEntries(secrets) as Record<string, string>) };
  return { variables, url: simulator.url, close: () => simulator.close() };
};

/** The clients of the example of an éditeur, as each of their machines sees its own: everything is there. */
const startClients = async () => {
  const [yaml = "", csv = ""] = await Promise.all(["chorus.config.yaml", "clients.csv"].map((file) => readFile(join(ROOT, "examples/editeur", file), "utf8")));
  const desired = atTheClient(await desiredFrom(yaml, { "clients.csv": csv }));
  const simulator = await startSimulator(doneScenario(desired), { now: () => Date.now(), random: () => Math.random() });
  return { variables: { ...simulator.environmentVariables(), CHORUS_TRUST: "loopback", ...secretsOfWorld(desired) }, url: simulator.url, close: () => simulator.close() };
};

const SIMULATED: Readonly<Record<string, () => ReturnType<typeof startHalfWay>>> = { simulator: startHalfWay, clients: startClients };

/** The shell and what it left in the background, however it ended. */
const stopGroup = (shell: ChildProcess | undefined): void => {
  if (shell?.pid === undefined) return;
  try {
    process.kill(-shell.pid);
  } catch {
    // All of it is gone.
  }
};

/** Each command with the code that it must end with. A backslash at the end of a line goes on. */
const scriptOf = ({ body }: Block): string =>
  body
    .replaceAll(/\\\n\s*/g, " ")
    .split("\n")
    .map((line) => line.replace(/^\$ /, "").trim())
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => {
      const wanted = /# exit code (\d+)/.exec(line)?.[1] ?? "0";
      return `${line}\ncode=$?; [ $code = ${wanted} ] || { echo "ended with $code, not ${wanted}: ${line.replaceAll(/["$`\\]/g, "")}" >&2; exit 1; }`;
    })
    .join("\n");

/** What it prints is what a person pastes in the other terminal. */
const backgroundOf = ({ body }: Block): string =>
  `${body.trim()} > .background & for try in $(seq 100); do grep -q CHORUS_TRUST .background && break; sleep 0.1; done; . ./.background`;
