import { expect, test } from "vitest";
import { stepList } from "../../../../src/views/text/unknowns.ts";

test.each([
  [[], ""],
  [[2], "2"],
  [[1, 2], "1, 2"],
  [[1, 2, 3], "1-3"],
  [[1, 3, 4, 5, 9], "1, 3-5, 9"],
])("%j", (numbers, expected) => {
  expect(stepList(numbers)).toBe(expected);
});
