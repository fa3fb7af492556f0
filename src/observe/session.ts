import { OPERATIONS, PROBES, type ReadOperationId } from "../catalogue/operations.ts";
import type { EnvironmentName } from "../model/environment.ts";
import type { Trace } from "../model/trace.ts";
import type { AccountAccess, ApplicationAccess, CallingAccount, ReadClient, TokenGranted } from "../piste/client.ts";
import type { Failed, Outcome } from "../piste/outcome.ts";
import { readAttachments, type Attachments } from "./read-attachments.ts";

/**
 * What is learnt through one application in one run. Every look-up happens once, whoever asks for it; an account that
 * was refused is not tried again.
 */
export interface Session {
  readonly environment: EnvironmentName;
  readonly application: string;
  selects(api: string): boolean;
  account(name: string): AccountAccess | "elsewhere" | undefined;
  token(): Promise<Outcome<TokenGranted>>;
  /** An API's cheapest read with a login that cannot exist. Undefined where the catalogue knows none. */
  probe(api: string): Promise<Outcome | undefined>;
  /** Whether an account's login is accepted: by its list of attachments, else by the health check. */
  login(caller: Caller): Promise<Outcome | undefined>;
  /** Everything that an account is attached to. Undefined where the API is not selected. */
  attachments(caller: Caller): Promise<Outcome<Attachments> | undefined>;
  /** A call with an account, unless that account was refused: then its refusal. */
  call(caller: Caller, operation: ReadOperationId, sent: Sent): Promise<Outcome>;
  /** The same look-up asked twice is made once. */
  once<T>(key: string, make: () => Promise<T>): Promise<T>;
  /** A 403 that echoed the request, as a missing raccordement does. */
  refusal(account: string): Trace | undefined;
  /** Whether any call of an account came through, so that the absence of a refusal says something. */
  wasHeard(account: string): boolean;
  /** An answer that proves that an API is selected, whatever it was asked for. */
  passed(api: string): Trace | undefined;
  /** An answer that said that the application is disabled or gone. */
  disabled(): Trace | undefined;
}

/** An account by its name, with the secrets that it calls with. */
export interface Caller<Access = AccountAccess> {
  readonly account: string;
  readonly access: Access;
}

export interface Sent {
  readonly body?: unknown;
  readonly path?: Readonly<Record<string, string>>;
}

export interface SessionOptions {
  readonly client: ReadClient;
  readonly access: ApplicationAccess;
  readonly account: (name: string) => AccountAccess | "elsewhere" | undefined;
  readonly selects: (api: string) => boolean;
}

export const createSession = ({ client, access, account, selects }: SessionOptions): Session => {
  const made = new Map<string, Promise<unknown>>();
  const refusals = new Map<string, Trace>();
  const heard = new Set<string>();
  const passed = new Map<string, Trace>();
  let disabledBy: Trace | undefined;

  const once = <T>(key: string, make: () => Promise<T>): Promise<T> => {
    const before = made.get(key) as Promise<T> | undefined;
    if (before !== undefined) return before;
    const promise = make();
    made.set(key, promise);
    return promise;
  };

  const notice = (name: string, api: string, outcome: Outcome): void => {
    if (outcome.ok) heard.add(name);
    else if (outcome.failure.code === "refused") refusals.set(name, outcome.trace);
    else if (outcome.failure.code === "application-disabled") disabledBy ??= outcome.trace;
    if (isPastGateway(outcome)) passed.set(api, passed.get(api) ?? outcome.trace);
  };

  // One refused token is enough: no call goes out to have it refused again.
  const send = async (caller: Caller<CallingAccount>, operation: ReadOperationId, sent: Sent): Promise<Outcome> => {
    const token = await session.token();
    if (!token.ok) return token;
    const outcome = await client.call({ application: access, account: caller.access, operation, ...sent });
    notice(caller.account, OPERATIONS[operation].api, outcome);
    return outcome;
  };

  const session: Session = {
    environment: access.environment,
    application: access.application,
    selects,
    account,
    once,
    token: () => once("token", () => client.token(access)),

    probe: (api) =>
      once(`probe ${api}`, async () => {
        const operation = PROBES[api];
        if (operation === undefined) return undefined;
        const body = OPERATIONS[operation].method === "GET" ? {} : { body: PROBE_BODY };
        return send(NOBODY, operation, body);
      }),

    login: (caller) =>
      once(`login ${caller.account}`, async () => {
        const listed = await session.attachments(caller);
        const settled = listed !== undefined && (listed.ok || !PASSES_ON.has(listed.failure.code));
        if (settled || !selects("transverses")) return listed;
        return send(caller, "transverses.health-check", {});
      }),

    attachments: (caller) =>
      once(`attachments ${caller.account}`, async () => {
        if (!selects("utilisateurs")) return undefined;
        return readAttachments((body) => send(caller, "utilisateurs.rattachements", { body }));
      }),

    async call(caller, operation, sent) {
      const login = await session.login(caller);
      if (isStop(login)) return login;
      if (login?.ok === true) return send(caller, operation, sent);
      // Nothing tells of the login by itself: one call finds out, the others wait for what becomes of it.
      let mine: Outcome | undefined;
      const first = await once(`first ${caller.account}`, async () => (mine = await send(caller, operation, sent)));
      return mine ?? (isStop(first) ? first : send(caller, operation, sent));
    },

    refusal: (name) => refusals.get(name),
    wasHeard: (name) => heard.has(name),
    passed: (api) => passed.get(api),
    disabled: () => disabledBy,
  };
  return session;
};

/** For a question that is about no account. */
const NOBODY: Caller<CallingAccount> = { account: "", access: "impossible" };

/** The account is refused before the body is looked at; an empty one could not be told from an empty refusal. */
const PROBE_BODY = { parametres: { nbResultatsParPage: 1 } };

/** Failures of one API that say nothing of the account: another API may tell. */
const PASSES_ON: ReadonlySet<Failed["failure"]["code"]> = new Set(["not-subscribed", "refused", "business", "unexpected"]);

const isStop = (outcome: Outcome | undefined): outcome is Failed =>
  outcome !== undefined && !outcome.ok && STOPS.has(outcome.failure.code);

/** The gateway judges the route before the account: what is about the account, or beyond it, came past the route. */
export const isPastGateway = (outcome: Outcome): boolean => outcome.ok || PAST_THE_GATEWAY.has(outcome.failure.code);

const PAST_THE_GATEWAY: ReadonlySet<Failed["failure"]["code"]> = new Set(["account-rejected", "refused", "business", "reference"]);

/** Failures after which no other call with this account can fare better. */
const STOPS: ReadonlySet<Failed["failure"]["code"]> = new Set([
  "account-rejected",
  "not-configured",
  "untrusted-host",
  "invalid-client",
  "application-disabled",
]);
