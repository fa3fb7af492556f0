import { environmentsOf } from "../../model/environments-of.ts";
import { Secret } from "../../model/secret.ts";
import { secretReference } from "../../model/secret-source.ts";
import { createRedactor } from "../../piste/redact.ts";
import { createSecrets } from "../../piste/secrets.ts";
import type { Ports } from "../../ports/ports.ts";
import { atTheClient } from "../at-the-client.ts";
import type { Project } from "../open-project.ts";

export type SecretPorts = Pick<Ports, "variables" | "files" | "processes">;

/** Whether a text holds a secret, in whatever form, of those that can be had without running a command. */
export const createSecretSearch = async (
  { desired, folder }: Pick<Project, "desired" | "folder">,
  { variables, files, processes }: SecretPorts,
): Promise<(text: string) => boolean> => {
  const secrets = createSecrets({ variables, files, processes, folder, trust: { commands: false, files: [] } });
  const references = environmentsOf(atTheClient(desired)).flatMap(({ wanted }) =>
    [...Object.values(wanted.applications), ...Object.values(wanted.comptesTechniques)].flatMap(({ secrets: of }) =>
      typeof of === "string" ? [] : Object.values(of).map(secretReference)));
  const known = (await Promise.all(references.map((reference) => secrets.resolve(reference)))).filter((one) => one instanceof Secret);
  // One by one: a pattern for thousands of secrets would be too long for any text.
  const redactors = [[], ...known.map((secret) => [secret])].map((some) => createRedactor(some, { shortest: SHORTEST }));
  return (text) => redactors.some((redact) => redact(text) !== text);
};

/** A word of a few letters is in many texts. */
const SHORTEST = 6;
