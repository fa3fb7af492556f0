import { address } from "../model/address.ts";
import { defined } from "../model/defined.ts";
import { inferredFrom } from "./judgements.ts";
import type { Kind } from "./kind.ts";
import { asList, structureQuestion } from "./structure-question.ts";
import type { ResourceOf, Route, StructureRef } from "../model/resource.ts";

/** Test data of qualification (*matelas de données*): proven by one of its structures. Disposable. */
export const matelas: Kind<"matelas"> = {
  name: "matelas",
  whenUnknown: "act",
  attestable: true,
  attestedForDays: 180,

  *declare(_desired, { structures }) {
    const entries = structures
      .filter(({ environment, common }) => environment === "qualification" && common.lifecycle === "active")
      .toSorted((a, b) => (a.name < b.name ? -1 : 1));
    const first = entries[0];
    if (first === undefined) return;
    const self = address("qualification", "matelas", "principal");
    yield {
      address: self,
      kind: "matelas",
      environment: "qualification",
      names: ["principal"],
      subject: self,
      lifecycle: "active",
      dependsOn: [],
      provenThrough: entries.map((entry) => entry.self),
      spec: defined({
        structures: entries.map(({ ref }) => ref),
        through: first.looking,
      }),
    };
  },

  about: () => [],

  questions: ({ spec }) => spec.structures.flatMap((structure) => asList(activeOf(structure, spec.through))),

  judge: ({ spec }, answers) => [
    inferredFrom(
      "Exists",
      spec.structures.flatMap((structure) =>
        asList(activeOf(structure, spec.through)).map((question) => ({
          address: address("qualification", "structure", structure.name),
          observation: answers(question),
        })),
      ),
    ),
  ],

  step: ({ spec }: ResourceOf<"matelas">) => ({
    action: "create-matelas",
    mode: "manual",
    actor: { role: "operateur" },
    portal: "chorus-pro",
    arguments: { structures: spec.structures.map(({ name, identifiant }) => `${name} (${identifiant})`).join(", ") },
    provenBy: "inference",
    batch: "",
  }),
};

const activeOf = (structure: StructureRef, through: Route | undefined) =>
  structureQuestion("structure-active", { environment: "qualification", structure, through });
