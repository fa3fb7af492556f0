import { challenge, JSON_TYPE } from "./answer.ts";
import type { Answer } from "./answer.ts";
import type { HttpRequest } from "./http-request.ts";
import { operate } from "./operate.ts";
import type { Operation } from "./operation.ts";
import { limitsOf, quotaExceeded } from "./quota-answer.ts";
import type { Quota } from "./quota.ts";
import { matchRoute } from "./routes.ts";
import type { ApiId, ScenarioAccount, ScenarioSettings } from "./scenario.ts";
import type { ScenarioStore } from "./scenario-store.ts";
import { authenticate, readAccountHeader, refusedAccount } from "./technical-account.ts";
import type { TokenStore } from "./token-store.ts";
import type { NamedApplication, World } from "./world.ts";

export interface Gateway {
  readonly store: ScenarioStore;
  readonly tokens: TokenStore;
  readonly quota: Quota;
  readonly now: () => number;
}

/** An answer, with who was recognised on the way to it. */
export interface GatewayAnswer {
  readonly answer: Answer;
  readonly application?: string;
  readonly login?: string;
}

/**
 * A call to an API, checked in the order of the PISTE gateway as measured by integrators: token,
 * subscription, quota, compte technique, raccordement, then the operation itself.
 */
export function answerApi(request: HttpRequest, segments: readonly string[], world: World, gateway: Gateway): GatewayAnswer {
  const credentials = readAccountHeader(request.header("cpro-account"));
  const seen = credentials === undefined ? {} : { login: credentials.login };
  const application = applicationOf(request, world, gateway);
  if ("status" in application) return { ...seen, answer: application };
  const recognised = { ...seen, application: application.name };

  const settings = gateway.store.settings();
  const match = matchRoute(request.method, segments, settings);
  if (match === undefined || !subscribed(application, match.operation)) return { ...recognised, answer: forbidden(settings) };
  const wait = gateway.quota.take(limitsOf(world.environment, application, match.operation));
  if (wait > 0) return { ...recognised, answer: quotaExceeded(wait, gateway.now(), settings) };
  const account = authenticate(credentials, world, gateway.now());
  if (account === undefined || credentials === undefined) return { ...recognised, answer: refusedAccount(match.operation.api) };
  if (blockedByRaccordement(match.operation, settings) && !hasRaccordement(application, account, world)) {
    return { ...recognised, answer: echo(request) };
  }
  return { ...recognised, answer: operate(request, match, { world, settings, login: credentials.login, account, store: gateway.store }) };
}

/** The application that the token stands for, or the refusal of the token. */
function applicationOf(request: HttpRequest, world: World, { tokens, now }: Gateway): NamedApplication | Answer {
  const text = /^Bearer +(\S+)$/i.exec(request.header("authorization") ?? "")?.[1];
  if (text === undefined) return challenge(400, "DefaultRealm", "invalid_request", "Unable to find token in the message");
  const token = tokens.find(text);
  if (token?.environment !== world.environment) return invalidToken("Unable to find the access token in persistent storage");
  if (now() >= token.expiresAt) return invalidToken("The access token expired");
  const application = world.applicationOf(token.clientId);
  return application === undefined || application.active === false
    ? invalidToken("The client app was not found or is disabled")
    : application;
}

function invalidToken(description: string): Answer {
  return challenge(401, "DefaultRealm", "invalid_token", description);
}

// PISTE lets an API be selected only once its terms are consented to; both must still hold.
function subscribed(application: NamedApplication, { api }: Operation): boolean {
  return application.apis.includes(api) && application.consentements.includes(api);
}

function forbidden(settings: Required<ScenarioSettings>): Answer {
  return settings.emptyForbiddenBody === "empty"
    ? { status: 403 }
    : { status: 403, headers: { "content-type": JSON_TYPE }, body: "{}" };
}

function blockedByRaccordement({ api }: Operation, { missingRaccordement }: Required<ScenarioSettings>): boolean {
  return BLOCKED[missingRaccordement](api);
}

// Integrators saw deposits go through where the routes of structures were refused; more is not known.
const BLOCKED: Readonly<Record<Required<ScenarioSettings>["missingRaccordement"], (api: ApiId) => boolean>> = {
  none: () => false,
  structures: (api) => api === "structures",
  "all-but-factures": (api) => api !== "factures",
  all: () => true,
};

function hasRaccordement(application: NamedApplication, account: ScenarioAccount, world: World): boolean {
  const reached = world.reach(account);
  return world.raccordementsOf(application.name)
    .some((raccordement) => raccordement.concentrateur === true || reached.has(raccordement.structure));
}

function echo(request: HttpRequest): Answer {
  return { status: 403, headers: { "content-type": request.header("content-type") ?? JSON_TYPE }, body: request.body };
}
