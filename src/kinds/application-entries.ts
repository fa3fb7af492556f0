import { address, type Address } from "../model/address.ts";
import { defined } from "../model/defined.ts";
import type { Application, Desired, DesiredEnvironment } from "../model/desired.ts";
import { environmentsOf } from "../model/environments-of.ts";
import type { EnvironmentName } from "../model/environment.ts";
import type { Lifecycle } from "../model/resource.ts";
import { lifecycleOf, type CommonParts } from "./lifecycle.ts";

/** An application of the configuration with what every kind of resource of it shares. */
export interface ApplicationEntry {
  readonly environment: EnvironmentName;
  readonly wanted: DesiredEnvironment;
  readonly name: string;
  readonly application: Application;
  readonly self: Address;
  /** E-mail of the PISTE account that holds it. */
  readonly compte: string;
  /** Code of the client whose own PISTE account that is. */
  readonly holder?: string;
  readonly common: CommonParts;
}

export function* applicationEntries(desired: Desired, nowMs: number): Iterable<ApplicationEntry> {
  for (const { environment, wanted } of environmentsOf(desired)) {
    for (const [name, application] of Object.entries(wanted.applications)) {
      const self = address(environment, "application", name);
      const account = desired.comptesPiste[application.comptePiste];
      yield defined({
        environment,
        wanted,
        name,
        application,
        self,
        compte: account?.email ?? application.comptePiste,
        holder: account?.client,
        common: defined({
          environment,
          subject: self,
          lifecycle: applicationLifecycle(wanted, application, nowMs),
          client: application.client,
        }),
      });
    }
  }
}

/** Nothing more is asked of an application whose client has gone; everybody else's stays. */
const applicationLifecycle = (wanted: DesiredEnvironment, { client }: Application, nowMs: number): Lifecycle => {
  const lifecycle = client === undefined ? "active" : lifecycleOf(wanted.structures[client], nowMs);
  return lifecycle === "leaving" ? "paused" : lifecycle;
};
