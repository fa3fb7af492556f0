import type { SecretSource } from "./desired.ts";
import { describeSecret, type SecretReference } from "./secret.ts";

/** The reference that a configuration writes, as the transport takes it. */
export const secretReference = ({ env, file, command, key }: SecretSource): SecretReference => {
  const keyed = key === undefined ? {} : { key };
  if (file !== undefined) return { from: "file", file, ...keyed };
  if (command !== undefined) return { from: "command", command, ...keyed };
  return { from: "environment", variable: env ?? "" };
};

/** How a secret's place is named to a person. */
export const describeSource = (source: SecretSource): string => describeSecret(secretReference(source));
