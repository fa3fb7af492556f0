import { address } from "../model/address.ts";
import { defined } from "../model/defined.ts";
import type { EnvironmentName } from "../model/environment.ts";
import type { ResourceOf } from "../model/resource.ts";
import { apiOf } from "./api-of.ts";
import type { ApplicationEntry } from "./application-entries.ts";
import { comptePisteAddresses } from "./compte-piste.ts";
import { inferredFrom } from "./judgements.ts";
import type { Kind } from "./kind.ts";
import { pisteHolder } from "./refs.ts";

/**
 * Consent of a PISTE account to the CGU of an API in an environment. No API tells; PISTE greys the box of an API until
 * consent, so a subscription proves it.
 */
export const cgu: Kind<"cgu"> = {
  name: "cgu",
  whenUnknown: "act",
  attestable: true,
  attestedForDays: 730,

  *declare(desired, { applications: entries }) {
    const accounts = comptePisteAddresses(entries);
    for (const { environment, account, api, held } of consentsOf(entries)) {
      const of = address(environment, "compte-piste", account);
      const known = apiOf(desired, api);
      const asked = held.filter(({ paused }) => !paused);
      const applications = (asked.length === 0 ? held : asked).map(({ name }) => name).toSorted();
      yield {
        address: address(environment, "cgu", account, api),
        kind: "cgu",
        environment,
        names: [account, api],
        subject: of,
        lifecycle: asked.length === 0 ? "paused" : "active",
        dependsOn: [accounts.get(account) ?? of],
        provenThrough: applications.map((name) => address(environment, "subscription", name, api)),
        spec: defined({
          compte: desired.comptesPiste[account]?.email ?? account,
          holder: desired.comptesPiste[account]?.client,
          api,
          titre: known?.title ?? api,
          cgu: known?.cgu ?? api,
          applications,
        }),
      };
    }
  },

  about: ({ compte, api }) => [compte, api],

  questions: (resource) => resource.spec.applications.map((application) => subscribedOf(resource, application)),

  judge: (resource, answers) => [
    inferredFrom(
      "Consented",
      resource.spec.applications.map((application) => ({
        address: address(resource.environment, "subscription", application, resource.spec.api),
        observation: answers(subscribedOf(resource, application)),
      })),
    ),
  ],

  step: ({ spec, environment }) => ({
    action: "consent-cgu",
    mode: "manual",
    actor: pisteHolder(spec.compte, spec.holder),
    portal: "piste",
    arguments: { api: spec.titre, cgu: spec.cgu, ligne: environment === "qualification" ? "Sandbox" : "Production" },
    provenBy: "inference",
    batch: spec.compte,
  }),
};

interface Consent {
  readonly environment: EnvironmentName;
  readonly account: string;
  readonly api: string;
  readonly held: readonly Holder[];
}

interface Holder {
  readonly name: string;
  readonly paused: boolean;
}

/** One for each PISTE account, API and environment, with the applications that select the API. */
const consentsOf = (entries: readonly ApplicationEntry[]): Iterable<Consent> => {
  const consents = new Map<string, Consent & { readonly held: Holder[] }>();
  for (const { environment, name, application, common } of entries) {
    const account = application.comptePiste;
    for (const api of application.apis) {
      const key = [environment, account, api].join("\u0000");
      const consent = consents.get(key) ?? { environment, account, api, held: [] };
      consents.set(key, consent);
      consent.held.push({ name, paused: common.lifecycle === "paused" });
    }
  }
  return consents.values();
};

const subscribedOf = ({ environment, spec }: ResourceOf<"cgu">, application: string) =>
  ({ ask: "subscribed", environment, application, api: spec.api }) as const;
