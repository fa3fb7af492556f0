import { execFileSync } from "node:child_process";
import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import type { Count } from "../../src/model/count.ts";
import type { HistoryEntry } from "../../src/model/history.ts";
import type { SealedPlan } from "../../src/plan/plan-document.ts";
import type { ReportDocument } from "../../src/plan/report/report-document.ts";
import type { StatusDocument } from "../../src/plan/status-document.ts";
import { DIRECT } from "../support/direct.ts";
import { doneScenario, secretsOf } from "../support/done-world.ts";
import { desiredFrom } from "../support/world.ts";
import { chorus, practise, workIn, type Ran } from "./support.ts";

/** Counts and pages of what is a list. */

const clients = async () => {
  const cwd = await workIn("examples/concentrateur");
  const run = (...args: readonly string[]): Promise<Ran> => chorus([...args, ...(args.includes("--lang") ? [] : ["--lang", "en"])], { cwd });
  return Object.assign(run, { cwd });
};

const recorded = async () => {
  const cwd = await workIn("examples/direct");
  await writeFile(join(cwd, "chorus.config.yaml"), DIRECT);
  const desired = await desiredFrom(DIRECT);
  const { variables } = await practise(doneScenario(desired));
  const run = (...args: readonly string[]): Promise<Ran> => chorus([...args, "--lang", "en"], { cwd, variables: { ...variables, ...secretsOf(desired) } });
  expect(await run("refresh")).toMatchObject({ code: 0 });
  return Object.assign(run, { cwd });
};

const SIEGE = "production/structure/siege";

