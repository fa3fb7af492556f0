import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Count } from "../../src/model/count.ts";
import type { SealedPlan } from "../../src/plan/plan-document.ts";
import type { StatusDocument } from "../../src/plan/status-document.ts";
import { DIRECT } from "../support/direct.ts";
import { doneScenario, secretsOf } from "../support/done-world.ts";
import { desiredFrom } from "../support/world.ts";
import { chorus, practise, workIn, type Ran } from "./support.ts";

/** Counts and pages of what is a list. */

const clients = async () => {
  const cwd = await workIn("examples/concentrateur");
  return (...args: readonly string[]): Promise<Ran> => chorus([...args, ...(args.includes("--lang") ? [] : ["--lang", "en"])], { cwd });
};

const recorded = async () => {
  const cwd = await workIn("examples/direct");
  await writeFile(join(cwd, "chorus.config.yaml"), DIRECT);
  const desired = await desiredFrom(DIRECT);
  const { variables } = await practise(doneScenario(desired));
  const run = (...args: readonly string[]): Promise<Ran> => chorus([...args, "--lang", "en"], { cwd, variables: { ...variables, ...secretsOf(desired) } });
  expect(await run("refresh")).toMatchObject({ code: 0 });
  return run;
};

const count = ({ stdout }: Ran): Count => JSON.parse(stdout) as Count;

/** Numbers of the steps that a plan lists as text. */
const numbers = ({ stdout }: Ran): readonly number[] => [...stdout.matchAll(/^ {2}(\d+) +[+✎!?~] /gm)].map(([, number]) => Number(number));

const sum = (by: Readonly<Record<string, number>>): number => Object.values(by).reduce((all, one) => all + one, 0);

describe("--count", () => {
  it("says of a plan how many steps there are, and whose", async () => {
    const run = await clients();
    const { steps } = JSON.parse((await run("plan", "--offline", "--format", "json")).stdout) as SealedPlan;
    const all = count(await run("plan", "--offline", "--count", "--format", "json"));
    expect(all.total).toBe(steps.length);
    expect(sum(all.by)).toBe(all.total);
    expect(all.by["C00417"]).toBe(steps.filter(({ actor }) => actor.name === "C00417").length);
    const one = await run("plan", "--offline", "--count", "--actor", "C00417", "--detailed-exitcode");
    expect(one).toMatchObject({ code: 2, stdout: `${all.by["C00417"]} in all\n${all.by["C00417"]} C00417\n` });
  });

  it("says of a status how many resources stand how, in the words that filters take", async () => {
    const run = await clients();
    const { summary } = JSON.parse((await run("status", "--format", "json")).stdout) as StatusDocument;
    const all = count(await run("status", "--count", "--format", "json"));
    expect(all.total).toBe(summary.resources);
    for (const [status, number] of Object.entries(all.by)) expect(count(await run("status", "--count", "--format", "json", "--where", `status=${status}`))).toEqual({ total: number, by: { [status]: number } });
    expect(count(await run("status", "--count", "--format", "json", "--where", "name=nobody"))).toEqual({ total: 0, by: {} });
    expect((await run("status", "--count")).stdout).toMatch(/^\d+ in all\n\d+ to-do\n/);
    expect((await run("status", "--count", "--lang", "fr")).stdout).toMatch(/^\d+ en tout\n\d+ to-do\n/);
  });

  it("says of what is due how much of it ends how, and keeps the exit code", async () => {
    const run = await clients();
    const { deadlines } = JSON.parse((await run("status", "--due", "900d", "--format", "json")).stdout) as StatusDocument;
    const due = await run("status", "--due", "900d", "--count", "--format", "json");
    expect([due.code, count(due)]).toEqual([2, { total: deadlines.length, by: { guide: deadlines.length } }]);
  });

  it("says of the state what is recorded, and of a subject who changed it", async () => {
    const run = await recorded();
    const all = (await run("state", "list")).stdout.trim().split("\n");
    const { total, by } = count(await run("state", "list", "--count", "--format", "json"));
    expect(total).toBe(all.length);
    expect(by["espace"]).toBe(all.filter((address) => address.includes("/espace/")).length);
    expect((await run("state", "list", "--count", "production/structure/siege")).stdout).toMatch(/^ ?\d+ in all\n/);
  });
});

describe("--page and --limit", () => {
  it("show every step of a plan once, and which page it is", async () => {
    const run = await clients();
    const { steps } = JSON.parse((await run("plan", "--offline", "--format", "json")).stdout) as SealedPlan;
    const seen: number[] = [];
    for (let page = 1; page <= 3; page++) {
      const ran = await run("plan", "--offline", "--page", String(page), "--limit", "8");
      expect(ran).toMatchObject({ code: 0, stdout: expect.stringContaining(`page ${page} of 3 (`) as string });
      seen.push(...numbers(ran));
    }
    expect(seen).toEqual(steps.map(({ number }) => number));
    expect((await run("plan", "--offline", "--page", "1", "--lang", "fr")).stdout).toContain(`page 1 sur 1 (1–${steps.length} de ${steps.length})`);
    expect(numbers(await run("plan", "--offline", "--page", "1", "--where", "client=C00417"))).toHaveLength(1);
  });

  it("show the rows of a status, and the lines of what is due", async () => {
    const run = await clients();
    const clientRows = async (...page: readonly string[]): Promise<readonly string[]> => [...(await run("status", ...page)).stdout.matchAll(/^ {2}(C\d{5}) /gm)].map(([, name = ""]) => name);
    const all = await clientRows();
    const paged: string[] = [];
    for (let page = 1; page <= 6; page++) paged.push(...(await clientRows("--limit", "3", "--page", String(page))));
    expect(paged.toSorted()).toEqual(all.toSorted());
    expect((await run("status", "--due", "900d", "--page", "1")).stdout).toContain("page 1 of 1 (1–1 of 1)");
  });

  it("show the addresses of the state, and say which page it is to who reads, not to what reads", async () => {
    const run = await recorded();
    const all = (await run("state", "list")).stdout.trim().split("\n");
    const second = await run("state", "list", "--limit", "4", "--page", "2", "--format", "json");
    expect(JSON.parse(second.stdout)).toEqual(all.slice(4, 8));
    expect(second.stderr).toBe(`page 2 of ${Math.ceil(all.length / 4)} (5–8 of ${all.length})\n`);
    expect(await run("state", "list", "--page", "99")).toMatchObject({ code: 0, stdout: "", stderr: `page 99 of 1 (nothing of ${all.length})\n` });
  });
});

it.each([
  [["plan", "--offline", "--page", "0"], "--page"],
  [["status", "--limit", "many"], "--limit"],
  [["status", "--count", "--page", "2"], "--count, --page"],
  [["status", "--page", "2", "--format", "csv"], "--format csv"],
  [["status", "--count", "--forecast"], "--forecast"],
  [["plan", "--offline", "--count", "--out", "plan.json"], "--out"],
  [["plan", "--offline", "--count", "--format", "markdown"], "markdown"],
  [["plan", "--offline", "--page", "1", "--format", "json"], "--format json"],
  [["plan", "--page", "1", "--explain-requests"], "--explain-requests"],
])("refuses %j, which has no place for it", async (args, named) => {
  const run = await clients();
  const ran = await run(...args);
  expect(ran.code).toBe(1);
  expect(`${ran.stdout}${ran.stderr}`).toContain("CHR-USAGE");
  expect(`${ran.stdout}${ran.stderr}`).toContain(named);
});
