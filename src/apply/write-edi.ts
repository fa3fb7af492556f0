import { kindNamed } from "../kinds/kinds.ts";
import type { Condition } from "../model/condition.ts";
import { toInstant } from "../model/instant.ts";
import { questionKey } from "../model/question.ts";
import type { ResourceOf } from "../model/resource.ts";
import type { Observation } from "../model/observation.ts";
import type { World } from "../observe/access.ts";
import { observe } from "../observe/observe.ts";
import type { ReadClient, WriteClient } from "../piste/client.ts";
import type { Assessed, AssessedCondition } from "../plan/assess.ts";
import type { WriteResult } from "./apply-plan.ts";

export interface EdiPorts {
  readonly world: World;
  readonly reader: ReadClient;
  readonly writer: WriteClient;
}

/**
 * Sets the EDI parameters of one structure. Looks before: it may have become true by itself. Looks after: what is
 * recorded is what the platform then says, never what was sent.
 */
export const writeEdi = async (assessed: Assessed, { world, reader, writer }: EdiPorts): Promise<WriteResult> => {
  const resource = assessed.resource as ResourceOf<"edi">;
  const before = await look(resource, world, reader);
  if (before.judged === undefined) return { result: "unclear" };
  if (before.judged.status === "true") return { result: "done", wrote: false, condition: settled(assessed, before.judged) };
  const { fact } = before.judged;
  const access = accessOf(resource, world);
  if (fact?.fact !== "edi" || access === undefined) return { result: "unclear" };
  const { reception, connexion } = resource.spec;
  const outcome = await writer.write({
    ...access,
    operation: "organisations.parametres-edi",
    path: { uuid: fact.uuid },
    body: {
      ...(reception === undefined ? {} : { reception_edi: reception }),
      ...(connexion === undefined ? {} : { connexion_edi: connexion }),
    },
  });
  if (!outcome.ok && outcome.trace.status === 403) {
    const condition: Condition = { ...before.judged, reason: "edi-forbidden" };
    return { result: "refused", status: 403, condition: settled(assessed, condition) };
  }
  const after = outcome.ok ? await look(resource, world, reader) : {};
  if (after.judged?.status !== "true") return { result: "unclear" };
  return { result: "done", wrote: true, condition: settled(assessed, after.judged) };
};

interface Look {
  /** Absent where nothing could be seen. */
  readonly judged?: Condition;
}

const look = async (resource: ResourceOf<"edi">, world: World, client: ReadClient): Promise<Look> => {
  const kind = kindNamed("edi");
  const observations = await observe(kind.questions(resource), { world, client });
  const [judgement] = kind.judge(resource, (question) => observations.get(questionKey(question)) ?? NOT_ASKED);
  if (judgement === undefined || judgement.status === "unknown") return {};
  const { type, status, reason, proof, seenAtMs, evidence, fact } = judgement;
  const at = toInstant(seenAtMs);
  const known = fact === undefined ? {} : { fact };
  return { judged: { type, status, reason, proof, since: at, provenAt: at, evidence, ...known } };
};

const settled = ({ conditions }: Assessed, condition: Condition): AssessedCondition => {
  const recorded = conditions[0]?.recorded;
  const since = recorded?.status === condition.status ? recorded.since : condition.since;
  const drift = condition.status === "false" && (recorded?.status === "true" || recorded?.wasTrue === true) ? ({ wasTrue: true } as const) : {};
  return { condition: { ...condition, ...drift, since }, recorded, ...(condition.status === "true" ? {} : { need: "missing" }) };
};

const accessOf = ({ environment, spec }: ResourceOf<"edi">, world: World) => {
  if (spec.through === undefined) return undefined;
  const application = world.application(environment, spec.through.application);
  const account = world.account(environment, spec.through.account);
  if (application === undefined || application === "elsewhere") return undefined;
  return account === undefined || account === "elsewhere" ? undefined : { application, account };
};

const NOT_ASKED: Observation = { answer: "unknown", unknown: "not-asked", reason: "not-asked" };
