import type { Desired, DesiredEnvironment, Named } from "../../model/desired.ts";
import { environmentsOf } from "../../model/environments-of.ts";
import type { EnvironmentName } from "../../model/environment.ts";
import type { Path } from "../path.ts";

type Collection = "applications" | "structures" | "comptesTechniques" | "raccordements";

export interface Each<C extends Collection> {
  readonly environment: EnvironmentName;
  readonly name: string;
  readonly value: DesiredEnvironment[C] extends Named<infer T> ? T : never;
}

/** Every entry of a kind, in both environments. */
export function* each<C extends Collection>(desired: Desired, collection: C): Generator<Each<C>> {
  for (const { environment, wanted } of environmentsOf(desired)) {
    const entries: Named<unknown> = wanted[collection];
    for (const name of Object.keys(entries)) yield { environment, name, value: entries[name] as Each<C>["value"] };
  }
}

/** `environments.production.structures.siege.identifiant` */
export const pathIn = (environment: EnvironmentName, collection: Collection, ...rest: Path): Path => [
  "environments",
  environment,
  collection,
  ...rest,
];
