import { ESPACES } from "../catalogue/espaces.ts";
import { address, type Address } from "../model/address.ts";
import type { EnvironmentName } from "../model/environment.ts";
import type { Route } from "../model/resource.ts";
import { provenThroughAccount, structureEntries } from "./declare.ts";
import { asObserved, unprovable, type Kind } from "./kind.ts";
import { structureQuestion } from "./structure.ts";

/** A space opened on a structure, with the rights on it: told by a list where there is one, else by a person. */
export const espace: Kind<"espace"> = {
  name: "espace",
  whenUnknown: "wait",
  attestable: true,
  attestedForDays: 365,

  *declare(desired, { nowMs }) {
    for (const { environment, name, structure, ref, self, covering, gestionnaire, common } of structureEntries(desired, nowMs)) {
      if (common.lifecycle === "leaving") continue;
      for (const id of structure.espaces) {
        const known = ESPACES[id];
        const through = known?.list === undefined ? undefined : covering;
        yield {
          ...common,
          address: address(environment, "espace", name, id),
          kind: "espace",
          names: [name, id],
          dependsOn: [self],
          provenThrough: through === undefined ? [] : listedThrough(environment, name, through),
          spec: {
            structure: ref,
            espace: id,
            label: known?.label ?? id,
            gestionnaire,
            ...(through === undefined ? {} : { through }),
          },
        };
      }
    }
  },

  about: ({ structure: { type, identifiant } }) => [type, identifiant],

  questions: ({ environment, spec }) =>
    spec.through === undefined
      ? []
      : [structureQuestion("espace-enabled", environment, spec.through, spec.structure, spec.espace)],

  judge: ({ environment, spec }, answers) => [
    spec.through === undefined
      ? unprovable("Open")
      : asObserved(
          "Open",
          answers(structureQuestion("espace-enabled", environment, spec.through, spec.structure, spec.espace)),
        ),
  ],

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
