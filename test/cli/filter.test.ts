import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { SealedPlan } from "../../src/plan/plan-document.ts";
import type { StatusDocument } from "../../src/plan/status-document.ts";
import { DIRECT, DIRECT_DONE, SECRETS } from "../support/direct.ts";
import { chorus, practise, workIn } from "./support.ts";

const planOf = (stdout: string): SealedPlan => JSON.parse(stdout) as SealedPlan;

const addressesOf = ({ resources }: SealedPlan): readonly string[] => resources.map(({ address }) => address);

describe("--where", () => {
  it("shows a part of the plan as the whole of it judges that part", async () => {
    const cwd = await workIn("examples/direct");
    const whole = planOf((await chorus(["plan", "--offline", "--format", "json"], { cwd })).stdout);
    const { code, stdout } = await chorus(["plan", "--offline", "--format", "json", "--where", "environment=production and kind=espace and not name=siege"], { cwd });
    const part = planOf(stdout);
    expect(code).toBe(0);
    expect(part.selection).toEqual({ where: "environment=production and kind=espace and not name=siege" });
    const isMeant = (address: string): boolean => address.startsWith("production/espace/") && !address.startsWith("production/espace/siege/");
    expect(addressesOf(part)).toEqual(addressesOf(whole).filter(isMeant));
    const judged = ({ resources }: SealedPlan) => resources.filter(({ address }) => isMeant(address)).map(({ address, status, digest, waitsFor }) => ({ address, status, digest, waitsFor }));
    expect(judged(part)).toEqual(judged(whole));
    // A step is the same step, with its number and what it waits for.
    for (const step of part.steps) {
      const same = whole.steps.find(({ number }) => number === step.number);
      expect(step).toEqual({ ...same, items: same?.items.filter(({ address }) => isMeant(address)) });
    }
    expect(part.summary.resources).toBe(part.resources.length);
  });

  it("asks the platforms only about what may come through, and what that depends on", async () => {
    const cwd = await workIn("examples/direct");
    await writeFile(join(cwd, "chorus.config.yaml"), DIRECT);
    const { simulator, variables } = await practise(DIRECT_DONE);
    const sent = async (...where: readonly string[]): Promise<number> => {
      const before = simulator.requests().length;
      expect(await chorus(["plan", "--refresh", ...where], { cwd, variables: { ...variables, ...SECRETS } })).toMatchObject({ code: 0 });
      return simulator.requests().length - before;
    };
    const all = await sent();
    expect(all).toBeGreaterThan(2);
    expect(await sent("--where", "kind=credentials and environment=production")).toBe(1);
    expect(await sent("--where", "status=unknown")).toBe(all);
    const { stdout } = await chorus(["plan", "--refresh", "--format", "json", "--where", "kind=structure and name=lyon"], { cwd, variables: { ...variables, ...SECRETS } });
    expect(planOf(stdout).resources.map(({ address, status }) => [address, status])).toEqual([
      ["production/structure/lyon", "in-order"],
    ]);
  });

  it("by what ends soon, by whose turn it is, in status, worklist and report", async () => {
    const cwd = await workIn("examples/concentrateur");
    const status = await chorus(["status", "--format", "json", "--where", "client=C*"], { cwd });
    expect(status.code).toBe(0);
    const { deadlines, summary } = JSON.parse(status.stdout) as StatusDocument;
    expect(summary.resources).toBeGreaterThan(0);
    expect(deadlines.every(({ kind, client }) => kind === "guide" || client?.startsWith("C") === true)).toBe(true);
    const some = await chorus(["worklist", "--each", "client", "--format", "csv", "--out", "all"], { cwd });
    expect(some.code).toBe(0);
    const one = await chorus(["worklist", "--each", "client", "--format", "csv", "--out", "one", "--where", "client=C00417"], { cwd });
    expect(one.code).toBe(0);
    const rows = async (folder: string): Promise<number> => (await readFile(join(cwd, folder, "worklists.csv"), "utf8")).trim().split("\n").length;
    expect(await rows("one")).toBeLessThan(await rows("all"));
    const report = await chorus(["report", "--format", "markdown", "--where", "client=C00417"], { cwd });
    expect(report).toMatchObject({ code: 0 });
    expect(report.stdout).toContain("client=C00417");
  });

  it("of worklists leaves alone what others were written, and says nothing of whom it leaves out", async () => {
    const cwd = await workIn("examples/concentrateur");
    const write = (...more: readonly string[]) => chorus(["worklist", "--each", "client", "--format", "markdown", "--out", "lists", ...more], { cwd });
    expect(await write()).toMatchObject({ code: 0 });
    const before = await readdir(join(cwd, "lists"));
    expect(before.length).toBeGreaterThan(2);
    expect(await write("--where", "client=C00417")).toMatchObject({ code: 0 });
    expect(await readdir(join(cwd, "lists"))).toEqual(before);
    for (const who of [["--actor", "C00417"], ["--each", "client", "--out", "lists"]]) {
      const none = await chorus(["worklist", ...who, "--where", "name=nobody"], { cwd });
      expect(none).toMatchObject({ code: 0 });
      expect(none.stderr).toContain("Rien ne répond au filtre");
      expect(none.stderr).not.toContain("Personne n'a rien à faire");
    }
    expect(await chorus(["worklist", "--actor", "nobody", "--where", "name=nobody"], { cwd })).toMatchObject({ code: 1 });
    expect(await readdir(join(cwd, "lists"))).toEqual(before);
  });

  it("is named where it leaves something out, and is no plan to apply or to review", async () => {
    const cwd = await workIn("examples/direct");
    const told = await chorus(["plan", "--offline", "--where", "name=lyon"], { cwd, variables: { COLUMNS: "200" } });
    expect(told.stdout.split("\n")[0]).toContain("filtre : name=lyon");
    for (const command of [["plan", "--offline"], ["status"], ["report", "--format", "markdown"], ["report", "--format", "html"]]) {
      const { stdout } = await chorus([...command, "--where", "name=nobody"], { cwd, variables: { COLUMNS: "200" } });
      expect(stdout).toMatch(/Rien ne répond au filtre|auquel rien ne répond/);
    }
    for (const other of [["--out", "plan.json"], ["--against", "HEAD"]]) {
      const refused = await chorus(["plan", "--offline", "--where", "name=lyon", ...other], { cwd });
      expect(refused).toMatchObject({ code: 1 });
      expect(refused.stderr).toContain("CHR-USAGE");
    }
    const { stdout } = await chorus(["plan", "--offline", "--format", "json", "--where", "name=lyon"], { cwd });
    await writeFile(join(cwd, "part.json"), stdout);
    expect((await chorus(["apply", "part.json", "--non-interactive"], { cwd })).stderr).toContain("CHR-PLAN-FORM");
    expect(await chorus(["show", "part.json"], { cwd })).toMatchObject({ code: 0 });
  });

  it.each([
    ["envronment=production", 1],
    ["environment=production and (due<30d", 36],
    ["name=\u001b[31m", undefined],
  ])("%s: what cannot be read is refused where it stands, and never drives the terminal", async (filter, column) => {
    const cwd = await workIn("examples/direct");
    const { code, stderr, stdout } = await chorus(["plan", "--offline", "--where", filter, "--lang", "en"], { cwd });
    expect(code).toBe(column === undefined ? 0 : 1);
    if (column !== undefined) expect(stderr).toContain(`column ${column}`);
    expect(stdout + stderr).not.toContain("\u001b");
  });
});
