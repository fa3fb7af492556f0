import { address } from "../model/address.ts";
import { defined } from "../model/defined.ts";
import type { Application } from "../model/desired.ts";
import { describeSource } from "../model/secret-source.ts";
import type { ResourceOf } from "../model/resource.ts";
import { asObserved } from "./judgements.ts";
import type { Kind } from "./kind.ts";
import { pisteHolder } from "./refs.ts";

/** OAuth credentials of an application, where Chorus is told to find them: verified by a token. */
export const credentials: Kind<"credentials"> = {
  name: "credentials",
  whenUnknown: "act",
  attestable: true,
  attestedForDays: 365,

  *declare(_desired, { applications }) {
    for (const { environment, name, self, application, compte, holder, common } of applications) {
      yield {
        address: address(environment, "credentials", name),
        kind: "credentials",
        names: [name],
        dependsOn: [self],
        provenThrough: [],
        spec: defined({
          nom: application.nom,
          compte,
          holder,
          clientId: described(application, "clientId"),
          clientSecret: described(application, "clientSecret"),
        }),
        ...common,
      };
    }
  },

  about: ({ nom, compte }) => [nom, compte],

  questions: (resource) => [tokenOf(resource)],

  judge: (resource, answers) => [asObserved("Authenticates", answers(tokenOf(resource)))],

  step: ({ spec }) => ({
    action: "generate-credentials",
    mode: "manual",
    actor: pisteHolder(spec.compte, spec.holder),
    portal: "piste",
    arguments: { nom: spec.nom, clientId: spec.clientId, clientSecret: spec.clientSecret },
    provenBy: "api",
    batch: spec.nom,
  }),
};

const described = ({ secrets }: Application, which: "clientId" | "clientSecret"): string =>
  secrets === "chez-le-client" ? secrets : describeSource(secrets[which]);

const tokenOf = ({ environment, names }: ResourceOf<"credentials">) =>
  ({ ask: "token", environment, application: names[0] ?? "" }) as const;
