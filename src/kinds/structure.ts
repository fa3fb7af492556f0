import { address } from "../model/address.ts";
import { defined } from "../model/defined.ts";
import type { ResourceOf, Route } from "../model/resource.ts";
import { provenThroughAccount } from "./refs.ts";
import { structureClues } from "./structure-clues.ts";
import { asList, structureQuestion } from "./structure-question.ts";
import { asAnswered } from "./judgements.ts";
import type { Kind } from "./kind.ts";

/** A structure that exists in Chorus Pro and is active. */
export const structure: Kind<"structure"> = {
  name: "structure",
  whenUnknown: "wait",
  attestable: true,
  attestedForDays: 365,

  *declare(_desired, { structures }) {
    for (const { environment, name, ref, self, looking, covering, common } of structures) {
      // A structure that has left may well go on existing: that is its owner's business.
      if (common.lifecycle === "leaving") continue;
      yield {
        address: self,
        kind: "structure",
        names: [name],
        dependsOn: environment === "qualification" ? [address(environment, "matelas", "principal")] : [],
        provenThrough: provenThroughAccount(environment, looking, "structures"),
        spec: defined({ ...ref, through: looking, orElse: orElse(looking, covering) }),
        ...common,
      };
    }
  },

  about: ({ type, identifiant }) => [type, identifiant],

  questions: (resource) => asList(activeOf(resource)),

  judge: (resource, answers) => [asAnswered("Active", activeOf(resource), answers)],

  clues: ({ spec, environment }) => structureClues(spec, environment),

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

const activeOf = ({ environment, spec }: ResourceOf<"structure">) =>
  structureQuestion("structure-active", { environment, structure: spec, through: spec.through, orElse: spec.orElse });

/** The structure's own account, where the one to look it up with is another: it may work while ours does not yet. */
const orElse = (looking: Route | undefined, covering: Route | undefined): string | undefined =>
  covering !== undefined && covering.application === looking?.application && covering.account !== looking.account
    ? covering.account
    : undefined;
