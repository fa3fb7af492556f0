import type { Row } from "../row.ts";

const HEALTH = "transverses/v1/health-check";

export const GATEWAY_ROWS: readonly Row[] = [
  {
    name: "no token",
    says: "no Authorization header: HTTP 400, everything in WWW-Authenticate, body empty",
    source: "seen live by integrators",
    certainty: "measured",
    sends: { to: HEALTH, method: "GET", token: "none" },
    expects: { status: 400, headers: { "www-authenticate": /^Bearer realm="DefaultRealm",error="invalid_request"/ }, body: "<nothing>" },
  },
  {
    name: "an unknown token",
    says: 'token unknown or revoked: 401 error="invalid_token"',
    source: "documentation of the gateway's vendor",
    certainty: "secondary",
    sends: { to: HEALTH, method: "GET", token: "unknown" },
    expects: { status: 401, headers: { "www-authenticate": /realm="DefaultRealm".*error="invalid_token"/ } },
  },
  {
    name: "a route that does not exist",
    says: "route unknown, token good: HTTP 403 with an empty body or {}, never 404",
    source: "seen live by integrators; a public issue of an ERP",
    certainty: "measured",
    sends: { to: "structures/v1/rechercher/criteres" },
    expects: [{ status: 403, body: "<nothing>" }, { status: 403, body: {} }],
  },
  {
    name: "the subscription comes before the account",
    says: "with a valid token, 403 = route not in the subscription, whatever the account",
    source: "seen live by integrators",
    certainty: "measured",
    sends: { to: "structures/v1/rechercher/criteres", account: "unknown" },
    expects: { status: 403 },
  },
  {
    name: "the token comes before the subscription",
    says: "without a token, a route that does not exist is refused for the token",
    source: "the order of the gateway's checks",
    certainty: "inferred",
    sends: { to: "structures/v1/rechercher/criteres", token: "none" },
    expects: { status: 400 },
  },
  {
    name: "an account that does not exist",
    says: 'a wrong technical login answers 401 with realm="PISTE"',
    source: "a commit of an ERP's connector; tests of a published PHP client",
    certainty: "measured",
    sends: { to: HEALTH, method: "GET", account: "unknown" },
    expects: { status: 401, headers: { "www-authenticate": /realm="PISTE"/ } },
  },
  {
    name: "no account",
    says: "health-check needs a token and a valid cpro-account, 401 otherwise",
    source: "a published PHP client",
    certainty: "secondary",
    sends: { to: HEALTH, method: "GET", account: "none" },
    expects: { status: 401 },
  },
  {
    name: "a trace for support",
    says: 'answers carry x-correlationid ("Id-… 0")',
    source: "a public integration's notes",
    certainty: "measured",
    sends: { to: HEALTH, method: "GET" },
    expects: { status: 200, headers: { "x-correlationid": /^Id-\S+/ } },
  },
];
