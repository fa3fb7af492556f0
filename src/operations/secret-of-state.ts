import { ChorusError } from "../diagnostics/chorus-error.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { SecretSource } from "../model/desired.ts";
import { Secret } from "../model/secret.ts";
import { secretReference } from "../model/secret-source.ts";
import { createSecrets } from "../piste/secrets.ts";
import type { StoreOptions, StorePorts } from "./open-store.ts";

/** A secret without which the state cannot be reached. Throws `CHR-STATE-UNREACHABLE` with where it was looked for. */
export const secretOfState = async (source: SecretSource, place: string, ports: StorePorts, { folder, trust }: StoreOptions): Promise<Secret> => {
  const found = await createSecrets({ ...ports, folder, trust }).resolve(secretReference(source));
  if (found instanceof Secret) return found;
  const detail = `${found.missing}: ${found.reason}`;
  throw new ChorusError([diagnostic("CHR-STATE-UNREACHABLE", "error", { place, problem: "secret", detail })]);
};
