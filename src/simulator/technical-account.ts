import { challenge, json } from "./answer.ts";
import type { Answer } from "./answer.ts";
import { parseIso } from "./iso-time.ts";
import type { ApiId, ScenarioAccount } from "./scenario.ts";
import type { World } from "./world.ts";

/** The login and password in a `cpro-account` header: base64 of `login:password`, split at the first colon. */
export interface AccountCredentials {
  readonly login: string;
  readonly password: string;
}

export function readAccountHeader(header: string | undefined): AccountCredentials | undefined {
  if (header === undefined || !/^[A-Za-z0-9+/]+={0,2}$/.test(header)) return undefined;
  const decoded = Buffer.from(header, "base64").toString("utf8");
  const colon = decoded.indexOf(":");
  return colon < 0 ? undefined : { login: decoded.slice(0, colon), password: decoded.slice(colon + 1) };
}

/**
 * The account, when its login works at `now`: a password lives 424 days, and an account is usable
 * about 30 minutes after it was created (Chorus Pro documentation of the compte technique).
 */
export function authenticate(credentials: AccountCredentials | undefined, world: Pick<World, "account">, now: number): ScenarioAccount | undefined {
  if (credentials === undefined) return undefined;
  const account = world.account(credentials.login);
  if (account === undefined || account.motDePasse !== credentials.password) return undefined;
  const usableFrom = account.creeLe === undefined ? now : (parseIso(account.creeLe) ?? now) + ACTIVATION_MS;
  return now >= usableFrom && now < passwordExpiry(account) ? account : undefined;
}

/** When the password of an account dies, in milliseconds since the epoch. */
export function passwordExpiry(account: ScenarioAccount): number {
  return (parseIso(account.motDePasseChangeLe) ?? 0) + PASSWORD_LIFE_MS;
}

/** PISTE gateway behaviour measured by integrators: the realm tells a bad account from a bad token. */
export function refusedAccount(api: ApiId): Answer {
  const refusal = challenge(401, "PISTE", "Unauthorized", "login or password incorrects");
  return api === "organisations" ? json(401, { ErrorCode: "401", Description: "[invalid field]" }, refusal.headers) : refusal;
}

const PASSWORD_LIFE_MS = 424 * 86_400_000;
const ACTIVATION_MS = 30 * 60_000;
