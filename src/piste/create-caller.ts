import { APIS } from "../catalogue/apis.ts";
import { type Operation, type OperationId, OPERATIONS } from "../catalogue/operations.ts";
import { defined } from "../model/defined.ts";
import type { LoginAttempt, Logins } from "../model/logins.ts";
import type { Trace } from "../model/trace.ts";
import type { Clock } from "../ports/ports.ts";
import type { Recorder } from "../ports/recorder.ts";
import { apiHeaders, type ResolvedAccount } from "./api-headers.ts";
import { classify } from "./classify.ts";
import type { ApplicationAccess, Call, TokenGranted } from "./client.ts";
import type { Transport } from "./exchange.ts";
import { loginAttempt, noteLogin } from "./logins.ts";
import { mayReceiveSecret } from "./may-receive-secret.ts";
import { createTokens, type Credentials, type Token, type Tokens, tokenUrl } from "./oauth.ts";
import type { Failed, Failure, Outcome } from "./outcome.ts";
import { createPace, type Pace } from "./pace.ts";
import { createRedactor, redactDeep } from "./redact.ts";
import { pathOf, urlAt } from "./request-url.ts";
import { explainAccount, explainCredentials } from "./explain-refusal.ts";
import { resolveAccount, resolveCredentials } from "./resolve-access.ts";
import type { RetryRow } from "./retries.ts";
import { ABORTED, type Attempt, type OnRetry, retry } from "./retry.ts";
import type { MissingSecret, Secrets } from "./secrets.ts";
import { createSender, type Post, requestLine, type Sender, SHORTEST_SECRET } from "./sender.ts";
import type { Trust } from "./trust.ts";

export interface ClientPorts {
  readonly transport: Transport;
  readonly secrets: Secrets;
  readonly clock: Clock;
  readonly trust: Pick<Trust, "hosts" | "loopback">;
  /** Ends everything that waits: the run was cancelled. */
  readonly signal?: AbortSignal;
  /** Clients that call for the same applications must share one, or together they exceed the quota. */
  readonly pace?: Pace;
  /** How often a failure is seen before it is believed; the default is `RETRIES`. */
  readonly retries?: readonly RetryRow[];
  /** Gets every exchange, without its secrets. */
  readonly recorder?: Recorder;
  /** Spares accounts that were refused before. */
  readonly logins?: Logins;
}

/** What both clients are made of: first trust, then the secrets, then a token, then the call and its tries. */
export interface Caller {
  token(application: ApplicationAccess, onRetry?: OnRetry): Promise<Outcome<TokenGranted>>;
  call(call: Call<OperationId>): Promise<Outcome>;
  spare(signal: AbortSignal): Promise<void>;
}

export const createCaller = (ports: ClientPorts): Caller => {
  const { secrets, clock, trust, logins, signal } = ports;
  const pace = ports.pace ?? createPace(clock);
  const sender = createSender({ ...ports, pace });
  const tokens = createTokens(sender);
  /** Nothing was sent. */
  const unsent = (request: string, failure: Failure): Outcome<never> => ({
    ok: false,
    failure,
    trace: { request, at: clock.now(), tries: 0 },
  });
  /** What was cut short while it was looked for is not missing. */
  const unresolved = (request: string, { missing, reason }: MissingSecret): Outcome<never> =>
    unsent(request, signal?.aborted === true ? ABORTED : { code: "not-configured", missing, reason });

  return {
    spare: (until) => pace.spare(until),

    async token(application, onRetry) {
      const url = tokenUrl(application);
      const request = requestLine({ method: "POST", url });
      const untrusted = distrust([url], trust);
      if (untrusted !== undefined) return unsent(request, untrusted);
      const credentials = await resolveCredentials(application, secrets);
      if ("missing" in credentials) return unresolved(request, credentials);
      const granted = await tokens.get(application, credentials, onRetry);
      if (!granted.ok) return explainCredentials(granted, { application, credentials }, secrets);
      return { ...granted, body: withoutValue(granted.body) };
    },

    async call(call) {
      const { application, operation: id, path } = call;
      const operation = OPERATIONS[id];
      const url = urlAt(application.endpoints.api, prefixOf(operation, application), pathOf(operation, path));
      const request = requestLine({ method: operation.method, url });
      const untrusted = distrust([url, tokenUrl(application)], trust);
      if (untrusted !== undefined) return unsent(request, untrusted);
      const account = await resolveAccount(call.account, secrets);
      if ("missing" in account) return unresolved(request, account);
      const credentials = await resolveCredentials(application, secrets);
      if ("missing" in credentials) return unresolved(request, credentials);
      if (call.account !== "impossible") sender.know([account.password]);
      const ready: Ready = { call, operation, url, account, credentials, guard: guardOf(call, account, logins) };
      const refusal = ready.guard?.logins.refusal(ready.guard.login, call.expected !== undefined);
      const outcome: Outcome =
        refusal === undefined ? await callWith(ready, tokens, sender) : { ok: false, failure: { code: "account-rejected" }, trace: refusal };
      return explainAccount(outcome, { calling: call.account, account, credentials }, secrets);
    },
  };
};