/** What was recorded, then dropped, by two people, in a repository. */
const changed = async () => {
  const run = await recorded();
  const git = (...args: readonly string[]) => execFileSync("git", [...args], { cwd: run.cwd, stdio: "pipe", env: { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null" } });
  const commit = (who: string) => git("-c", `user.name=${who}`, "-c", "user.email=someone@exemple.fr", "commit", "-qam", who);
  git("init", "-q");
  git("add", ".");
  commit("Camille");
  expect(await run("state", "forget", SIEGE)).toMatchObject({ code: 0 });
  commit("Sacha");
  expect(await run("refresh")).toMatchObject({ code: 0 });
  commit("Camille");
  return run;
};

type Run = (...args: readonly string[]) => Promise<Ran>;

const historyIn = async (run: Run): Promise<readonly HistoryEntry[]> => {
  const entries = JSON.parse((await run("state", "history", SIEGE, "--format", "json")).stdout) as readonly HistoryEntry[];
  expect(entries.length).toBeGreaterThan(1);
  return entries;
};

const tableRows = ({ stdout }: Ran): readonly string[] => (parse(stdout, { delimiter: ";", bom: true, from_line: 2 }) as readonly (readonly string[])[]).map((cells) => cells.join(";"));

const nameOf = (row: string): string => row.split(";")[0] ?? "";

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

  it("says of worklists how many steps the messages tell, and whose they are, as their table has rows", async () => {
    const run = await clients();
    const all = count(await run("worklist", "--actor", "gestionnaire", "--count", "--format", "json"));
    expect(all.total).toBe(tableRows(await run("worklist", "--actor", "gestionnaire", "--format", "csv")).length);
    expect(sum(all.by)).toBe(all.total);
    const one = tableRows(await run("worklist", "--actor", "C00417", "--format", "csv")).length;
    expect(one).toBeGreaterThan(0);
    expect(await run("worklist", "--actor", "C00417", "--count")).toMatchObject({ code: 0, stdout: `${one} in all\n${one} C00417\n` });
    const clientsAlone = count(await run("worklist", "--each", "client", "--count", "--format", "json"));
    expect(clientsAlone.by).toEqual(Object.fromEntries(Object.entries(all.by).filter(([name]) => name in clientsAlone.by)));
    expect(count(await run("worklist", "--each", "client", "--count", "--format", "json", "--where", "client=C00417"))).toEqual({ total: one, by: { C00417: one } });
    expect(count(await run("worklist", "--each", "client", "--count", "--format", "json", "--where", "name=nobody"))).toEqual({ total: 0, by: {} });
  });

  it("says of a report how many rows stand how", async () => {
    const run = await clients();
    const { rows } = JSON.parse((await run("report")).stdout) as ReportDocument;
    const all = count(await run("report", "--count", "--format", "json"));
    expect(all.total).toBe(rows.length);
    for (const [mark, number] of Object.entries(all.by)) expect(number).toBe(rows.filter((row) => row.mark === mark).length);
    expect(sum(all.by)).toBe(all.total);
    expect((await run("report", "--count")).stdout).toMatch(/^ ?\d+ in all\n/);
    expect(count(await run("report", "--count", "--format", "json", "--where", "name=nobody"))).toEqual({ total: 0, by: {} });
  });

  it("says of the history of a subject how many changes there are, and by whom", async () => {
    const run = await changed();
    const entries = await historyIn(run);
    const all = count(await run("state", "history", SIEGE, "--count", "--format", "json"));
    expect([all.total, sum(all.by)]).toEqual([entries.length, entries.length]);
    expect(Object.keys(all.by)).toEqual([...new Set(entries.map(({ author }) => author.who))]);
    expect((await run("state", "history", SIEGE, "--count")).stdout).toContain(`${entries.length} in all\n`);
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

  it("show the changes of a subject, each once", async () => {
    const run = await changed();
    const entries = await historyIn(run);
    const seen: unknown[] = [];
    for (let page = 1; page <= entries.length; page++) {
      const ran = await run("state", "history", SIEGE, "--page", String(page), "--limit", "1", "--format", "json");
      expect(ran).toMatchObject({ code: 0, stderr: `page ${page} of ${entries.length} (${page}–${page} of ${entries.length})\n` });
      seen.push(...(JSON.parse(ran.stdout) as readonly unknown[]));
    }
    expect(seen).toEqual(entries);
  });

  it("show messages, in every form, and write those of a page beside the others", async () => {
    const run = await clients();
    const table = tableRows(await run("worklist", "--actor", "gestionnaire", "--format", "csv"));
    const names = [...new Set(table.map(nameOf))];
    const paged: string[] = [];
    for (let page = 1; page <= names.length; page++) {
      const ran = await run("worklist", "--actor", "gestionnaire", "--format", "csv", "--limit", "1", "--page", String(page));
      expect(ran).toMatchObject({ code: 0, stderr: expect.stringContaining(`page ${page} of ${names.length} (${page}–${page} of ${names.length})\n`) as string });
      expect(new Set(tableRows(ran).map(nameOf)).size).toBe(1);
      paged.push(...tableRows(ran));
    }
    expect(paged).toEqual(table);
    const page = (number: number) => run("worklist", "--each", "client", "--out", "lists", "--format", "html", "--limit", "2", "--page", String(number));
    expect(await page(1)).toMatchObject({ code: 0, stdout: "" });
    expect(await page(2)).toMatchObject({ code: 0, stdout: "" });
    expect((await run("worklist", "--actor", "gestionnaire", "--format", "html", "--limit", "1")).stdout.match(/<html/g)).toHaveLength(1);
    const written = (await readdir(join(run.cwd, "lists"))).filter((name) => name.endsWith(".html"));
    const { by } = count(await run("worklist", "--each", "client", "--count", "--format", "json"));
    expect(written).toEqual(Object.keys(by).toSorted().slice(0, 4).map((name) => `${name}.html`));
  });

  it("show the rows of a report that are not in order, all of them", async () => {
    const run = await clients();
    const { rows } = JSON.parse((await run("report")).stdout) as ReportDocument;
    const listed = ({ stdout }: Ran): readonly string[] => [...stdout.matchAll(/^\| .*?(\([^|]*\)) \|/gm)].map(([line]) => line);
    const all = listed(await run("report", "--format", "markdown", "--limit", "1000"));
    expect(all.length).toBeGreaterThan(2);
    expect(all.length).toBeLessThanOrEqual(rows.length);
    const [first, second] = [await run("report", "--limit", "2"), await run("report", "--limit", "2", "--page", "2", "--format", "markdown")];
    expect([...listed(first), ...listed(second)]).toEqual(all.slice(0, 4));
    expect(second.stdout).toMatch(/^page 2 of \d+ \\\(3–4 of \d+\\\)$/m);
    expect(await run("report", "--page", "1", "--out", "report.md")).toMatchObject({ code: 0, stdout: "" });
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
  [["worklist", "--actor", "gestionnaire", "--count", "--page", "1"], "--count, --page"],
  [["worklist", "--actor", "gestionnaire", "--count", "--format", "html"], "--format html"],
  [["worklist", "--each", "client", "--count", "--out", "lists"], "--out"],
  [["worklist", "--actor", "gestionnaire", "--format", "json"], "--count"],
  [["report", "--count", "--limit", "2"], "--count, --limit"],
  [["report", "--count", "--out", "report.html"], "--out"],
  [["report", "--count", "--format", "markdown"], "--format markdown"],
  [["report", "--page", "2", "--format", "json"], "--format json"],
  [["report", "--page", "2", "--out", "report.html"], "--format html"],
  [["state", "history", "production/structure/siege", "--count", "--page", "1"], "--count, --page"],
])("refuses %j, which has no place for it", async (args, named) => {
  const run = await clients();
  const ran = await run(...args);
  expect(ran.code).toBe(1);
  expect(`${ran.stdout}${ran.stderr}`).toContain("CHR-USAGE");
  expect(`${ran.stdout}${ran.stderr}`).toContain(named);
});
