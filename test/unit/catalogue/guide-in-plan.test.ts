import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { coverage } from "../../../src/catalogue/guides/coverage.ts";
import { SEED_SECTIONS } from "../../../src/catalogue/guides/seed-sections.ts";
import { plan } from "../../../src/plan/plan.ts";
import { NOON } from "../../support/virtual-clock.ts";
import { desiredFrom } from "../../support/world.ts";

const ROOT = join(import.meta.dirname, "../../..");

it("every section of the guide of 2020 comes out of a plan of its own case, before anything is done", async () => {
  const desired = await desiredFrom(await readFile(join(ROOT, "chorus.config.yaml"), "utf8"));
  const known = { records: new Map(), observations: new Map(), attestations: new Map() };
  const { document } = plan({ desired, ...known, nowMs: NOON, offline: true });
  const planned = new Set(document.steps.flatMap(({ environment, action }) => [`${environment} ${action}`, `both ${action}`]));
  // A structure of the matelas exists as soon as the matelas does: nobody is sent to create it by hand.
  const asked = coverage().flatMap(({ section, guides }) => {
    const known: { readonly title: unknown; readonly in?: string } = SEED_SECTIONS[section];
    const where = known.in ?? "both";
    return guides.filter(({ action }) => action !== "activate-structure").map(({ action }) => ({ section, step: `${where} ${action}` }));
  });
  expect(new Set(asked.map(({ section }) => section)).size).toBe(Object.keys(SEED_SECTIONS).length);
  const missing = asked.filter(({ step }) => !planned.has(step));
  expect(missing).toEqual([]);
});
