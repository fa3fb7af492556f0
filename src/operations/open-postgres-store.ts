import { ChorusError } from "../diagnostics/chorus-error.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { PostgresStateLocation } from "../model/desired.ts";
import { readCertificates } from "../piste/certificates.ts";
import { readPostgresUrl } from "../piste/postgres-url.ts";
import type { Target } from "../state/postgres/connect.ts";
import { createPostgresStore } from "../state/postgres/store.ts";
import type { StateStore } from "../state/store.ts";
import { defined } from "../model/defined.ts";
import type { StoreOptions, StorePorts } from "./open-store.ts";
import { secretOfState } from "./secret-of-state.ts";

/** The state in a database, once its URL is found and somebody vouches for its host. Nothing is asked of it yet. */
export const openPostgresStore = async ({ url, schema }: PostgresStateLocation, ports: StorePorts, options: StoreOptions): Promise<StateStore> => {
  const secret = await secretOfState(url, "postgres", ports, options);
  const found = readPostgresUrl(secret, options.trust);
  if (!found.read) {
    if (found.untrusted !== undefined) throw new ChorusError([diagnostic("CHR-STATE-TRUST", "error", found.untrusted)]);
    throw new ChorusError([diagnostic("CHR-STATE-UNREACHABLE", "error", { place: "postgres", problem: "no-url", detail: "" })]);
  }
  return createPostgresStore(await withAuthorities(found.target, ports), ports, defined({ ...options, schema }));
};

/** The authorities that a company adds for whoever calls out hold here too. */
const withAuthorities = async (target: Target, { variables, files }: StorePorts): Promise<Target> => {
  if (target.tls === false) return target;
  const certificates = await readCertificates(variables, files, []);
  if (certificates.read) return { ...target, tls: defined({ ...target.tls, ca: certificates.ca }) };
  const detail = `${certificates.variable} ${certificates.code}`;
  throw new ChorusError([diagnostic("CHR-STATE-UNREACHABLE", "error", { place: "postgres", problem: "unreachable", detail })]);
};
