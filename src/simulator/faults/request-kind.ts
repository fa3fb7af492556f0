import { API_PREFIXES } from "../apis.ts";
import type { HttpRequest } from "../http-request.ts";
import { matchRoute } from "../routes.ts";
import type { ApiId, ScenarioSettings } from "../scenario.ts";
import type { TokenStore } from "../token-store.ts";
import type { NamedApplication, World } from "../world.ts";
import type { Stage } from "./fault-table.ts";
import type { RequestKind } from "./faults.ts";

/** A request as faults look at it: its kind, and which stages it reaches if nothing strikes it. */
export interface SeenRequest {
  readonly kind: RequestKind;
  readonly application?: string;
  readonly api: ApiId;
  readonly stages: ReadonlySet<Stage>;
}

/** Looks without touching anything: no quota is taken, no token is issued. */
export function seeRequest(
  request: HttpRequest,
  segments: readonly string[],
  world: World,
  { tokens, settings }: { readonly tokens: TokenStore; readonly settings: Required<ScenarioSettings> },
): SeenRequest {
  const path = `/${segments.join("/")}`;
  const seen = (application: NamedApplication | undefined, route: string, api: ApiId, stages: readonly Stage[]): SeenRequest => ({
    kind: { environment: world.environment, who: application?.name ?? "?", route, path },
    ...(application === undefined ? {} : { application: application.name }),
    api,
    stages: new Set<Stage>(["any", ...stages]),
  });
  if (path === TOKEN_PATH) {
    const isPost = request.method === "POST";
    return seen(world.applicationOf(clientIdOf(request)), isPost ? `POST ${path}` : "?", "transverses", isPost ? ["token"] : []);
  }
  const bearer = /^Bearer +(\S+)$/iu.exec(request.header("authorization") ?? "")?.[1];
  const token = bearer === undefined ? undefined : tokens.find(bearer);
  const application = token?.environment === world.environment ? world.applicationOf(token.clientId) : undefined;
  const operation = matchRoute(request.method, segments, settings)?.operation;
  const route = operation === undefined ? "?" : `${operation.method} ${API_PREFIXES[operation.api]} ${operation.path}`;
  const api = operation?.api ?? "transverses";
  const isSubscribed = operation !== undefined && application?.apis.includes(api) === true && application.consentements.includes(api);
  return seen(application, route, api, [...(bearer === undefined ? [] : ["bearer" as const]), ...(isSubscribed ? ["subscribed" as const] : [])]);
}

/** The client id as it was sent, in the form or as HTTP Basic; empty where there is none. */
function clientIdOf(request: HttpRequest): string {
  const basic = /^Basic +([A-Za-z0-9+/]+=*)$/iu.exec(request.header("authorization") ?? "")?.[1];
  if (basic === undefined) return new URLSearchParams(Buffer.from(request.body).toString("utf8")).get("client_id") ?? "";
  return Buffer.from(basic, "base64").toString("utf8").split(":", 1)[0] ?? "";
}

export const TOKEN_PATH = "/api/oauth/token";
