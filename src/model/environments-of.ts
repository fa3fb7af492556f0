import type { Desired, DesiredEnvironment } from "./desired.ts";
import { ENVIRONMENTS, type EnvironmentName } from "./environment.ts";

/** The environments of a configuration: qualification first, and none in which nothing is wanted. */
export const environmentsOf = ({ environments }: Desired): readonly WantedEnvironment[] =>
  ENVIRONMENTS.flatMap((environment) => {
    const wanted = environments[environment];
    return wanted === undefined ? [] : [{ environment, wanted }];
  });

/** An environment in which something is wanted. */
export interface WantedEnvironment {
  readonly environment: EnvironmentName;
  readonly wanted: DesiredEnvironment;
}
