import { isAcceptance, type Attestations } from "../../model/attestation.ts";
import type { Instant } from "../../model/instant.ts";
import type { Assessed } from "../assess.ts";
import { coversOf } from "../covers.ts";
import type { DeadlineDraft } from "../deadline.ts";
import type { OpenSteps } from "../deadlines.ts";
import type { Plan } from "../plan.ts";
import { before, ofResource, WARNING_MS } from "./common.ts";

/** Until when people's words hold, where anything rests on them. Both hold through the second in which they end. */
export const wordDeadlines = ({ assessed, input }: Plan, open: OpenSteps): readonly DeadlineDraft[] =>
  assessed.flatMap((one) => {
    const step = open.get(one.resource.address);
    const until = attestedUntil(one, input.attestations);
    const accepted = acceptedUntil(one, input.attestations);
    return [
      ...(until === undefined ? [] : [{ ...ofResource("attestation", one, step), ...ending(until) }]),
      ...(accepted === undefined ? [] : [{ ...ofResource("difference", one, step), ...ending(accepted) }]),
    ];
  });

const ending = (dueAt: Instant): Pick<DeadlineDraft, "dueAt" | "actFrom" | "inclusive"> => ({
  dueAt,
  actFrom: before(dueAt, WARNING_MS),
  inclusive: true,
});

/** A word that an API's answer has made needless ends unnoticed; one whose date is past is waited for. */
const attestedUntil = ({ resource, conditions }: Assessed, attestations: Attestations): Instant | undefined => {
  const condition = conditions[0]?.condition;
  if (condition?.evidence?.by === "attestation") return condition.evidence.until;
  return condition?.reason === "attestation-expired" ? attestations.get(resource.address)?.until : undefined;
};

/** While the difference is there, and after its date until it is accepted again or gone. */
const acceptedUntil = ({ resource, conditions }: Assessed, attestations: Attestations): Instant | undefined => {
  const word = attestations.get(resource.address);
  if (word === undefined || !isAcceptance(word) || word.covers !== coversOf(resource)) return undefined;
  return conditions[0]?.condition.status === "false" ? word.until : undefined;
};
