import { blockedWaysOf } from "../../catalogue/guides/blocked.ts";
import { GUIDES } from "../../catalogue/guides/guides.ts";
import { environmentOf, kindOf, type Address } from "../../model/address.ts";
import type { StepAction } from "../../model/step.ts";
import { withBraces } from "./braces.ts";

/** The command that tells the way around what blocks a step, where that is known. */
export const wayAround = (action: StepAction, addresses: readonly Address[], reason: string | undefined): string | undefined => {
  const led = addresses.filter((address) =>
    blockedWaysOf({ ...GUIDES[action], environment: environmentOf(address), kind: kindOf(address) }).some((way) => way.reason === reason));
  return led.length === 0 ? undefined : `chorus guide ${withBraces(led).join(" ")} --blocked ${reason ?? ""}`;
};
