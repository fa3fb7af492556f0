import { address } from "../model/address.ts";
import type { ResourceOf } from "../model/resource.ts";
import { provenThroughAccount, structureEntries } from "./declare.ts";
import { asObserved, unprovable, type Kind } from "./kind.ts";
import { structureQuestion } from "./structure.ts";

/** A service of a structure, by its code, that must exist and be active. */
export const service: Kind<"service"> = {
  name: "service",
  whenUnknown: "wait",
  attestable: true,
  attestedForDays: 365,

  *declare(desired, { nowMs }) {
    for (const { environment, name, structure, ref, self, covering, gestionnaire, common } of structureEntries(desired, nowMs)) {
      if (common.lifecycle === "leaving") continue;
      for (const code of structure.services ?? []) {
        yield {
          ...common,
          address: address(environment, "service", name, code),
          kind: "service",
          names: [name, code],
          dependsOn: [self],
          provenThrough: [self, ...provenThroughAccount(environment, covering, "structures")],
          spec: { structure: ref, code, gestionnaire, ...(covering === undefined ? {} : { through: covering }) },
        };
      }
    }
  },

  about: ({ structure: { type, identifiant } }) => [type, identifiant],

  questions: (resource) => {
    const question = activeOf(resource);
    return question === undefined ? [] : [question];
  },

  judge: (resource, answers) => {
    const question = activeOf(resource);
    return [question === undefined ? unprovable("Active") : asObserved("Active", answers(question))];
  },

  step: ({ spec }) => ({
    action: "create-service",
    mode: "manual",
    actor: { role: "gestionnaire", ...spec.gestionnaire },
    portal: "chorus-pro",
    arguments: { structure: spec.structure.name, identifiant: spec.structure.identifiant, service: spec.code },
    provenBy: "api",
    batch: "",
  }),
};

const activeOf = ({ environment, spec }: ResourceOf<"service">) =>
  spec.through === undefined
    ? undefined
    : structureQuestion("service-active", environment, spec.through, spec.structure, spec.code);
