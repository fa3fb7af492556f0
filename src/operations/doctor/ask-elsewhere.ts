import { ENVIRONMENTS, type EnvironmentName } from "../../model/environment.ts";
import type { Trace } from "../../model/trace.ts";
import type { ApplicationAccess } from "../../piste/client.ts";
import { createReadClient } from "../../piste/create-client.ts";
import { mayReceiveSecret } from "../../piste/may-receive-secret.ts";
import type { Trust } from "../../piste/trust.ts";
import type { Live } from "../live.ts";

export interface Elsewhere {
  readonly environment: EnvironmentName;
  readonly answer: "accepted" | "refused" | "unclear";
  readonly trace: Trace;
}

/**
 * What the other environment says of credentials that were refused: one request, not repeated. Undefined where it may not
 * be asked: both are PISTE's own, or vouched for, and two places.
 */
export const askElsewhere = async (access: ApplicationAccess, { world, clientPorts }: Live, trust: Trust): Promise<Elsewhere | undefined> => {
  const other = ENVIRONMENTS.find((environment) => environment !== access.environment);
  if (other === undefined) return undefined;
  const endpoints = world.endpoints(other);
  const mayAsk = [access.endpoints.oauth, endpoints.oauth].every((url) => mayReceiveSecret(new URL(url), trust));
  if (!mayAsk || endpoints.oauth === access.endpoints.oauth) return undefined;
  const client = createReadClient({ ...clientPorts, retries: [] });
  const outcome = await client.token({ ...access, environment: other, endpoints });
  if (outcome.trace.status === undefined) return undefined;
  if (outcome.ok) return { environment: other, answer: "accepted", trace: outcome.trace };
  return { environment: other, answer: outcome.failure.code === "invalid-client" ? "refused" : "unclear", trace: outcome.trace };
};
