import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { PlanDocument } from "../../src/plan/plan-document.ts";
import { DIRECT, DIRECT_DONE, SECRETS } from "../support/direct.ts";
import { chorus, practise, workIn } from "./support.ts";

const EDI = DIRECT.replace("apis: [", "apis: [organisations, ").replace(
  "siege: 73282932000074",
  "siege: { identifiant: 73282932000074, edi: { reception: true } }",
);

const worldWith = (ediPatch: "allow" | "forbid") => {
  const world = structuredClone(DIRECT_DONE) as unknown as {
    settings?: unknown;
    environments: { production: { applications: Record<string, { apis: string[]; consentements: string[] }> } };
  };
  world.settings = { ediPatch };
  for (const application of Object.values(world.environments.production.applications)) {
    application.apis.push("organisations");
    application.consentements.push("organisations");
  }
  return world as unknown as typeof DIRECT_DONE;
};

const writesIn = (requests: readonly { readonly method: string }[]): number =>
  requests.filter(({ method }) => method === "PATCH").length;

const ediStep = (json: string): string | undefined =>
  (JSON.parse(json) as PlanDocument).steps.find(({ action }) => action.startsWith("set-edi"))?.action;

it("writes only when told to, and records what the platform then says", async () => {
  const cwd = await workIn("examples/direct");
  await writeFile(join(cwd, "chorus.config.yaml"), EDI);
  const practice = await practise(worldWith("allow"));
  const variables = { ...practice.variables, ...SECRETS };
  const run = (...args: readonly string[]) => chorus(args, { cwd, variables });

  expect(ediStep((await run("plan", "--format", "json")).stdout)).toBe("set-edi");
  const asked = await run("apply");
  expect(asked.code).toBe(0);
  expect(asked.stderr).toContain("--yes");
  expect(writesIn(practice.simulator.requests())).toBe(0);

  expect((await run("apply", "--yes")).code).toBe(0);
  expect(writesIn(practice.simulator.requests())).toBe(1);
  expect(ediStep((await run("plan", "--offline", "--format", "json")).stdout)).toBeUndefined();
  await run("apply", "--yes");
  expect(writesIn(practice.simulator.requests())).toBe(1);
});

it("hands to a person what the platform refuses, and does not ask again", async () => {
  const cwd = await workIn("examples/direct");
  await writeFile(join(cwd, "chorus.config.yaml"), EDI);
  const practice = await practise(worldWith("forbid"));
  const variables = { ...practice.variables, ...SECRETS };
  const run = (...args: readonly string[]) => chorus(args, { cwd, variables });

  await run("plan", "--out", "plan.json");
  const applied = await run("apply", "plan.json");
  expect(applied).toMatchObject({ code: 0 });
  expect(applied.stdout).toContain("403");
  expect(writesIn(practice.simulator.requests())).toBe(1);
  expect(await readFile(join(cwd, "chorus.state.jsonl"), "utf8")).toContain("edi-forbidden");
  expect(ediStep((await run("plan", "--offline", "--format", "json")).stdout)).toBe("set-edi-by-hand");
  await run("refresh");
  expect(ediStep((await run("plan", "--format", "json")).stdout)).toBe("set-edi-by-hand");
  await run("apply", "--yes");
  expect(writesIn(practice.simulator.requests())).toBe(1);
});
