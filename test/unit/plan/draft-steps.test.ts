import { expect, it } from "vitest";
import { beforeStep } from "../../../src/plan/draft-steps.ts";

it.each([["attestation-expired", true], ["contradicted", true], ["missing", false], ["unproven", false], ["due", false]] as const)("where a step is %s, a word was given of it: %s", (need, isTold) => {
  expect(beforeStep(undefined, need)).toEqual({ recorded: undefined, isTold });
});
