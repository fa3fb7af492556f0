import { environmentOf, type KindName } from "../model/address.ts";
import type { EnvironmentName } from "../model/environment.ts";
import { groupBy } from "../model/group-by.ts";
import { KIND_ORDER } from "../kinds/kinds.ts";
import { markOf, MARKS, worstOf, type Mark, type MarkContext } from "./marks.ts";
import type { PlannedResource } from "./plan-document.ts";

/** Where the clients of an environment stand, stage by stage of an onboarding. */
export interface ClientStages {
  readonly clients: number;
  /** Those of whom nothing is asked at any stage. */
  readonly inOrder: number;
  readonly stages: readonly StageCounts[];
}

/** How many clients stand how at one stage; absent: none. A client with several things there counts once, at the worst. */
export interface StageCounts extends Partial<Readonly<Record<Mark, number>>> {
  readonly kind: KindName;
}

/** Undefined where nothing there is a client's. */
export const clientStages = (
  environment: EnvironmentName,
  resources: readonly PlannedResource[],
  context: MarkContext,
): ClientStages | undefined => {
  const theirs = resources.filter(({ address, client }) => client !== undefined && environmentOf(address) === environment);
  if (theirs.length === 0) return undefined;
  const clients = [...groupBy(theirs, ({ client }) => client).values()].map((own) => marksByKind(own, context));
  const stages = KIND_ORDER.flatMap((kind): readonly StageCounts[] => {
    const marks = clients.flatMap((client) => client.get(kind) ?? []);
    return marks.length === 0 ? [] : [{ kind, ...counted(marks) }];
  });
  const inOrder = clients.filter((client) => [...client.values()].every((mark) => mark === "proven" || mark === "attested")).length;
  return { clients: clients.length, inOrder, stages };
};

const marksByKind = (resources: readonly PlannedResource[], context: MarkContext): ReadonlyMap<KindName, Mark> =>
  new Map(
    [...groupBy(resources, ({ kind }) => kind)].map(([kind, own]) => [kind, worstOf(own.map((resource) => markOf(resource, context)))]),
  );

const counted = (marks: readonly Mark[]): Partial<Record<Mark, number>> =>
  Object.fromEntries(
    MARKS.flatMap((mark) => {
      const count = marks.filter((one) => one === mark).length;
      return count === 0 ? [] : [[mark, count]];
    }),
  );
