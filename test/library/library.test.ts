import { execFile } from "node:child_process";
import { once } from "node:events";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { apply, ChorusError, describe as inWords, plan, validate, type RunEvent } from "../../src/index.ts";
import { practise, ROOT, workIn } from "../cli/support.ts";
import { DIRECT } from "../support/direct.ts";
import { doneScenario, secretsOf } from "../support/done-world.ts";
import { desiredFrom } from "../support/world.ts";

/** Chorus inside another program. */

const run = promisify(execFile);

/** By the name that others know it by: as it was built. */
const PACKAGE: string = "chorus-as-code";

const project = async () => {
  const cwd = await workIn("examples/direct");
  const config = join(cwd, "chorus.config.yaml");
  await writeFile(config, DIRECT);
  const desired = await desiredFrom(DIRECT);
  const practice = await practise(doneScenario(desired));
  const variables = { ...practice.variables, ...secretsOf(desired) };
  return { cwd, config, practice, variables, live: { config, variables, trust: ["loopback"] } };
};

describe("the package", () => {
  it("exports this, and nothing else", async () => {
    const built = (await import(PACKAGE)) as object;
    expect(Object.keys(built).toSorted()).toEqual(["ChorusError", "apply", "describe", "plan", "validate"]);
    expect(await readFile(join(ROOT, "dist/types/index.d.ts"), "utf8")).toMatchSnapshot();
    for (const file of ["options", "validate", "plan", "apply", "describe"]) {
      expect(await readFile(join(ROOT, `dist/types/library/${file}.d.ts`), "utf8")).toMatchSnapshot();
    }
  });

  it("is shown in its page as its example is", async () => {
    const page = await readFile(join(ROOT, "docs/embedding.md"), "utf8");
    const shown = [...page.matchAll(/```js\n([\s\S]*?)```/g)].map(([, code]) => code);
    expect(shown).toEqual([await readFile(join(ROOT, "examples/embedding/verify.mjs"), "utf8")]);
  });

  it("runs its examples", async () => {
    const { config, variables } = await project();
    const environment = { PATH: process.env["PATH"] ?? "", ...variables };
    const left = await run(process.execPath, [join(ROOT, "examples/embedding/what-is-left.mjs"), config], { env: environment });
    expect(left.stderr).toBe("");
    expect(left.stdout).toMatch(/^production {2}declare-raccordement {2}3$/m);
    expect(left.stdout).toMatch(/^\d+ steps, \d+ resources unknown$/m);
    const verified = await run(process.execPath, [join(ROOT, "examples/embedding/verify.mjs"), config], { env: environment });
    expect(verified.stderr).toBe("");
    expect(verified.stdout).toContain("proven: production/structure/siege");
    expect(verified.stdout).toMatch(/^[1-9]\d* subjects recorded, \d+ steps left$/m);
    const wrong = run(process.execPath, [join(ROOT, "examples/embedding/what-is-left.mjs"), `${config}.gone`], { env: environment });
    await expect(wrong).rejects.toMatchObject({ code: 1, stdout: "", stderr: expect.stringContaining("CHR-CONFIG-NOT-FOUND") });
  });
});

describe("validate", () => {
  it("says what is wrong, and gives the full form where nothing is", async () => {
    const { config } = await project();
    const sound = await validate({ config });
    expect(sound).toMatchObject({ valid: true, configuration: { topology: "direct" } });
    await writeFile(config, DIRECT.replace("73282932000082", "73282932000083"));
    const { valid, diagnostics } = await validate({ config });
    expect(valid).toBe(false);
    expect(diagnostics.map(({ code }) => code)).toContain("CHR-SIRET-KEY");
    expect(inWords(diagnostics, "en")).toContain("73282932000083");
    await expect(validate({ config, trust: ["everything"] })).rejects.toThrow(ChorusError);
  });
});

describe("plan", () => {
  it("rests on what is recorded, or asks the platforms, which it only reads", async () => {
    const { config, live, practice, cwd } = await project();
    const before = await plan({ config, offline: true });
    expect(before.summary.inOrder).toBe(0);
    expect(practice.simulator.requests()).toEqual([]);
    const events: RunEvent[] = [];
    const asked = await plan({ ...live, onEvent: (event) => events.push(event) });
    expect(asked.summary.inOrder).toBeGreaterThan(5);
    expect(events.length).toBeGreaterThan(0);
    expect(events.every(({ event }) => event === "progress")).toBe(true);
    expect(await readdir(cwd)).not.toContain("chorus.state.jsonl");
  });

  it("is about a part where one is named", async () => {
    const { config } = await project();
    const part = await plan({ config, offline: true, targets: ["production/structure/siege"] });
    expect(part.resources.length).toBeGreaterThan(1);
    expect(part.resources.every(({ address }) => address.includes("siege"))).toBe(true);
    await expect(plan({ config, offline: true, targets: ["production/structure/nobody"] })).rejects.toMatchObject({ diagnostics: [{ code: "CHR-ADDRESS-UNKNOWN" }] });
  });

  it("rejects with what is wrong, and goes on in the same process", async () => {
    const { config } = await project();
    await writeFile(config, "version: 1\nstructures: [");
    await expect(plan({ config, offline: true })).rejects.toThrow(ChorusError);
    await writeFile(config, DIRECT);
    expect((await plan({ config, offline: true })).format).toBe("chorus-plan");
  });

  it("ends where it is told to, with the reason that was given", async () => {
    const { live, practice } = await project();
    await practice.change({ settings: {} });
    const stop = new AbortController();
    const reason = new Error("enough");
    const planning = plan({ ...live, signal: stop.signal, onEvent: () => stop.abort(reason) });
    await expect(planning).rejects.toBe(reason);
    await expect(plan({ ...live, signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });
});

describe("apply", () => {
  it("records what is proven, tells it as it goes, and has nothing to record the second time", async () => {
    const { live, cwd } = await project();
    const events: RunEvent[] = [];
    const first = await apply({ ...live, onEvent: (event) => events.push(event) });
    expect(first.recorded).toBeGreaterThan(0);
    expect(events.some((event) => event.event === "became-true")).toBe(true);
    expect(await readdir(cwd)).toContain("chorus.state.jsonl");
    expect((await apply(live)).recorded).toBe(0);
  });

  it("holds back what was not reviewed", async () => {
    const { live, config } = await project();
    const reviewed = await plan({ config, offline: true });
    await writeFile(config, DIRECT.replace("nantes: 73282932000090", "nantes: 73282932000108"));
    const { held } = await apply({ ...live, reviewed });
    expect(held.some((address) => address.includes("nantes"))).toBe(true);
    expect(held.some((address) => address.includes("siege"))).toBe(false);
  });
});

it("lets the process end by itself", async () => {
  const { config, variables } = await project();
  const script = `import { apply } from "chorus-as-code"; await apply({ config: ${JSON.stringify(config)}, trust: ["loopback"] });`;
  const child = execFile(process.execPath, ["--input-type=module", "-e", script], { cwd: ROOT, env: { PATH: process.env["PATH"] ?? "", ...variables } });
  let said = "";
  child.stdout?.on("data", (text: string) => (said += text));
  child.stderr?.on("data", (text: string) => (said += text));
  const [code] = await once(child, "close");
  expect([code, said]).toEqual([0, ""]);
});
