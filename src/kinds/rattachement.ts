import { address } from "../model/address.ts";
import { defined } from "../model/defined.ts";
import { environmentsOf } from "../model/environments-of.ts";
import type { ResourceOf } from "../model/resource.ts";
import { asObserved, leftWhenFalse, unprovable } from "./judgements.ts";
import type { Kind } from "./kind.ts";
import { lifecycleOf } from "./lifecycle.ts";
import { gestionnaireRef, provenThroughAccount, routeOf, structureRef } from "./refs.ts";
import { successorsIn } from "./successors.ts";
import { asList, structureQuestion } from "./structure-question.ts";

/** Attachment (*rattachement*) of a compte technique to a structure that it covers. */
export const rattachement: Kind<"rattachement"> = {
  name: "rattachement",
  whenUnknown: "wait",
  attestable: true,
  attestedForDays: 365,

  *declare(desired, { nowMs }) {
    for (const { environment, wanted } of environmentsOf(desired)) {
      const successors = successorsIn(environment, wanted);
      for (const [account, declared] of Object.entries(wanted.comptesTechniques)) {
        const through = routeOf(account, declared);
        const of = address(environment, "compte-technique", account);
        for (const name of declared.couvre) {
          const structure = wanted.structures[name];
          if (structure === undefined) continue;
          const lifecycle = lifecycleOf(structure, nowMs);
          // A client who has left closes his own account: that proves his exit, and nothing else can be asked then.
          if (lifecycle === "leaving" && declared.client !== undefined) continue;
          yield defined({
            address: address(environment, "rattachement", account, name),
            kind: "rattachement",
            environment,
            names: [account, name],
            subject: address(environment, "structure", name),
            client: structure.client,
            lifecycle,
            dependsOn: [of, address(environment, "structure", name), ...(lifecycle === "leaving" ? successors(name).filter((after) => after !== of) : [])],
            provenThrough: provenThroughAccount(environment, through, "utilisateurs"),
            spec: defined({
              structure: structureRef(name, structure),
              account,
              login: declared.login,
              gestionnaire: gestionnaireRef(desired, structure),
              through,
            }),
          });
        }
      }
    }
  },

  about: ({ login, structure: { type, identifiant } }) => [login, type, identifiant],

  questions: (resource) => asList(attachedOf(resource)),

  judge: (resource, answers) => {
    const question = attachedOf(resource);
    const leaving = resource.lifecycle === "leaving";
    if (question === undefined) return [unprovable(leaving ? "Left" : "Attached")];
    const observation = answers(question);
    return [leaving ? leftWhenFalse(observation) : asObserved("Attached", observation)];
  },

  step: ({ spec, lifecycle }) => ({
    action: lifecycle === "leaving" ? "detach-structure" : "attach-structure",
    mode: "manual",
    actor: { role: "gestionnaire", ...spec.gestionnaire },
    portal: "chorus-pro",
    arguments: { structure: spec.structure.name, identifiant: spec.structure.identifiant, login: spec.login },
    provenBy: "api",
    batch: spec.login,
  }),
};

const attachedOf = ({ environment, spec }: ResourceOf<"rattachement">) =>
  structureQuestion("attached", { environment, ...spec });
