import { kindNamed } from "../kinds/kinds.ts";
import type { Conclusive } from "../kinds/kind.ts";
import { defined } from "../model/defined.ts";
import { questionKey } from "../model/question.ts";
import type { ResourceOf } from "../model/resource.ts";
import { NOT_ASKED } from "../model/observation.ts";
import type { World } from "../observe/access.ts";
import { observe } from "../observe/observe.ts";
import type { ReadClient, WriteClient } from "../piste/client.ts";
import type { Assessed, AssessedCondition } from "../plan/assess.ts";
import { conclude } from "../plan/settled-conditions.ts";
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
  if (before === undefined) return { result: "unclear" };
  if (before.status === "true") return { result: "done", wrote: false, condition: settled(assessed, before) };
  const { fact } = before;
  const access = accessOf(resource, world);
  if (fact?.fact !== "edi" || access === undefined) return { result: "unclear" };
  const { reception, connexion } = resource.spec;
  const outcome = await writer.write({
    ...access,
    operation: "organisations.parametres-edi",
    path: { uuid: fact.uuid },
    body: defined<EdiPatch>({ reception_edi: reception, connexion_edi: connexion }),
  });
  if (!outcome.ok && outcome.trace.status === 403) {
    return { result: "refused", status: 403, condition: settled(assessed, { ...before, reason: "edi-forbidden" }) };
  }
  const after = outcome.ok ? await look(resource, world, reader) : undefined;
  if (after?.status !== "true") return { result: "unclear" };
  return { result: "done", wrote: true, condition: settled(assessed, after) };
};

/** What is seen now; undefined where nothing could be. */
const look = async (resource: ResourceOf<"edi">, world: World, client: ReadClient): Promise<Conclusive | undefined> => {
  const kind = kindNamed("edi");
  const observations = await observe(kind.questions(resource), { world, client });
  const [judgement] = kind.judge(resource, (question) => observations.get(questionKey(question)) ?? NOT_ASKED);
  return judgement?.status === "unknown" ? undefined : judgement;
};

const settled = ({ conditions }: Assessed, seen: Conclusive): AssessedCondition => {
  const recorded = conditions[0]?.recorded;
  return { condition: conclude(seen, recorded), recorded, ...(seen.status === "true" ? {} : { need: "missing" }) };
};

/** The body of `organisations.parametres-edi`; either may be left out. */
interface EdiPatch {
  readonly reception_edi?: boolean;
  readonly connexion_edi?: boolean;
}

const accessOf = ({ environment, spec }: ResourceOf<"edi">, world: World) => {
  if (spec.through === undefined) return undefined;
  const application = world.application(environment, spec.through.application);
  const account = world.account(environment, spec.through.account);
  if (application === undefined || application === "elsewhere") return undefined;
  return account === undefined || account === "elsewhere" ? undefined : { application, account };
};
