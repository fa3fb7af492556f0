import { applyPlan, type Applied } from "../apply/apply-plan.ts";
import { writeEdi } from "../apply/write-edi.ts";
import type { ApplyEvent } from "../apply/events.ts";
import { defined } from "../model/defined.ts";
import { createWriteClient } from "../piste/create-write-client.ts";
import type { SealedPlan } from "../plan/plan-document.ts";
import type { Plan } from "../plan/plan.ts";
import type { Live } from "./live.ts";

export interface ApplyRequest {
  readonly reviewed?: SealedPlan;
  readonly mayWrite: boolean;
}

/** Applies a plan made just now over the live platforms: the one place where a writing client is made. */
export const apply = (plan: Plan, live: Live, { reviewed, mayWrite }: ApplyRequest): AsyncGenerator<ApplyEvent, Applied> => {
  const ports = { world: live.world, reader: live.client, writer: createWriteClient(live.clientPorts) };
  const assessed = new Map(plan.assessed.map((one) => [one.resource.address, one]));
  return applyPlan(plan, defined({
    mayWrite,
    reviewed,
    write: async ({ address }) => {
      const one = assessed.get(address);
      return one === undefined ? { result: "unclear" } : writeEdi(one, ports);
    },
  }));
};
