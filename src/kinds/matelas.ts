import { address } from "../model/address.ts";
import { structureEntries } from "./declare.ts";
import { inferredFrom, type Kind } from "./kind.ts";
import { structureQuestion } from "./structure.ts";
import type { ResourceOf, Route, StructureRef } from "../model/resource.ts";

/** Test data of qualification (*matelas de données*): proven by one of its structures. Disposable. */
export const matelas: Kind<"matelas"> = {
  name: "matelas",
  whenUnknown: "act",
  attestable: true,
  attestedForDays: 180,

  *declare(desired, { nowMs }) {
    const entries = [...structureEntries(desired, nowMs)]
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
      spec: {
        structures: entries.map(({ ref }) => ref),
        ...(first.looking === undefined ? {} : { through: first.looking }),
      },
    };
  },

  about: () => [],

  questions: ({ spec }) => (spec.through === undefined ? [] : activeOf(spec.structures, spec.through)),

  judge(resource, answers) {
    const { structures, through } = resource.spec;
    if (through === undefined) return [inferredFrom("Exists", [])];
    const questions = activeOf(structures, through);
    return [
      inferredFrom(
        "Exists",
        structures.flatMap(({ name }, index) => {
          const question = questions[index];
          return question === undefined
            ? []
            : [{ address: address("qualification", "structure", name), observation: answers(question) }];
        }),
      ),
    ];
  },

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

const activeOf = (structures: readonly StructureRef[], through: Route) =>
  structures.map((structure) => structureQuestion("structure-active", "qualification", through, structure));