const distrust = (urls: readonly URL[], trust: Pick<Trust, "hosts" | "loopback">): Failure | undefined => {
  const url = urls.find((candidate) => !mayReceiveSecret(candidate, trust));
  return url === undefined ? undefined : { code: "untrusted-host", host: url.host };
};

const prefixOf = ({ api }: Operation, { prefixes }: ApplicationAccess): string => {
  const prefix = prefixes[api] ?? APIS[api]?.prefix;
  if (prefix === undefined) throw new TypeError(`no prefix for the API ${api}`);
  return prefix;
};

const withoutValue = ({ expiresAt, scope }: Token): TokenGranted => defined({ expiresAt, scope });

interface Ready {
  readonly call: Call<OperationId>;
  readonly operation: Operation;
  readonly url: URL;
  readonly account: ResolvedAccount;
  readonly credentials: Credentials;
  readonly guard: Guard | undefined;
}

interface Guard {
  readonly logins: Logins;
  readonly login: LoginAttempt;
}

/** The login that cannot exist harms nobody. */
const guardOf = ({ account, application }: Call<OperationId>, resolved: ResolvedAccount, logins: Logins | undefined): Guard | undefined =>
  logins === undefined || account === "impossible"
    ? undefined
    : { logins, login: loginAttempt(application.environment, resolved, logins.salt) };

interface Try extends Ready {
  readonly token: Token;
  readonly body: string | undefined;
  readonly tries: number;
}

const callWith = async (ready: Ready, tokens: Tokens, sender: Sender): Promise<Outcome> => {
  const { call, operation, credentials, guard } = ready;
  const body = operation.method === "GET" ? undefined : JSON.stringify(call.body ?? {});
  let token: Token | undefined;
  const before = guard?.logins.lastRefusal(guard.login);
  const outcome = await retry<unknown>({
    ...sender,
    effect: operation.effect,
    expected: call.expected ?? (call.account === "impossible" || before !== undefined ? ["account-rejected"] : []),
    onRetry: call.onRetry,
    renewToken: () => {
      if (token !== undefined) tokens.invalidate(token);
    },
    attempt: async (tries) => {
      const granted = await tokens.get(call.application, credentials, call.onRetry);
      if (!granted.ok) return { outcome: granted, settled: true };
      token = granted.body;
      if (guard?.logins.mayFail(guard.login) === false) return { outcome: spared(granted.trace), settled: true };
      const attempt = await callOnce({ token, body, tries, ...ready }, sender);
      if (isRejection(attempt.outcome)) guard?.logins.failed(guard.login);
      return attempt;
    },
  });
  if (guard !== undefined && before !== undefined && isRejection(outcome)) {
    guard.logins.refusedStill(guard.login, before);
    return { ok: false, failure: outcome.failure, trace: before };
  }
  // One look beside another that was refused denies nothing by itself.
  return guard !== undefined && (outcome.ok || call.expected === undefined) ? noteLogin(guard.logins, guard.login, outcome) : outcome;
};

const isRejection = (outcome: Outcome): outcome is Failed => !outcome.ok && outcome.failure.code === "account-rejected";

const spared = ({ at, request }: Trace): Outcome => ({ ok: false, failure: { code: "login-spared" }, trace: { request, at, tries: 0 } });

const callOnce = async (
  { call, operation, url, account, credentials, token, body, tries }: Try,
  sender: Sender,
): Promise<Attempt<unknown>> => {
  const secrets = [credentials.secret, credentials.id, token.value];
  const hidden = call.account === "impossible" ? secrets : [...secrets, account.password];
  const redact = createRedactor(hidden, { shortest: SHORTEST_SECRET });
  const headers = apiHeaders(token, account);
  const post: Post = defined({ method: operation.method, url, headers, body });
  const { verdict, trace } = await sender.send({
    application: call.application,
    post,
    tries,
    redact,
    secrets: hidden,
    classify: (answer) => {
      const found = classify(answer, body, redact);
      // Walking through a large body costs; its text tells whether there is any need.
      const clean = !found.ok || redact(answer.body) === answer.body;
      return clean ? found : { ok: true, body: redactDeep(found.body, redact) };
    },
  });
  return { outcome: { trace, ...verdict } };
};
