import { isRecord } from "../model/is-record.ts";
import { parseJson } from "../model/parse-json.ts";
import { Secret } from "../model/secret.ts";
import { HIDDEN } from "./redact.ts";

/** The form of a token request, with the values that are no secret. */
export const hideForm = (form: string): string =>
  [...new URLSearchParams(form)].map(([name, value]) => `${name}=${PUBLIC.has(name) ? value : HIDDEN}`).join("&");

/**
 * An answer of the token endpoint with the members that are no secret. Undefined where none of it may be shown: what
 * grants something in a form that nobody described may hold a token.
 */
export const hideGrant = (status: number, body: string): string | undefined => {
  const json = parseJson(body);
  if (isRecord(json)) {
    return JSON.stringify(Object.fromEntries(Object.entries(json).map(([name, value]) => [name, PUBLIC.has(name) ? value : HIDDEN])));
  }
  const isSilent = body.trim() === "";
  return isSilent || (json === undefined && (status < 200 || status >= 300)) ? body : undefined;
};

/** What an answer of the token endpoint holds that must not be shown anywhere from then on. */
export const grantedSecrets = (body: string): readonly Secret[] => {
  const json = parseJson(body);
  if (!isRecord(json)) return [];
  return Object.entries(json).flatMap(([name, value]) => (typeof value === "string" && !PUBLIC.has(name) ? [new Secret(value)] : []));
};

/** RFC 6749, sections 4.4.2, 5.1 and 5.2. */
const PUBLIC: ReadonlySet<string> = new Set([
  "grant_type",
  "scope",
  "token_type",
  "expires_in",
  "error",
  "error_description",
  "error_uri",
]);
