import type { SecretSource } from "../../model/desired.ts";
import { environmentsOf, type WantedEnvironment } from "../../model/environments-of.ts";
import { describeSource } from "../../model/secret-source.ts";
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Path } from "../path.ts";
import { pathIn } from "./each.ts";
import type { Rule } from "./rules.ts";

/** One place for the secrets of two things of one environment: `A-1` and `A.1` would both read `…_A_1`. */
export const checkSecrets: Rule = function* ({ desired, locate }) {
  for (const each of environmentsOf(desired)) {
    const first = new Map<string, string>();
    const told = new Set<string>();
    for (const { name, source, path } of secretsOf(each)) {
      const key = JSON.stringify([source.env, source.file, source.command, source.key]);
      const other = first.get(key);
      if (other === undefined) first.set(key, name);
      else if (!told.has(key)) {
        told.add(key);
        const args = { secret: describeSource(source), name, other };
        yield diagnostic("CHR-SECRET-SHARED", "warning", args, locate(path));
      }
    }
  }
};

interface Found {
  readonly name: string;
  readonly source: SecretSource;
  readonly path: Path;
}

function* secretsOf({ environment, wanted }: WantedEnvironment): Generator<Found> {
  for (const [name, { secrets }] of Object.entries(wanted.applications)) {
    if (secrets === "chez-le-client") continue;
    const path = pathIn(environment, "applications", name, "secrets");
    yield { name, source: secrets.clientId, path: [...path, "clientId"] };
    yield { name, source: secrets.clientSecret, path: [...path, "clientSecret"] };
  }
  for (const [name, { secrets }] of Object.entries(wanted.comptesTechniques)) {
    if (secrets === "chez-le-client") continue;
    const path = pathIn(environment, "comptesTechniques", name, "secrets", "password");
    yield { name, source: secrets.password, path };
  }
}
