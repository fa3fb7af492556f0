import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { describe, expect, it, vi } from "vitest";
import type { PlanDocument } from "../../src/plan/plan-document.ts";
import { siretOf } from "../../src/simulator/generate/siret.ts";
import type { ScenarioFault } from "../../src/simulator/scenario.ts";
import { DIRECT } from "../support/direct.ts";
import { doneScenario, secretsOf } from "../support/done-world.ts";
import { desiredFrom } from "../support/world.ts";
import { chorus, practise, start, workIn } from "./support.ts";

/** Runs that are cut short: what was answered is kept, and only the rest is asked. */

const NAMES = Array.from({ length: 40 }, (_, index) => `s${String(index + 1).padStart(2, "0")}`);
const SIRETS = NAMES.map((_, index) => siretOf(index + 1, 1));

/** Each structure takes a look-up of its own; all of them may be under way at once. */
const CONFIGURATION = DIRECT.replace(/structures:\n[\s\S]*/, "")
  .replace("espaces: [factures-emises]\n", "")
  .replace("transverses, ", "")
  .replace("application: EXEMPLE-BTP-FACTURATION", "application: { production: EXEMPLE-BTP-FACTURATION, quota: 1000/s, part: 100% }")
  .concat(`structures:\n${NAMES.map((name, index) => `  ${name}: ${SIRETS[index]}\n`).join("")}`);

const SEARCH = "/cpro/structures/v1/rechercher";

/** Half of the look-ups are answered at once, half of them never. */
const HALF_HANGS = { fault: "slow-headers", rate: 0.5, route: SEARCH, delayMs: 600_000 } as const;

const project = async () => {
  const cwd = await workIn("examples/direct");
  await writeFile(join(cwd, "chorus.config.yaml"), CONFIGURATION);
  const desired = await desiredFrom(CONFIGURATION);
  const practice = await practise({ ...doneScenario(desired), faults: [HALF_HANGS] });
  const variables: Readonly<Record<string, string>> = { ...practice.variables, ...secretsOf(desired) };
  const lookUps = () => practice.simulator.requests().filter(({ path, account }) => path.endsWith(SEARCH) && account !== null && account.startsWith("TECH"));
  return {
    cwd,
    variables,
    start: (...args: readonly string[]) => start(args, { cwd, variables }),
    run: (...args: readonly string[]) => chorus(args, { cwd, variables }),
    lookUps: () => lookUps().length,
    /** Once everything that is answered at once is kept: how many look-ups that is. */
    answered: async (): Promise<number> => {
      await vi.waitFor(async () => {
        expect(lookUps().length).toBe(NAMES.length);
        expect(await keptIn(cwd)).toBe(lookUps().filter(({ injected }) => injected === undefined).length);
      }, PATIENCE);
      return keptIn(cwd);
    },
    strike: async (faults: readonly ScenarioFault[]): Promise<void> => {
      const answer = await fetch(`${practice.simulator.url}/admin/faults`, { method: "PUT", body: JSON.stringify({ faults }) });
      expect(answer.status).toBe(200);
    },
  };
};

const PATIENCE = { timeout: 20_000, interval: 50 };

/** Structures that this machine's cache knows to be active. */
const keptIn = async (cwd: string): Promise<number> => {
  const text = await readFile(join(cwd, ".chorus/cache/observations.jsonl"), "utf8");
  const lines = text.split("\n").filter(Boolean).map((line) => JSON.parse(line) as { readonly question: readonly string[]; readonly answer: { readonly answer: string } });
  return lines.filter(({ question, answer }) => question[0] === "structure-active" && answer.answer === "true").length;
};

