import { ESPACES } from "../catalogue/espaces.ts";
import { address, type Address } from "../model/address.ts";
import { defined } from "../model/defined.ts";
import type { EnvironmentName } from "../model/environment.ts";
import type { ResourceOf, Route } from "../model/resource.ts";
import { provenThroughAccount } from "./refs.ts";
import { asAnswered } from "./judgements.ts";
import type { Kind } from "./kind.ts";
import { asList, structureQuestion } from "./structure-question.ts";

/** A space opened on a structure, with the rights on it: told by a list where there is one, else by a person. */
export const espace: Kind<"espace"> = {
  name: "espace",
  whenUnknown: "wait",
  attestable: true,
  attestedForDays: 365,

  *declare(_desired, { structures }) {
    for (const { environment, name, structure, ref, self, covering, gestionnaire, common } of structures) {
      if (common.lifecycle === "leaving") continue;
      for (const id of structure.espaces) {
        const known = ESPACES[id];
        const through = known?.list === undefined ? undefined : covering;
        yield {
          address: address(environment, "espace", name, id),
          kind: "espace",
          names: [name, id],
          dependsOn: [self],
          provenThrough: through === undefined ? [] : listedThrough(environment, name, through),
          spec: defined({
            structure: ref,
            espace: id,
            label: known?.label ?? id,
            gestionnaire,
            through,
          }),
          ...common,
        };
      }
    }
  },

  about: ({ structure: { type, identifiant } }) => [type, identifiant],

  questions: (resource) => asList(enabledOf(resource)),

  judge: (resource, answers) => [asAnswered("Open", enabledOf(resource), answers)],

  step: ({ spec }) => ({
    action: "open-espace",
    mode: "manual",
    actor: { role: "gestionnaire", ...spec.gestionnaire },
    portal: "chorus-pro",
    arguments: { structure: spec.structure.name, identifiant: spec.structure.identifiant, espace: spec.label },
    provenBy: spec.through === undefined ? "attestation" : "api",
    batch: spec.label,
  }),
};

/** Lists of structures name those on which the account is attached and the space is open. */
const listedThrough = (environment: EnvironmentName, name: string, through: Route): readonly Address[] => [
  address(environment, "rattachement", through.account, name),
  ...provenThroughAccount(environment, through, "transverses"),
];

const enabledOf = ({ environment, spec }: ResourceOf<"espace">) =>
  structureQuestion("espace-enabled", { environment, ...spec, detail: spec.espace });
