import { USAGES } from "../catalogue/usages.ts";
import { address, type Address } from "../model/address.ts";
import { defined } from "../model/defined.ts";
import type { Desired, DesiredEnvironment, Raccordement } from "../model/desired.ts";
import { environmentsOf } from "../model/environments-of.ts";
import { addTo } from "../model/group-by.ts";
import type { ResourceOf, Specs } from "../model/resource.ts";
import { asAnswered, unprovable } from "./judgements.ts";
import type { Kind } from "./kind.ts";
import type { StructureEntry } from "./structure-entries.ts";
import { asList, structureQuestion } from "./structure-question.ts";
import { isAmong, type NamedStructures } from "./within.ts";

/** A raccordement of a structure to an application: no API tells; a 403 that echoes the request speaks against it. */
export const raccordement: Kind<"raccordement"> = {
  name: "raccordement",
  whenUnknown: "act",
  attestable: true,
  attestedForDays: 365,

  *declare(desired, { structures, within }) {
    const byStructure = raccordementsByStructure(desired, within);
    for (const entry of structures) {
      const { environment, name, self, common, successors } = entry;
      const wanted = desired.environments[environment];
      for (const declared of byStructure.get(self) ?? []) {
        yield {
          address: address(environment, "raccordement", declared.application, name),
          kind: "raccordement",
          names: [declared.application, name],
          dependsOn: [
            self,
            address(environment, "application", declared.application),
            address(environment, "espace", name, "raccordements"),
            ...(common.lifecycle === "leaving" ? successors : []),
          ],
          provenThrough: [],
          spec: specOf(desired, wanted, declared, entry),
          ...common,
        };
      }
    }
  },

  about: ({ structure: { type, identifiant }, application, usage, solution, contact }) => [
    type,
    identifiant,
    application,
    usage,
    solution,
    contact,
  ],

  questions: (resource) => asList(refusedOf(resource)),

  judge: (resource, answers) => {
    if (resource.lifecycle === "leaving") return [unprovable("Left")];
    return [asAnswered("Declared", refusedOf(resource), answers)];
  },

  step: ({ spec, lifecycle }) => ({
    action: lifecycle === "leaving" ? "remove-raccordement" : "declare-raccordement",
    mode: "manual",
    actor: { role: "gestionnaire", ...spec.gestionnaire },
    portal: "chorus-pro",
    arguments: defined({
      structure: spec.structure.name,
      identifiant: spec.structure.identifiant,
      application: spec.application,
      usage: spec.usage,
      solution: spec.solution === undefined ? undefined : `${spec.solution.editeur} / ${spec.solution.nom}`,
      nom: spec.contact?.nom,
      telephone: spec.contact?.telephone,
      email: spec.contact?.email,
      fax: spec.contact?.fax,
    }),
    provenBy: "attestation",
    batch: spec.application,
  }),
};

const raccordementsByStructure = (desired: Desired, within: NamedStructures | undefined): ReadonlyMap<Address, readonly Raccordement[]> => {
  const byStructure = new Map<Address, Raccordement[]>();
  for (const { environment, wanted } of environmentsOf(desired)) {
    for (const declared of Object.values(wanted.raccordements)) {
      if (isAmong(within, environment, declared.structure)) addTo(byStructure, address(environment, "structure", declared.structure), declared);
    }
  }
  return byStructure;
};

const specOf = (
  desired: Desired,
  wanted: DesiredEnvironment | undefined,
  { application, usage, solution, contact }: Raccordement,
  { ref, gestionnaire, covering }: StructureEntry,
): Specs["raccordement"] =>
  defined({
    structure: ref,
    application: wanted?.applications[application]?.nom ?? application,
    usage: desired.catalogue?.usages?.[usage] ?? USAGES[usage],
    solution,
    contact: contact === undefined ? undefined : desired.contacts[contact],
    gestionnaire,
    through: covering?.application === application ? covering : undefined,
  });

const refusedOf = ({ environment, spec }: ResourceOf<"raccordement">) =>
  structureQuestion("raccordement-refused", { environment, ...spec });
