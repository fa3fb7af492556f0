import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { PlanDocument } from "../../src/plan/plan-document.ts";
import { chorus, ROOT, workIn } from "./support.ts";

describe.each(["chorus.config.yaml", "examples/direct", "examples/editeur", "examples/concentrateur"])("%s", (example) => {
  it("is valid, plans without a secret, and its full form plans the same", async () => {
    const cwd = await workIn(example);
    expect(await chorus(["validate"], { cwd })).toMatchObject({ code: 0, stderr: "" });
    const planned = await chorus(["plan", "--offline", "--format", "json"], { cwd });
    expect(planned.code).toBe(0);
    const plan = JSON.parse(planned.stdout) as PlanDocument;
    expect(plan.steps.length).toBeGreaterThan(5);
    expect(plan.steps.map(({ environment, action, items }) => `${environment} ${action} ×${items.length}`)).toMatchSnapshot();
    const full = await chorus(["config"], { cwd });
    expect(full.code).toBe(0);
    expect(full.stdout).toContain("environments:");
  });

  it("begins with the editor's modeline", async () => {
    const file = example.endsWith(".yaml") ? example : `${example}/chorus.config.yaml`;
    expect(await readFile(join(ROOT, file), "utf8")).toMatch(/^# yaml-language-server: \$schema=(\.\.?\/)+schemas\/config\.schema\.json\n/);
  });
});
