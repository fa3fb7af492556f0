import { address } from "../model/address.ts";
import { defined } from "../model/defined.ts";
import type { Observation } from "../model/observation.ts";
import type { ResourceOf } from "../model/resource.ts";
import { provenThroughAccount } from "./refs.ts";
import { asObserved, unprovable } from "./judgements.ts";
import type { Judgement, Kind } from "./kind.ts";
import { asList, structureQuestion } from "./structure-question.ts";

/**
 * EDI parameters of a structure, only where declared: the one thing that Chorus itself can set. A platform that refused
 * the write once (403) is not asked again: a person does it.
 */
export const edi: Kind<"edi"> = {
  name: "edi",
  whenUnknown: "wait",
  attestable: true,
  attestedForDays: 365,

  *declare(_desired, { structures }) {
    for (const { environment, name, structure, ref, self, covering, gestionnaire, common } of structures) {
      if (structure.edi === undefined || common.lifecycle === "leaving") continue;
      yield {
        address: address(environment, "edi", name),
        kind: "edi",
        names: [name],
        dependsOn:
          covering === undefined ? [self] : [self, address(environment, "rattachement", covering.account, name)],
        provenThrough: provenThroughAccount(environment, covering, "organisations"),
        spec: defined({
          structure: ref,
          ...structure.edi,
          gestionnaire,
          through: covering,
        }),
        ...common,
      };
    }
  },

  about: ({ structure: { type, identifiant }, reception, connexion }) => [type, identifiant, reception, connexion],

  questions: (resource) => asList(ediOf(resource)),

  judge: (resource, answers) => {
    const question = ediOf(resource);
    return [question === undefined ? unprovable("AsDeclared") : judgeEdi(resource, answers(question))];
  },

  age: (_resource, condition, _nowMs, recorded) =>
    condition.reason === "edi-differs" && recorded?.reason === "edi-forbidden"
      ? { ...condition, reason: "edi-forbidden" }
      : condition,

  step: ({ spec }, condition) => {
    const automatic = condition.reason === "edi-differs" && spec.through !== undefined;
    return {
      action: automatic ? "set-edi" : "set-edi-by-hand",
      mode: automatic ? "automatic" : "manual",
      actor: automatic ? { role: "chorus" } : { role: "gestionnaire", ...spec.gestionnaire },
      ...(automatic ? {} : { portal: "chorus-pro" as const }),
      arguments: {
        structure: spec.structure.name,
        identifiant: spec.structure.identifiant,
        ...(spec.reception === undefined ? {} : { reception: String(spec.reception) }),
        ...(spec.connexion === undefined ? {} : { connexion: String(spec.connexion) }),
      },
      provenBy: "api",
      batch: "",
    };
  },
};

const judgeEdi = ({ spec }: ResourceOf<"edi">, observation: Observation): Judgement => {
  if (observation.answer === "unknown" || observation.fact?.fact !== "edi") return asObserved("AsDeclared", observation);
  const { reception, connexion } = observation.fact;
  const same =
    (spec.reception === undefined || spec.reception === reception) &&
    (spec.connexion === undefined || spec.connexion === connexion);
  const answer = same ? "true" : "false";
  return asObserved("AsDeclared", { ...observation, answer, reason: same ? "edi-as-declared" : "edi-differs" });
};

const ediOf = ({ environment, spec }: ResourceOf<"edi">) =>
  structureQuestion("edi", { environment, ...spec });
