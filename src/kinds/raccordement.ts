import { USAGES } from "../catalogue/usages.ts";
import { address, type Address } from "../model/address.ts";
import type { Desired, DesiredEnvironment, Raccordement } from "../model/desired.ts";
import type { ResourceOf } from "../model/resource.ts";
import { environmentsOf, structureEntries, type StructureEntry } from "./declare.ts";
import { asObserved, unprovable, type Kind } from "./kind.ts";
import { structureQuestion } from "./structure.ts";

/** A raccordement of a structure to an application: no API tells; a 403 that echoes the request speaks against it. */
export const raccordement: Kind<"raccordement"> = {
  name: "raccordement",
  whenUnknown: "act",
  attestable: true,
  attestedForDays: 365,

  *declare(desired, { nowMs }) {
    const byStructure = raccordementsByStructure(desired);
    for (const entry of structureEntries(desired, nowMs)) {
      const { environment, name, self, common, successors } = entry;
      const wanted = desired.environments[environment];
      for (const declared of byStructure.get(self) ?? []) {
        yield {
          ...common,
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

  questions: (resource) => {
    const question = refusedOf(resource);
    return question === undefined ? [] : [question];
  },

  judge: (resource, answers) => {
    const type = resource.lifecycle === "leaving" ? "Left" : "Declared";
    const question = resource.lifecycle === "leaving" ? undefined : refusedOf(resource);
    return [question === undefined ? unprovable(type) : asObserved(type, answers(question))];
  },

  step: ({ spec, lifecycle }) => ({
    action: lifecycle === "leaving" ? "remove-raccordement" : "declare-raccordement",
    mode: "manual",
    actor: { role: "gestionnaire", ...spec.gestionnaire },
    portal: "chorus-pro",
    arguments: {
      structure: spec.structure.name,
      identifiant: spec.structure.identifiant,
      application: spec.application,
      usage: spec.usage,
      ...(spec.solution === undefined ? {} : { solution: `${spec.solution.editeur} / ${spec.solution.nom}` }),
      ...(spec.contact === undefined
        ? {}
        : { nom: spec.contact.nom, telephone: spec.contact.telephone, email: spec.contact.email }),
      ...(spec.contact?.fax === undefined ? {} : { fax: spec.contact.fax }),
    },
    provenBy: "attestation",
    batch: spec.application,
  }),
};

const raccordementsByStructure = (desired: Desired): ReadonlyMap<Address, readonly Raccordement[]> => {
  const byStructure = new Map<Address, Raccordement[]>();
  for (const { environment, wanted } of environmentsOf(desired)) {
    for (const declared of Object.values(wanted.raccordements)) {
      const of = address(environment, "structure", declared.structure);
      const others = byStructure.get(of);
      if (others === undefined) byStructure.set(of, [declared]);
      else others.push(declared);
    }
  }
  return byStructure;
};

const specOf = (
  desired: Desired,
  wanted: DesiredEnvironment | undefined,
  { application, usage, solution, contact }: Raccordement,
  { ref, gestionnaire, covering }: StructureEntry,
) => {
  const known = contact === undefined ? undefined : desired.contacts[contact];
  return {
    structure: ref,
    application: wanted?.applications[application]?.nom ?? application,
    usage: desired.catalogue?.usages?.[usage] ?? USAGES[usage],
    ...(solution === undefined ? {} : { solution }),
    ...(known === undefined ? {} : { contact: known }),
    gestionnaire,
    ...(covering?.application === application ? { through: covering } : {}),
  };
};

const refusedOf = ({ environment, spec }: ResourceOf<"raccordement">) =>
  spec.through === undefined
    ? undefined
    : structureQuestion("raccordement-refused", environment, spec.through, spec.structure);
