import { address } from "../model/address.ts";
import type { ResourceOf, Route, StructureRef } from "../model/resource.ts";
import type { StructureQuestion } from "../model/question.ts";
import type { EnvironmentName } from "../model/environment.ts";
import { provenThroughAccount, structureEntries } from "./declare.ts";
import { asObserved, unprovable, type Kind } from "./kind.ts";

/** A structure that exists in Chorus Pro and is active. */
export const structure: Kind<"structure"> = {
  name: "structure",
  whenUnknown: "wait",
  attestable: true,
  attestedForDays: 365,

  *declare(desired, { nowMs }) {
    for (const { environment, name, ref, self, looking, common } of structureEntries(desired, nowMs)) {
      // A structure that has left may well go on existing: that is its owner's business.
      if (common.lifecycle === "leaving") continue;
      yield {
        ...common,
        address: self,
        kind: "structure",
        names: [name],
        dependsOn: environment === "qualification" ? [address(environment, "matelas", "principal")] : [],
        provenThrough: provenThroughAccount(environment, looking, "structures"),
        spec: { ...ref, ...(looking === undefined ? {} : { through: looking }) },
      };
    }
  },

  about: ({ type, identifiant }) => [type, identifiant],

  questions: ({ environment, spec }) =>
    spec.through === undefined ? [] : [structureQuestion("structure-active", environment, spec.through, spec)],

  judge: ({ environment, spec }, answers) => [
    spec.through === undefined
      ? unprovable("Active")
      : asObserved("Active", answers(structureQuestion("structure-active", environment, spec.through, spec))),
  ],

  step: ({ spec, client }: ResourceOf<"structure">) => ({
    action: "activate-structure",
    mode: "manual",
    actor: client === undefined ? { role: "operateur" } : { role: "gestionnaire", name: client, label: client },
    portal: "chorus-pro",
    arguments: { structure: spec.name, identifiant: spec.identifiant, type: spec.type },
    provenBy: "api",
    batch: "",
  }),
};

/** A question about one structure, asked through an account. */
export const structureQuestion = (
  ask: StructureQuestion["ask"],
  environment: EnvironmentName,
  through: Route,
  { identifiant, type }: StructureRef,
  detail?: string,
): StructureQuestion => ({
  ask,
  environment,
  ...through,
  identifier: identifiant,
  identifierType: type,
  ...(detail === undefined ? {} : { detail }),
});
