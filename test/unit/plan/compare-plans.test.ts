import { expect, it } from "vitest";
import type { Address } from "../../../src/model/address.ts";
import { changesSince, type PlanChange } from "../../../src/plan/compare-plans.ts";
import type { ResourceDigest, SealedPlan } from "../../../src/plan/plan-document.ts";

type Digest = ResourceDigest | undefined;
const sealed = (digest: Digest): SealedPlan => ({ resources: digest === undefined ? [] : [{ address: "a" as Address, digest }] }) as unknown as SealedPlan;
const digest = (step?: Partial<NonNullable<ResourceDigest["step"]>>, desired = "d"): ResourceDigest =>
  ({ desired, ...(step === undefined ? {} : { step: { action: "set-edi", arguments: "x", writes: false, ...step } }) }) as ResourceDigest;

it.each<readonly [string, Digest, Digest, PlanChange | undefined]>([
  ["nothing changed", digest({}), digest({}), undefined],
  ["it was not there", undefined, digest(), "desired"],
  ["it is gone", digest({}), undefined, undefined],
  ["its desired values changed", digest(), digest(undefined, "other"), "desired"],
  ["its step is gone", digest({}), digest(), undefined],
  ["a step appeared", digest(), digest({}), "new-step"],
  ["another step appeared", digest({ action: "set-edi-by-hand" }), digest({}), "new-step"],
  ["the values of a step changed", digest({}), digest({ arguments: "y" }), "argument"],
  ["it would be written to, and was not", digest({}), digest({ writes: true }), "write"],
  ["it would be written to, and nothing was said", digest(), digest({ writes: true }), "write"],
  ["it would be written to, as it was", digest({ writes: true }), digest({ writes: true }), undefined],
  ["it would be written to otherwise", digest({ writes: true }), digest({ writes: true, arguments: "y" }), "argument"],
])("%s", (_, before, now, change) => {
  expect(changesSince(sealed(before), sealed(now)).get("a" as Address)).toBe(change);
});
