import { APIS } from "../catalogue/apis.ts";
import { address } from "../model/address.ts";
import type { Clue } from "../model/clue.ts";
import { defined } from "../model/defined.ts";
import type { ResourceOf } from "../model/resource.ts";
import { apiOf } from "./api-of.ts";
import { asObserved } from "./judgements.ts";
import type { Answers, Kind } from "./kind.ts";
import { pisteHolder } from "./refs.ts";

/** An API selected for an application: the gateway tells, 403 with an empty body where it is not. */
export const subscription: Kind<"subscription"> = {
  name: "subscription",
  whenUnknown: "act",
  attestable: true,
  attestedForDays: 365,

  *declare(desired, { applications }) {
    for (const { environment, name, self, application, compte, holder, common } of applications) {
      for (const api of application.apis) {
        yield {
          address: address(environment, "subscription", name, api),
          kind: "subscription",
          names: [name, api],
          dependsOn: [self, address(environment, "cgu", application.comptePiste, api)],
          provenThrough: [address(environment, "credentials", name)],
          spec: defined({ application: name, nom: application.nom, compte, holder, api, titre: apiOf(desired, api)?.title ?? api }),
          ...common,
        };
      }
    }
  },

  about: ({ nom, compte, api }) => [nom, compte, api],

  questions: (resource) => [subscribedOf(resource)],

  judge: (resource, answers) => [asObserved("Subscribed", answers(subscribedOf(resource)))],

  clues: (resource, { answers }) => otherRoutes(resource, answers),

  step: ({ spec }) => ({
    action: "select-apis",
    mode: "manual",
    actor: pisteHolder(spec.compte, spec.holder),
    portal: "piste",
    arguments: { nom: spec.nom, api: spec.titre },
    provenBy: "api",
    batch: spec.nom,
  }),
};

/** One route refused is an API that is not selected; every route refused is something that they share. */
const otherRoutes = (resource: ResourceOf<"subscription">, answers: Answers): readonly Clue[] => {
  const others = Object.keys(APIS).filter((api) => api !== resource.spec.api);
  const told = others.map((api) => answers(subscribedOf(resource, api)).answer);
  if (told.includes("true")) return ["other-apis-answer"];
  return told.includes("false") ? ["every-route-refused"] : [];
};

const subscribedOf = ({ environment, spec }: ResourceOf<"subscription">, api = spec.api) =>
  ({ ask: "subscribed", environment, application: spec.application, api }) as const;
