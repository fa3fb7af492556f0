import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { messages } from "../../../src/messages/messages.ts";
import { pluralEn, pluralFr } from "../../../src/messages/plural.ts";

describe("plurals", () => {
  test("French begins at two, English leaves only one singular", () => {
    fc.assert(
      fc.property(fc.nat(), (count) => {
        expect(pluralFr(count, "one", "many")).toBe(count < 2 ? "one" : "many");
        expect(pluralEn(count, "one", "many")).toBe(count === 1 ? "one" : "many");
      }),
    );
  });

  test.each([
    [0, "0 structure", "0 structures"],
    [1, "1 structure", "1 structure"],
    [2, "2 structures", "2 structures"],
  ])("%i", (count, fr, en) => {
    expect(messages("fr").words.structures(count)).toBe(fr);
    expect(messages("en").words.structures(count)).toBe(en);
  });

  test("whole sentences agree", () => {
    const { plan } = messages("fr");
    expect(plan.unknownHead(1)).toBe("1 indéterminé, ce n'est pas une erreur :");
    expect(plan.unknownHead(9)).toBe("9 indéterminés, aucun n'est une erreur :");
    expect(plan.unknownWaiting(1, "2", 1)).toBe("1 attend l'étape 2");
    expect(plan.unknownWaiting(3, "1, 2", 2)).toBe("3 attendent les étapes 1, 2");
    expect(messages("en").plan.unknownWaiting(1, "2", 1)).toBe("1 waits for step 2");
    expect(messages("en").plan.unknownWaiting(3, "1, 2", 2)).toBe("3 wait for steps 1, 2");
  });
});

describe("both languages", () => {
  test("say something everywhere, and the same things", () => {
    const [fr, en] = [shapeOf(messages("fr")), shapeOf(messages("en"))];
    expect(en.filter(isRequired)).toEqual(fr.filter(isRequired));
  });

  test("French puts its space before a colon", () => {
    const texts = textsOf(messages("fr"));
    expect(texts.filter((text) => /[^ ]:(\s|$)/.test(text))).toEqual([]);
    expect(textsOf(messages("en")).filter((text) => / [:;](\s|$)/.test(text))).toEqual([]);
  });
});

/** A language may say more of a step that is missing. */
const isRequired = (key: string): boolean => !key.startsWith("titles.missing.");

const shapeOf = (value: unknown, path = ""): readonly string[] =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.entries(value).flatMap(([key, child]) => shapeOf(child, path === "" ? key : `${path}.${key}`))
    : [path];

/** Texts, those of functions by what they give for samples. */
const textsOf = (value: unknown): readonly string[] => {
  if (typeof value === "string") return [value];
  if (typeof value === "object" && value !== null) return Object.values(value).flatMap(textsOf);
  return [];
};
