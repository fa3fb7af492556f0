import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { plan } from "../../../src/plan/plan.ts";
import { sealPlan } from "../../../src/plan/seal-plan.ts";
import { renderPlanText } from "../../../src/views/plan-text.ts";
import { freshInput, NOW_MS } from "../views/fixtures/half-way.ts";
import { inOrderInput } from "../views/fixtures/other-plans.ts";
import { screen } from "../views/screen.ts";

const DAY_MS = 86_400_000;

const later = (days: number) => sealPlan(plan({ ...freshInput(), nowMs: NOW_MS + days * DAY_MS }));

const staleOf = ({ notices }: Pick<ReturnType<typeof later>, "notices">) => notices.filter(({ notice }) => notice === "guides-stale");

test("guides of its steps that nobody has reviewed for a year are a notice, once for all of them", () => {
  expect(staleOf(later(0))).toEqual([]);
  expect(staleOf(later(364))).toEqual([]);
  const document = later(366);
  const [notice, ...more] = staleOf(document);
  expect(more).toEqual([]);
  const actions = [...new Set(document.steps.map(({ action }) => action))].toSorted();
  expect(notice).toEqual({ notice: "guides-stale", actions, reviewedAt: "2026-11-24" });
});

test("a plan without a step has no guide to be stale", () => {
  const { desired, ...rest } = inOrderInput();
  const selection = { targets: ["production/structure/nowhere"] };
  expect(staleOf(plan({ ...rest, desired, selection, nowMs: NOW_MS + 400 * DAY_MS }).document)).toEqual([]);
});

test("it is said in both languages, and follows the schema", () => {
  const document = later(400);
  expect(renderPlanText(document, screen("fr", 200))).toContain("modes d'emploi n'ont pas été relus depuis plus d'un an (24/11/2026)");
  expect(renderPlanText(document, screen("en", 200))).toContain("guides have not been reviewed for more than a year (2026-11-24)");
  const schema = JSON.parse(readFileSync(new URL("../../../schemas/plan.schema.json", import.meta.url), "utf8")) as object;
  const validate = new Ajv({ strict: true, allErrors: true, allowUnionTypes: true }).compile(schema);
  validate(JSON.parse(JSON.stringify(document)));
  expect(validate.errors).toBeNull();
});
