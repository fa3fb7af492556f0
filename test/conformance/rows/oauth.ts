import type { Row } from "../row.ts";

const FORM = { grant_type: "client_credentials", client_id: "{clientId}", client_secret: "{clientSecret}" };
const ISSUED = { access_token: "<text>", token_type: "Bearer", expires_in: 3600 } as const;

export const OAUTH_ROWS: readonly Row[] = [
  {
    name: "a token for the credentials in the form",
    says: "POST form-urlencoded with grant_type, client_id, client_secret and scope=openid; 200 with an opaque token of 3600 s",
    source: "PISTE token request, seen live by integrators",
    certainty: "measured",
    sends: { to: "token", form: { ...FORM, scope: "openid" } },
    expects: { status: 200, body: { ...ISSUED, "scope?": "<text>" } },
  },
  {
    name: "no refresh token",
    says: "there is no refresh_token",
    source: "PISTE token request, seen live by integrators",
    certainty: "measured",
    sends: { to: "token", form: { ...FORM, scope: "openid" } },
    expects: { status: 200, body: { refresh_token: "<absent>" } },
  },
  {
    name: "a token without a scope",
    says: "scope omitted works too",
    source: "a published Go client",
    certainty: "secondary",
    sends: { to: "token", form: FORM },
    expects: { status: 200, body: ISSUED },
  },
  {
    name: "a token for the credentials as HTTP Basic",
    says: "the credentials may come as HTTP Basic",
    source: "RFC 6749, 2.3.1, which servers must support; OAuth libraries do so by default",
    certainty: "inferred",
    sends: { to: "token", form: { grant_type: "client_credentials", scope: "openid" }, basic: "{clientId}:{clientSecret}" },
    expects: { status: 200, body: ISSUED },
  },
  {
    name: "an unknown client id",
    says: "an unknown client_id answers 400 invalid_client",
    source: "tests of a published PHP client; integrators' notes",
    certainty: "measured",
    sends: { to: "token", form: { ...FORM, client_id: "00000000-0000-4000-8000-000000000000" } },
    expects: { status: 400, body: { error: "invalid_client" } },
  },
  {
    name: "a wrong client secret",
    says: "bodies for an unknown id and a wrong secret are byte-identical",
    source: "tests of a published PHP client; integrators' notes",
    certainty: "measured",
    sends: { to: "token", form: { ...FORM, client_secret: "00000000-0000-4000-8000-000000000000" } },
    expects: { status: 400, body: { error: "invalid_client" }, sameBodyAs: "an unknown client id" },
  },
  {
    name: "a grant that does not exist",
    says: "another grant type is refused with 400",
    source: "RFC 6749, 5.2",
    certainty: "inferred",
    sends: { to: "token", form: { ...FORM, grant_type: "chorus_conformance" } },
    expects: { status: 400, body: { error: "unsupported_grant_type" } },
  },
  {
    name: "no grant",
    says: "a request without grant_type is refused with 400",
    source: "RFC 6749, 5.2",
    certainty: "inferred",
    sends: { to: "token", form: { client_id: "{clientId}", client_secret: "{clientSecret}" } },
    expects: { status: 400, body: { error: "<text>" } },
  },
];
