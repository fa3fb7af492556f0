import type { Environment } from "../../../src/simulator/scenario.ts";
import { APPLICATION, SANDBOX } from "./practice.ts";
import type { Practice } from "./practice.ts";

/** How the API answers the application that was made in the portal, for an account `login:password`. */
export async function callApi(world: Practice, environment: Environment, account: string, api: "structures" | "transverses" = "structures"): Promise<number> {
  const { clientId = "", clientSecret = "" } = applicationOf(world, environment) ?? {};
  const { body } = await world.client.askToken(environment, { grant_type: "client_credentials", client_id: clientId, client_secret: clientSecret });
  const asked = { environment, token: String(body.access_token), account };
  const reply = api === "structures"
    ? await world.client.call("structures/v1/rechercher", { ...asked, body: {} })
    : await world.client.call("transverses/v1/health-check", { ...asked, method: "GET" });
  return reply.status;
}

export const applicationOf = ({ scenario }: Practice, environment: Environment) =>
  scenario().environments[environment]?.applications?.[environment === "qualification" ? SANDBOX : APPLICATION];

export const raccordementsOf = ({ scenario }: Practice, environment: Environment) => Object.values(scenario().environments[environment]?.raccordements ?? {});

/** No account can have this login. */
export const NOBODY = "personne:rien";
