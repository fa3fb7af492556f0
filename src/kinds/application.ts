import { address } from "../model/address.ts";
import { defined } from "../model/defined.ts";
import type { Desired } from "../model/desired.ts";
import type { ResourceOf, Specs } from "../model/resource.ts";
import type { ApplicationEntry } from "./application-entries.ts";
import { comptePisteAddresses } from "./compte-piste.ts";
import { asObserved, inferredFrom } from "./judgements.ts";
import type { Kind } from "./kind.ts";
import { pisteHolder } from "./refs.ts";

/** An application on PISTE: it exists where one of its tokens is granted. */
export const application: Kind<"application"> = {
  name: "application",
  whenUnknown: "act",
  attestable: true,
  attestedForDays: 730,

  *declare(desired, { applications }) {
    const accounts = comptePisteAddresses(applications);
    for (const entry of applications) {
      yield {
        address: entry.self,
        kind: "application",
        names: [entry.name],
        dependsOn: [accounts.get(entry.application.comptePiste) ?? []].flat(),
        provenThrough: [address(entry.environment, "credentials", entry.name)],
        spec: specOf(desired, entry),
        ...entry.common,
      };
    }
  },

  about: ({ nom, compte }) => [nom, compte],

  questions: (resource) => [tokenOf(resource)],

  judge(resource, answers) {
    const token = answers(tokenOf(resource));
    if (token.answer === "false" && token.reason === "client-disabled") return [asObserved("Exists", token)];
    const credentials = address(resource.environment, "credentials", ...resource.names);
    return token.answer === "true"
      ? [asObserved("Exists", token)]
      : [inferredFrom("Exists", [{ address: credentials, observation: token }])];
  },

  step: ({ spec }) => ({
    action: spec.sandbox ? "create-sandbox-application" : "create-application",
    mode: "manual",
    actor: pisteHolder(spec.compte, spec.holder),
    portal: "piste",
    arguments: defined({
      nom: spec.nom,
      ...(spec.responsable === undefined
        ? {}
        : { email: spec.responsable.email, responsable: spec.responsable.nom, telephone: spec.responsable.telephone }),
      siret: spec.siret,
    }),
    provenBy: "api",
    batch: spec.nom,
  }),
};

const specOf = (desired: Desired, { environment, wanted, application, compte, holder }: ApplicationEntry): Specs["application"] => {
  const { nom, responsable, siret } = application;
  const contact = responsable === undefined ? undefined : desired.contacts[responsable];
  const sandbox = environment === "qualification";
  return defined({
    nom,
    sandbox,
    compte,
    holder,
    responsable: sandbox ? undefined : contact,
    siret: sandbox || siret === undefined ? undefined : (wanted.structures[siret]?.identifiant ?? siret),
  });
};

const tokenOf = ({ environment, names }: ResourceOf<"application">) =>
  ({ ask: "token", environment, application: names[0] ?? "" }) as const;
