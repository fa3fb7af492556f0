import { address } from "../model/address.ts";
import { defined } from "../model/defined.ts";
import type { ResourceOf } from "../model/resource.ts";
import { provenThroughAccount } from "./refs.ts";
import { asAnswered } from "./judgements.ts";
import type { Kind } from "./kind.ts";
import { asList, structureQuestion } from "./structure-question.ts";

/** A service of a structure, by its code, that must exist and be active. */
export const service: Kind<"service"> = {
  name: "service",
  whenUnknown: "wait",
  attestable: true,
  attestedForDays: 365,

  *declare(_desired, { structures }) {
    for (const { environment, name, structure, ref, self, covering, gestionnaire, common } of structures) {
      if (common.lifecycle === "leaving") continue;
      for (const code of structure.services ?? []) {
        yield {
          address: address(environment, "service", name, code),
          kind: "service",
          names: [name, code],
          dependsOn: [self],
          provenThrough: [self, ...provenThroughAccount(environment, covering, "structures")],
          spec: defined({ structure: ref, code, gestionnaire, through: covering }),
          ...common,
        };
      }
    }
  },

  about: ({ structure: { type, identifiant } }) => [type, identifiant],

  questions: (resource) => asList(activeOf(resource)),

  judge: (resource, answers) => [asAnswered("Active", activeOf(resource), answers)],

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
  structureQuestion("service-active", { environment, ...spec, detail: spec.code });
