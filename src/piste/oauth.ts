import { TOKEN_PATH } from "../catalogue/environments.ts";
import { Secret } from "../model/secret.ts";
import type { Trace } from "../model/trace.ts";
import type { ApplicationAccess, TokenGranted } from "./client.ts";
import { classifyToken } from "./classify.ts";
import type { Answered } from "./exchange.ts";
import type { Outcome } from "./outcome.ts";
import { createRedactor } from "./redact.ts";
import { retry, type OnRetry } from "./retry.ts";
import { urlAt } from "./request-url.ts";
import { type Post, type Sender, SHORTEST_SECRET } from "./sender.ts";

/** A token, for the header of a call alone. */
export interface Token extends TokenGranted {
  readonly value: Secret;
}

export interface Credentials {
  readonly id: Secret;
  readonly secret: Secret;
}

/** Tokens by client credentials, in memory only, one per authorisation server, environment and pair of credentials. */
export interface Tokens {
  /** The kept token, or a new one; callers at the same time share one request and its tries, of which the first is told. */
  get(application: ApplicationAccess, credentials: Credentials, onRetry?: OnRetry): Promise<Outcome<Token>>;
  /** Forgets a token that was refused, unless another has taken its place already. */
  invalidate(token: Token): void;
}

export const createTokens = (sender: Sender): Tokens => {
  const kept = new Map<string, Promise<Outcome<Token>>>();
  const grants = new Map<string, Outcome<Token>>();

  return {
    async get(application, credentials, onRetry) {
      const place = placeOf(application, credentials);
      const granted = grants.get(place);
      if (granted !== undefined && isGood(granted, sender.clock.now())) return granted;
      const pending = kept.get(place);
      if (pending !== undefined) return pending;
      const asked = ask(application, credentials, sender, onRetry);
      kept.set(place, asked);
      try {
        const outcome = await asked;
        grants.set(place, outcome);
        return outcome;
      } finally {
        kept.delete(place);
      }
    },
    invalidate(token) {
      for (const [place, granted] of grants) {
        if (granted.ok && granted.body === token) grants.delete(place);
      }
    },
  };
};

/** The secret too: a wrong one must not live on a right one's token. */
const placeOf = ({ environment, endpoints }: ApplicationAccess, { id, secret }: Credentials): string =>
  JSON.stringify([environment, endpoints.oauth, id.reveal(), secret.reveal()]);

/** A token until a little before it expires; a refusal of the credentials, which took many tries, for half a minute. */
const isGood = (granted: Outcome<Token>, now: number): boolean =>
  granted.ok
    ? now < granted.body.expiresAt - Math.min(MARGIN_MS, (granted.body.expiresAt - granted.trace.at) / 10)
    : granted.failure.code === "invalid-client" && now < granted.trace.at + REFUSAL_KEPT_MS;

export const tokenUrl = ({ endpoints }: ApplicationAccess): URL => urlAt(endpoints.oauth, TOKEN_PATH);

/** `scope=openid` as PISTE's examples have it; there is no refresh token. */
const ask = (application: ApplicationAccess, credentials: Credentials, sender: Sender, onRetry: OnRetry | undefined): Promise<Outcome<Token>> => {
  const post: Post = {
    method: "POST",
    url: tokenUrl(application),
    headers: { "content-type": "application/x-www-form-urlencoded", accept: "application/json" },
    body: new URLSearchParams({
      grant_type: "client_credentials",
      client_id: credentials.id.reveal(),
      client_secret: credentials.secret.reveal(),
      scope: "openid",
    }).toString(),
  };
  const secrets = [credentials.secret, credentials.id];
  const redact = createRedactor(secrets, { shortest: SHORTEST_SECRET });
  return retry<Token>({
    ...sender,
    effect: "read",
    onRetry,
    attempt: async (tries) => {
      const classify = (answer: Answered) => classifyToken(answer, redact);
      const { verdict, trace } = await sender.send({ application, post, tries, redact, secrets, grants: true, classify });
      return { outcome: verdict.ok ? granted(verdict.body, trace, credentials) : { ...verdict, trace } };
    },
  });
};

const granted = (
  answer: Readonly<Record<string, unknown>>,
  trace: Trace,
  { id, secret }: Credentials,
): Outcome<Token> => {
  const value = new Secret(String(answer["access_token"]));
  const seconds = Number(answer["expires_in"]);
  const { scope } = answer;
  const { correlationId } = trace;
  const redact = createRedactor([value, secret, id], { shortest: SHORTEST_SECRET });
  return {
    ok: true,
    body: {
      value,
      expiresAt: trace.at + (seconds > 0 ? seconds * 1_000 : UNSAID_LIFE_MS),
      ...(typeof scope === "string" ? { scope: redact(scope) } : {}),
    },
    trace: { ...trace, ...(correlationId === undefined ? {} : { correlationId: redact(correlationId) }) },
  };
};

const MARGIN_MS = 60_000;
const REFUSAL_KEPT_MS = 30_000;

/** `expires_in` is only recommended by RFC 6749 §5.1; PISTE says 3600. */
const UNSAID_LIFE_MS = 300_000;