const provenIn = async (cwd: string): Promise<number> =>
  [...(await readFile(join(cwd, "chorus.state.jsonl"), "utf8")).matchAll(/"subject":"production\/structure\/[^\n]*"type":"Active","reason":"structure-active"/g)].length;

const filesIn = async (cwd: string): Promise<readonly string[]> => (await readdir(cwd)).toSorted();

describe.each([
  ["SIGINT", { code: 130, signal: null }],
  ["SIGTERM", { code: 130, signal: null }],
  ["SIGKILL", { code: null, signal: "SIGKILL" }],
] as const)("refresh cut short by %s", (signal, ending) => {
  it("loses no answer: the next run asks the rest alone, and records all of it", { timeout: 60_000 }, async () => {
    const { cwd, start: begin, run, answered, lookUps, strike } = await project();
    const before = await filesIn(cwd);
    const refresh = await begin("refresh");
    const kept = await answered();
    expect(kept).toBeGreaterThan(5);
    expect(kept).toBeLessThan(NAMES.length - 5);
    refresh.child.kill(signal);
    const ended = await refresh.ended;
    expect(ended).toMatchObject({ ...ending, stdout: "" });
    expect(ended.stderr.includes("Interrompu.")).toBe(signal !== "SIGKILL");
    // Nothing is recorded by half: the state is Git's, and a run that was stopped leaves it alone.
    expect(await filesIn(cwd)).toEqual([".chorus", ...before].toSorted());

    await strike([]);
    const sent = lookUps();
    expect(await run("refresh")).toMatchObject({ code: 0 });
    expect(lookUps() - sent).toBe(NAMES.length - kept);
    expect(await provenIn(cwd)).toBe(NAMES.length);
    const asked = lookUps();
    await run("refresh");
    expect(lookUps() - asked).toBe(NAMES.length);
  });
});

it("says in English that it was interrupted, and leaves what was recorded before as it was", { timeout: 60_000 }, async () => {
  const { cwd, run, start: begin, strike } = await project();
  await strike([]);
  expect(await run("refresh")).toMatchObject({ code: 0 });
  const state = await readFile(join(cwd, "chorus.state.jsonl"), "utf8");
  await strike([{ ...HALF_HANGS, rate: 1 }]);
  const refresh = await begin("refresh", "--lang", "en");
  await vi.waitFor(() => readFile(join(cwd, ".chorus/cache/run.json")), PATIENCE);
  refresh.child.kill("SIGINT");
  const { code, stderr } = await refresh.ended;
  expect(code).toBe(130);
  expect(stderr).toContain("Interrupted.");
  expect(await readFile(join(cwd, "chorus.state.jsonl"), "utf8")).toBe(state);
});

it("ends at once while a secret's command is at it", { timeout: 60_000 }, async () => {
  const { cwd, variables } = await project();
  const config = join(cwd, "chorus.config.yaml");
  await writeFile(config, `${CONFIGURATION}secrets:\n  clientSecret: { command: [sh, -c, "touch asked; sleep 25; touch done"] }\n`);
  const refresh = await start(["refresh"], { cwd, variables: { ...variables, CHORUS_TRUST: "loopback,commands" } });
  await vi.waitFor(() => readFile(join(cwd, "asked")), PATIENCE);
  refresh.child.kill("SIGINT");
  expect(await refresh.ended).toMatchObject({ code: 130, signal: null });
  expect(await filesIn(cwd)).not.toContain("done");
});

it("ends at once at a second SIGINT, while the first is being honoured", { timeout: 60_000 }, async () => {
  const { cwd, variables } = await project();
  // Git does not hear the signal: the run waits for it.
  await mkdir(join(cwd, "bin"));
  await writeFile(join(cwd, "bin/git"), "#!/bin/sh\ntouch asked\nexec sleep 25\n", { mode: 0o755 });
  const slow = { ...variables, PATH: `${join(cwd, "bin")}:${process.env["PATH"]}` };
  const refresh = await start(["refresh", "--changed-since", "HEAD"], { cwd, variables: slow });
  await vi.waitFor(() => readFile(join(cwd, "asked")), PATIENCE);
  refresh.child.kill("SIGINT");
  const again = setInterval(() => refresh.child.kill("SIGINT"), 50);
  const ended = await refresh.ended;
  clearInterval(again);
  expect(ended).toMatchObject({ code: null, signal: "SIGINT" });
});

describe("--timeout", () => {
  it("ends as usual: what was proven is recorded, the rest was not asked, and can be asked later", { timeout: 90_000 }, async () => {
    const { cwd, run, lookUps, strike } = await project();
    const first = await run("refresh", "--timeout", "8s");
    expect(first).toMatchObject({ code: 0 });
    expect(first.stderr).toContain("Le temps donné est écoulé.");
    const proven = await provenIn(cwd);
    expect(proven).toBe(await keptIn(cwd));
    expect(proven).toBeGreaterThan(0);
    expect(proven).toBeLessThan(NAMES.length - 5);

    await strike([{ ...HALF_HANGS, rate: 1 }]);
    const { resources } = JSON.parse((await run("plan", "--format", "json", "--max-age", "1h", "--timeout", "1s")).stdout) as PlanDocument;
    const structures = resources.filter(({ kind }) => kind === "structure").flatMap(({ conditions }) => conditions);
    expect(structures.filter(({ status }) => status === "true")).toHaveLength(proven);
    const unknown = structures.filter(({ status }) => status === "unknown").map((condition) => condition.unknown);
    expect(unknown).toEqual(Array.from({ length: NAMES.length - proven }, () => "not-asked"));

    await strike([]);
    const sent = lookUps();
    expect((await run("refresh")).stderr).not.toContain("écoulé");
    expect(lookUps() - sent).toBe(NAMES.length - proven);
    expect(await provenIn(cwd)).toBe(NAMES.length);
  });

  it("does not take a secret for missing whose command was cut short", { timeout: 60_000 }, async () => {
    const { cwd, variables } = await project();
    await writeFile(join(cwd, "chorus.config.yaml"), `${CONFIGURATION}secrets:\n  clientSecret: { command: [sh, -c, "sleep 25"] }\n`);
    const args = ["plan", "--format", "json", "--timeout", "1s"];
    const { stdout } = await chorus(args, { cwd, variables: { ...variables, CHORUS_TRUST: "loopback,commands" } });
    const { resources } = JSON.parse(stdout) as PlanDocument;
    const unknown = resources.filter(({ kind }) => kind === "credentials" || kind === "structure").map(({ conditions }) => conditions[0]?.unknown);
    expect(new Set(unknown)).toEqual(new Set(["not-asked"]));
  });

  it("takes nothing away from what was proven before", { timeout: 60_000 }, async () => {
    const { cwd, run, strike } = await project();
    await strike([]);
    await run("refresh");
    const state = await readFile(join(cwd, "chorus.state.jsonl"), "utf8");
    expect(await provenIn(cwd)).toBe(NAMES.length);
    await strike([{ ...HALF_HANGS, rate: 1 }]);
    expect(await run("refresh", "--timeout", "1s")).toMatchObject({ code: 0 });
    expect(await readFile(join(cwd, "chorus.state.jsonl"), "utf8")).toBe(state);
  });
});
