import { environmentOf } from "../model/address.ts";
import { ENVIRONMENTS } from "../model/environment.ts";
import { groupBy } from "../model/group-by.ts";
import type { Step } from "../model/step.ts";
import type { EnvironmentSummary, PlannedResource, Summary } from "./plan-document.ts";

export const summarize = (resources: readonly PlannedResource[], steps: readonly Step[]): Summary => {
  const names = resources.flatMap(({ kind, address }) => (kind === "structure" ? [address.slice(address.lastIndexOf("/"))] : []));
  const count = (status: PlannedResource["status"]) => resources.filter((resource) => resource.status === status).length;
  return {
    structures: new Set(names).size,
    resources: resources.length,
    inOrder: count("in-order"),
    toDo: count("to-do"),
    unknown: count("unknown"),
    ...(count("accepted") === 0 ? {} : { accepted: count("accepted") }),
    paused: count("paused"),
    stepsByHand: steps.filter(({ mode }) => mode === "manual").length,
    stepsByChorus: steps.filter(({ mode }) => mode === "automatic").length,
    stepsWaiting: steps.filter(({ waitsFor }) => waitsFor.length > 0).length,
  };
};

export const summarizeEnvironments = (
  resources: readonly PlannedResource[],
  steps: readonly Step[],
): readonly EnvironmentSummary[] => {
  const byEnvironment = groupBy(resources, ({ address }) => environmentOf(address));
  return ENVIRONMENTS.flatMap((environment) => {
    const here = byEnvironment.get(environment);
    if (here === undefined) return [];
    const inOrder = here.filter(({ status }) => status === "in-order");
    const accepted = here.filter(({ status }) => status === "accepted").length;
    const attested = inOrder.filter(({ conditions }) => conditions[0]?.proof === "attested").length;
    return [
      {
        environment,
        proven: inOrder.length - attested,
        attested,
        toDo: here.filter(({ status }) => status === "to-do").length,
        unknown: here.filter(({ status }) => status === "unknown").length,
        ...(accepted === 0 ? {} : { accepted }),
        due: steps.filter((step) => step.environment === environment && step.why === "due").length,
      },
    ];
  });
};
