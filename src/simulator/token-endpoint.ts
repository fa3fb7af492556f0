import { json } from "./answer.ts";
import type { Answer } from "./answer.ts";
import { TOKEN_LIFE_S } from "./token-store.ts";
import type { TokenStore } from "./token-store.ts";
import type { HttpRequest } from "./http-request.ts";
import type { NamedApplication, World } from "./world.ts";

/** The answer of the token endpoint and, when it recognised one, the application that asked. */
export interface TokenAnswer {
  readonly answer: Answer;
  readonly application?: string;
}

/**
 * `POST /api/oauth/token`, grant client_credentials, with the credentials in the form or as HTTP Basic.
 * PISTE gateway behaviour measured by integrators: an unknown id, a wrong secret and the pair of the
 * other environment answer the same bytes. That a disabled application does too is an inference.
 */
export function answerToken(request: HttpRequest, world: World, tokens: TokenStore): TokenAnswer {
  if (request.method !== "POST") return { answer: oauthError("invalid_request", "POST is required") };
  const form = formOf(request);
  const grant = form.get("grant_type");
  if (grant === null || grant === "") return { answer: oauthError("invalid_request", "Missing grant_type") };
  if (grant !== "client_credentials") return { answer: oauthError("unsupported_grant_type", "Unsupported grant type") };

  const application = candidates(request, form)
    .map(({ id, secret }) => authenticated(world.applicationOf(id), secret))
    .find((found) => found !== undefined);
  if (application === undefined) return { answer: oauthError("invalid_client", "Invalid client authentication") };

  const token = tokens.issue(world.environment, application.clientId);
  const scope = form.get("scope");
  return {
    application: application.name,
    answer: json(200, {
      access_token: token,
      token_type: "Bearer",
      expires_in: TOKEN_LIFE_S,
      scope: scope === null || scope === "" ? "openid" : scope,
    }, NO_STORE),
  };
}

function formOf(request: HttpRequest): URLSearchParams {
  const type = request.header("content-type") ?? "";
  return new URLSearchParams(
    type.toLowerCase().startsWith("application/x-www-form-urlencoded") ? Buffer.from(request.body).toString("utf8") : "",
  );
}

interface Credentials { readonly id: string; readonly secret: string }

// Clients disagree on whether Basic credentials are form-encoded first (RFC 6749, 2.3.1): both are read.
function candidates(request: HttpRequest, form: URLSearchParams): readonly Credentials[] {
  const basic = /^Basic +([A-Za-z0-9+/]+=*)$/i.exec(request.header("authorization") ?? "")?.[1];
  if (basic === undefined) return [{ id: form.get("client_id") ?? "", secret: form.get("client_secret") ?? "" }];
  const decoded = Buffer.from(basic, "base64").toString("utf8");
  const colon = decoded.indexOf(":");
  if (colon < 0) return [];
  const raw = { id: decoded.slice(0, colon), secret: decoded.slice(colon + 1) };
  return [raw, { id: formDecoded(raw.id), secret: formDecoded(raw.secret) }];
}

function formDecoded(text: string): string {
  return new URLSearchParams(`value=${text.replaceAll("&", "%26")}`).get("value") ?? "";
}

function authenticated(application: NamedApplication | undefined, secret: string): NamedApplication | undefined {
  return application !== undefined && application.clientSecret === secret && application.active !== false ? application : undefined;
}

function oauthError(error: string, description: string): Answer {
  return json(400, { error, error_description: description }, NO_STORE);
}

const NO_STORE = { "cache-control": "no-store", pragma: "no-cache" };
