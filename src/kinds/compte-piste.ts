import { address, type Address } from "../model/address.ts";
import { ENVIRONMENTS } from "../model/environment.ts";
import { defined } from "../model/defined.ts";
import { groupBy } from "../model/group-by.ts";
import type { Specs } from "../model/resource.ts";
import type { ApplicationEntry } from "./application-entries.ts";
import { inferredFrom } from "./judgements.ts";
import type { Kind } from "./kind.ts";
import { pisteHolder } from "./refs.ts";

/**
 * A PISTE account: no API tells, but a token of one of its applications, in either environment, proves it. An account
 * serves both, so it is one resource, of the first environment that it is needed in.
 */
export const comptePiste: Kind<"compte-piste"> = {
  name: "compte-piste",
  whenUnknown: "act",
  attestable: true,
  attestedForDays: 730,

  *declare(desired, { applications: entries }) {
    for (const [name, held] of applicationsByAccount(entries)) {
      const account = desired.comptesPiste[name];
      const [first] = held;
      if (account === undefined || first === undefined) continue;
      const self = address(first.environment, "compte-piste", name);
      const asked = held.filter(({ paused }) => !paused);
      const applications = (asked.length === 0 ? held : asked).map(throughOf);
      yield {
        address: self,
        kind: "compte-piste",
        environment: first.environment,
        names: [name],
        subject: self,
        lifecycle: asked.length === 0 ? "paused" : "active",
        dependsOn: [],
        provenThrough: applications.map(credentialsOf),
        spec: defined({ email: account.email, organisation: account.organisation, holder: account.client, applications }),
      };
    }
  },

  about: ({ email }) => [email],

  questions: ({ spec }) => spec.applications.map(tokenOf),

  judge: ({ spec }, answers) => [
    inferredFrom(
      "Exists",
      spec.applications.map((through) => ({ address: credentialsOf(through), observation: answers(tokenOf(through)) })),
    ),
  ],

  step: ({ spec }) => ({
    action: "register-piste",
    mode: "manual",
    actor: pisteHolder(spec.email, spec.holder),
    portal: "piste",
    arguments: { email: spec.email, organisation: spec.organisation },
    provenBy: "inference",
    batch: spec.email,
  }),
};

type Through = Specs["compte-piste"]["applications"][number];

interface Held extends Through {
  readonly paused: boolean;
}

/** By the name of the account: qualification first, then by the name of the application. */
const applicationsByAccount = (entries: readonly ApplicationEntry[]): ReadonlyMap<string, readonly Held[]> => {
  const held = entries.map(({ environment, name, application, common }) => ({
    of: application.comptePiste,
    environment,
    application: name,
    paused: common.lifecycle === "paused",
  }));
  const inOrder = held.toSorted(
    (a, b) =>
      ENVIRONMENTS.indexOf(a.environment) - ENVIRONMENTS.indexOf(b.environment) || (a.application < b.application ? -1 : 1),
  );
  return groupBy(inOrder, ({ of }) => of);
};

const throughOf = ({ environment, application }: Held): Through => ({ environment, application });

/** The addresses of the PISTE accounts by name, each in the environment in which it is declared. */
export const comptePisteAddresses = (entries: readonly ApplicationEntry[]): ReadonlyMap<string, Address> =>
  new Map(
    [...applicationsByAccount(entries)].flatMap(([name, [first]]) =>
      first === undefined ? [] : [[name, address(first.environment, "compte-piste", name)] as const],
    ),
  );

const credentialsOf = ({ environment, application }: Through): Address => address(environment, "credentials", application);

const tokenOf = ({ environment, application }: Through) => ({ ask: "token", environment, application }) as const;
