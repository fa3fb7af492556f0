import { describe, expect, it } from "vitest";
import type { Language } from "../../../src/messages/language.ts";
import type { Observation } from "../../../src/model/observation.ts";
import { questionKey, type Question } from "../../../src/model/question.ts";
import { plan } from "../../../src/plan/plan.ts";
import { renderPlanSummary, renderPlanText } from "../../../src/views/plan-text.ts";
import { clientsOf, offlinePlanInput } from "../../support/clients.ts";
import { screen } from "./screen.ts";

const NOW_MS = Date.UTC(2026, 10, 24, 8, 12);
const refused = (reason: "login-refused" | "client-refused", status: number): Observation =>
  ({ answer: "false", reason, trace: { request: "POST /x", status, at: NOW_MS, tries: 7 } });
const at = { environment: "production", application: "principale" } as const;

/** Of the first so many clients the login is refused; with one application's credentials refused nothing else is known. */
const seen = (count: number, { offline = false, credentials = false } = {}) => {
  const answers: readonly (readonly [Question, Observation])[] = credentials
    ? [[{ ask: "token", ...at }, refused("client-refused", 400)]]
    : Array.from({ length: count }, (_, index) => [{ ask: "account-login", ...at, account: `C0000${index + 1}` }, refused("login-refused", 401)]);
  return plan({ ...offlinePlanInput(clientsOf(count), new Map(), NOW_MS), observations: new Map(answers.map(([question, answer]) => [questionKey(question), answer])), offline }).document;
};
const summary = (...of: Parameters<typeof seen>): string => renderPlanSummary(seen(...of), screen("en"));

describe.each<Language>(["fr", "en"])("what an apply ends with, in %s", (language) => {
  it("says which secrets were refused, why perhaps, and when a login is tried again", async () => {
    await expect(`${renderPlanSummary(seen(1), screen(language))}\n${renderPlanSummary(seen(1, { credentials: true }), screen(language))}`).toMatchFileSnapshot(`screens/refused.${language}.txt`);
  });
});

it("of many it says five, and how many more", () => {
  expect(summary(5).match(/✗/g)).toHaveLength(5);
  expect(summary(7).match(/✗/g)).toHaveLength(5);
  expect(summary(7)).toContain("2 others");
  expect(summary(5)).not.toContain("others");
});

it("says nothing of what was not asked now, nor where nothing was refused", () => {
  expect(summary(1, { offline: true })).not.toContain("--refresh");
  expect(renderPlanSummary(plan(offlinePlanInput(clientsOf(1), new Map(), NOW_MS)).document, screen("en"))).not.toContain("✗");
});

it("a plan says it too, once for each person's session", () => {
  expect(renderPlanText(seen(1), screen("en")).match(/--refresh/g)).toHaveLength(1);
});
