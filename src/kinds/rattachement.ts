import { parseTechnicalLogin } from "../catalogue/technical-login.ts";
import { address } from "../model/address.ts";
import type { Clue } from "../model/clue.ts";
import { defined } from "../model/defined.ts";
import { environmentsOf } from "../model/environments-of.ts";
import type { ResourceOf } from "../model/resource.ts";
import { asObserved, leftWhenFalse, unprovable } from "./judgements.ts";
import type { Answers, Kind } from "./kind.ts";
import { lifecycleOf } from "./lifecycle.ts";
import { gestionnaireRef, provenThroughAccount, routeOf, structureRef } from "./refs.ts";
import { successorsIn } from "./successors.ts";
import { asList, structureQuestion } from "./structure-question.ts";
import { isAmong } from "./within.ts";

/** Attachment (*rattachement*) of a compte technique to a structure that it covers. */
export const rattachement: Kind<"rattachement"> = {
  name: "rattachement",
  whenUnknown: "wait",
  attestable: true,
  attestedForDays: 365,

  *declare(desired, { nowMs, within }) {
    for (const { environment, wanted } of environmentsOf(desired)) {
      const successors = successorsIn(environment, wanted);
      for (const [account, declared] of Object.entries(wanted.comptesTechniques)) {
        const through = routeOf(account, declared);
        const of = address(environment, "compte-technique", account);
        for (const name of declared.couvre) {
          const structure = isAmong(within, environment, name) ? wanted.structures[name] : undefined;
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

  clues: (resource, { answers }) => reachClues(resource, answers),

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

/** What the account reaches instead, where its list was read. */
const reachClues = ({ environment, spec }: ResourceOf<"rattachement">, answers: Answers): readonly Clue[] => {
  if (spec.through === undefined) return [];
  const reach = answers({ ask: "reach", environment, ...spec.through });
  if (reach.answer === "unknown" || reach.fact?.fact !== "reach") return [];
  const { identifiers } = reach.fact;
  if (identifiers.length === 0) return ["reaches-nothing"];
  return identifiers.includes(parseTechnicalLogin(spec.login)?.identifiant ?? "") ? ["reaches-its-home"] : ["reaches-others"];
};

const attachedOf = ({ environment, spec }: ResourceOf<"rattachement">) =>
  structureQuestion("attached", { environment, ...spec });
