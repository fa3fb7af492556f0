import { describe, expect, test } from "vitest";
import { whatChanged } from "../../../src/apply/walk/what-changed.ts";
import type { Language } from "../../../src/messages/language.ts";
import { address } from "../../../src/model/address.ts";
import { questionKey } from "../../../src/model/question.ts";
import type { Step, StepAction } from "../../../src/model/step.ts";
import type { PlanDocument } from "../../../src/plan/plan-document.ts";
import { setScene } from "../../../src/views/text/scene.ts";
import { renderMenu } from "../../../src/views/walk/menu.ts";
import { renderChoosing, renderQuestion } from "../../../src/views/walk/questions.ts";
import { renderStep } from "../../../src/views/walk/step-screen.ts";
import { renderChange, renderClosing } from "../../../src/views/walk/told.ts";
import { attestationsOf, freshInput, halfWay, halfWayInput, NOW_MS, observationsOf, planOf, seen } from "./fixtures/half-way.ts";
import { screen } from "./screen.ts";

const stepOf = (action: StepAction, { steps }: PlanDocument = halfWay()): Step => {
  const step = steps.find((one) => one.action === action);
  if (step === undefined) throw new Error(action);
  return step;
};

const attested = (): PlanDocument => {
  const input = halfWayInput();
  const more = attestationsOf(input.desired, ["lyon", "nantes"].map((name) => address("production", "espace", name, "raccordements")));
  return planOf({ ...input, attestations: new Map([...input.attestations, ...more]) });
};

const refused = (): PlanDocument => {
  const input = halfWayInput();
  const answer = seen("false", "login-refused", "POST /cpro/x");
  return planOf({ ...input, observations: new Map([...input.observations, ...observationsOf(input.desired, (question) => (question.ask === "account-login" ? answer : (input.observations.get(questionKey(question)) ?? answer)))]) });
};

describe.each(["fr", "en"] as const)("a guided apply in %s", (language: Language) => {
  const width = 90;
  const page = screen(language, width);
  const place = { number: 2, of: 5 };

  test.each(["declare-raccordement", "create-compte-technique", "open-espace", "register-piste"] as const)("shows a step: %s", async (action) => {
    const document = action === "register-piste" ? planOf(freshInput()) : halfWay();
    const step = stepOf(action, document);
    const shown = `${renderStep(step, place, setScene(document, page), { ...page, network: "internet" })}${renderMenu(step, undefined, page)}\n`;
    await expect(shown).toMatchFileSnapshot(`screens/walk-${action}.${language}.txt`);
    expect(shown.split("\n").filter((line) => line.length > width)).toEqual([]);
  });

  test("tells what a look taught", async () => {
    const change = (action: StepAction, before: PlanDocument, after: PlanDocument): string =>
      renderChange(whatChanged(stepOf(action, before), before, after), setScene(after, page), page);
    const fresh = planOf(freshInput());
    const told = [
      change("open-espace", halfWay(), attested()),
      change("create-compte-technique", halfWay(), refused()),
      change("register-piste", fresh, fresh),
      change("generate-credentials", fresh, fresh),
      renderClosing({ done: 2, said: 1, skipped: 1, postponed: { count: 2, untilMs: NOW_MS + 1_800_000 }, waiting: [stepOf("declare-raccordement")] }, setScene(halfWay(), page), page),
    ].join("---\n");
    await expect(told).toMatchFileSnapshot(`screens/walk-told.${language}.txt`);
  });

  test("shows a long list around the one that is stood on, and nothing that would act on the terminal", () => {
    const left = Array.from({ length: 30 }, (_, index) => ({ value: String(index), label: `client ${index}\u001B[31m` }));
    const shown = renderChoosing("?", { text: "cl", cursor: 2, left, at: 20, isOver: false }, page);
    expect(shown.split("\n").filter((line) => line.includes("client"))).toHaveLength(10);
    expect(shown).toContain("❯ client 20");
    expect(shown).not.toContain("\u001B[31m");
    expect(renderQuestion("?", { text: "a\u001Bb", cursor: 3, isOver: true }, page)).toContain(String.raw`a\u{1b}b`);
  });
});
