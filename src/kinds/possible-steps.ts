import type { Condition, ResourceRecord } from "../model/condition.ts";
import { toInstant } from "../model/instant.ts";
import { NOT_ASKED, type Fact, type Reason } from "../model/observation.ts";
import type { Lifecycle, Resource } from "../model/resource.ts";
import type { StepDraft } from "../model/step.ts";
import { kindOfResource } from "./kinds.ts";

/**
 * Every step that a resource may ever ask for, whether it does now or not: the usual one first. Its kind is asked in
 * each situation there is, so that a new kind's steps are found without a word more.
 */
export const possibleSteps = (resource: Resource): readonly StepDraft[] => {
  const kind = kindOfResource(resource);
  const drafts = lifecyclesOf(resource).flatMap((lifecycle) => {
    const one = { ...resource, lifecycle } as Resource;
    const claims = kind.judge(one, () => NOT_ASKED).map(({ type }) => type);
    return SITUATIONS.flatMap(({ recorded, ...seen }) =>
      claims.flatMap((type) => kind.step(one, { ...UNSEEN, ...seen, type }, { recorded }) ?? []),
    );
  });
  return drafts.filter(({ action }, index) => drafts.findIndex((draft) => draft.action === action) === index);
};

/** A paused resource is done as an active one. */
const lifecyclesOf = ({ lifecycle }: Resource): readonly Lifecycle[] =>
  lifecycle === "leaving" ? ["leaving", "active"] : ["active", "leaving"];

interface Situation {
  readonly reason?: Reason;
  readonly fact?: Fact;
  readonly recorded: ResourceRecord | undefined;
}

const UNSEEN: Omit<Condition, "type"> = { status: "false", reason: "not-asked", proof: "none", since: toInstant(0) };

const WORKED: ResourceRecord = {
  address: "" as ResourceRecord["address"],
  conditions: [{ ...UNSEEN, type: "LoginAccepted", status: "true" }],
};

/** Never done; done and lost; refused as Chorus can mend it. */
const SITUATIONS: readonly Situation[] = [
  { recorded: undefined },
  { recorded: WORKED },
  { reason: "edi-differs", recorded: undefined },
];
