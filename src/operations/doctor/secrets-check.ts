import { checkId, type Check, type MissingSecret } from "../../doctor/doctor-document.ts";
import type { Chosen } from "../../doctor/choose.ts";
import { Secret, type SecretReference } from "../../model/secret.ts";
import type { Live } from "../live.ts";
import { exposedFiles, type ExposedPorts } from "./exposed-files.ts";

/** Whether every secret that the examination needs is there. Which is missing, and which others may read, is said by its reference, never a value. */
export const secretsCheck = async ({ environment, applications, accounts }: Chosen, { world, clientPorts }: Live, ports: ExposedPorts): Promise<Check> => {
  const wanted = [
    ...applications.flatMap((name): readonly Wanted[] => {
      const access = world.application(environment, name);
      if (access === undefined || access === "elsewhere") return [];
      return [{ of: "clientId", name, reference: access.clientId }, { of: "clientSecret", name, reference: access.clientSecret }];
    }),
    ...accounts.flatMap((name): readonly Wanted[] => {
      const access = world.account(environment, name);
      return access === undefined || access === "elsewhere" ? [] : [{ of: "password", name, reference: access.password }];
    }),
  ];
  const missing: MissingSecret[] = [];
  for (const { of, name, reference } of wanted) {
    const found = await clientPorts.secrets.resolve(reference);
    if (!(found instanceof Secret)) missing.push({ of, name, secret: found.missing, reason: found.reason });
  }
  const self = { id: checkId(environment, "secrets"), check: "secrets", subject: "" } as const;
  if (wanted.length === 0) return { ...self, status: "skipped", reason: "secrets-elsewhere" };
  const exposed = await exposedFiles(wanted.map(({ reference }) => reference), ports);
  const facts = { found: wanted.length - missing.length, ...(exposed.length === 0 ? {} : { exposed }) };
  return missing.length === 0
    ? { ...self, status: "ok", reason: "secrets-found", facts }
    : { ...self, status: "failed", reason: "secrets-missing", facts: { ...facts, missing } };
};

interface Wanted extends Pick<MissingSecret, "of" | "name"> {
  readonly reference: SecretReference;
}
