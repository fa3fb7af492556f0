import { OPERATIONS, PROBES, type ReadOperationId } from "../catalogue/operations.ts";
import type { EnvironmentName } from "../model/environment.ts";
import type { Observations } from "../model/observation.ts";
import { questionKey, type Question } from "../model/question.ts";
import type { AccountAccess, ApplicationAccess, CallingAccount, ReadClient, TokenGranted } from "../piste/client.ts";
import type { Failed, Outcome } from "../piste/outcome.ts";
import type { OnRetry } from "../piste/retry.ts";
import type { Intentions } from "./intentions.ts";
import { createNotes, type Notes } from "./notes.ts";
import { readAttachments, type Attachments } from "./read-attachments.ts";
import { listOfEspace, readEnabled, type Enabled } from "./read-enabled.ts";

/**
 * What is learnt through one application in one run. Every look-up happens once, whoever asks for it; an account that
 * was refused is not tried again.
 */
export interface Session extends Notes {
  readonly environment: EnvironmentName;
  readonly application: string;
  selects(api: string): boolean;
  /** Whether the path of an API is sure. */
  isConfirmed(api: string): boolean;
  account(name: string): AccountAccess | "elsewhere" | undefined;
  intentions(account: string): Intentions;
  /** Whether a question was answered with yes before this run, freshly enough. */
  isKnown(question: Question): boolean;
  /** Whether a structure was seen to be active before this run, whoever looked. */
  isKnownActive(identifier: string): boolean;
  token(): Promise<Outcome<TokenGranted>>;
  /** An API's cheapest read with a login that cannot exist. Undefined where the catalogue knows none. */
  probe(api: string): Promise<Outcome | undefined>;
  /** Whether an account's login is accepted: any success tells. Undefined where nothing that is selected could. */
  login(caller: Caller): Promise<Outcome | undefined>;
  /** Everything that an account is attached to, looked at for the `round`th time. Undefined where the API is not selected. */
  attachments(caller: Caller, round?: number): Promise<Outcome<Attachments> | undefined>;
  /** Whether the list of an account's attachments was read, whatever for. */
  hasRead(account: string): boolean;
  /** The structures on which an account may use an espace. Undefined where the API is not selected or no list exists. */
  enabled(caller: Caller, espace: string, round?: number): Promise<Outcome<Enabled> | undefined>;
  /** A call with an account, unless that account was refused: then its refusal. */
  call(caller: Caller, operation: ReadOperationId, sent: Sent): Promise<Outcome>;
  /** The same look-up asked twice is made once. */
  once<T>(key: string, make: () => Promise<T>): Promise<T>;
}

/** An account by its name, with the secrets that it calls with. */
export interface Caller<Access = AccountAccess> {
  readonly account: string;
  readonly access: Access;
}

export interface Sent {
  readonly body?: unknown;
  readonly path?: Readonly<Record<string, string>>;
  /** One try: a failure of this kind is not doubted. */
  readonly expected?: readonly Failed["failure"]["code"][];
}

export interface SessionOptions {
  readonly client: ReadClient;
  readonly access: ApplicationAccess;
  readonly account: (name: string) => AccountAccess | "elsewhere" | undefined;
  readonly selects: (api: string) => boolean;
  readonly intentions: ReadonlyMap<string, Intentions>;
  readonly known: Observations;
  readonly onRetry?: OnRetry | undefined;
}

export const createSession = ({ client, access, account, selects, intentions, known, onRetry }: SessionOptions): Session => {
  const made = new Map<string, Promise<unknown>>();
  const notes = createNotes();
  let activeBefore: ReadonlySet<string> | undefined;

  const once = <T>(key: string, make: () => Promise<T>): Promise<T> => {
    const before = made.get(key) as Promise<T> | undefined;
    if (before !== undefined) return before;
    const promise = make();
    made.set(key, promise);
    return promise;
  };

  // One refused token is enough: no call goes out to have it refused again.
  const send = async (caller: Caller<CallingAccount>, operation: ReadOperationId, sent: Sent): Promise<Outcome> => {
    const token = await session.token();
    if (!token.ok) return token;
    const outcome = await client.call({ application: access, account: caller.access, operation, onRetry, ...sent });
    notes.note(caller.account, OPERATIONS[operation].api, outcome);
    return notes.corroborated(caller.account, outcome);
  };

  const attachmentsOf = (caller: Caller, round: number): Promise<Outcome<Attachments>> =>
    once(`attachments ${caller.account} ${round}`, () => readAttachments((body) => send(caller, "utilisateurs.rattachements", { body })));

  const enabledOf = (caller: Caller, operation: ReadOperationId, round: number): Promise<Outcome<Enabled>> =>
    once(`enabled ${caller.account} ${operation} ${round}`, () => readEnabled(() => send(caller, operation, { body: {} })));

  /** The read with which an account is tried: one that is wanted anyway. */
  const open = (caller: Caller): Promise<Outcome | undefined> => {
    const { attachments, espaces } = session.intentions(caller.account);
    const list = listOfEspace(espaces[0] ?? "");
    if (!attachments && list !== undefined) return enabledOf(caller, list, 1);
    return selects("utilisateurs") ? attachmentsOf(caller, 1) : Promise.resolve(undefined);
  };

  /** One route alone does not deny an account: another is asked, once, before it is believed. */
  const askAnother = async (caller: Caller, opened: Outcome | undefined): Promise<Outcome | undefined> => {
    const isRefused = opened?.ok === false && opened.failure.code === "account-rejected";
    const openedBy = session.intentions(caller.account).attachments || session.intentions(caller.account).espaces.length === 0 ? "utilisateurs" : "transverses";
    const other = openedBy === "utilisateurs" ? "transverses" : "utilisateurs";
    if (!selects(other)) return opened;
    const sent: Sent = isRefused ? { expected: ["account-rejected"] } : {};
    const asked = await (other === "transverses"
      ? send(caller, "transverses.health-check", sent)
      : send(caller, "utilisateurs.rattachements", { ...sent, body: ONE_LINE }));
    if (!isRefused) return asked;
    return asked.ok ? notes.contradict(caller.account, opened, asked) : opened;
  };

  const session: Session = {
    ...notes,
    environment: access.environment,
    application: access.application,
    selects,
    isConfirmed: (api) => access.confirmed.includes(api),
    account,
    once,
    isKnownActive: (identifier) => (activeBefore ??= activeIn(known)).has(identifier),
    isKnown: (question) => known.get(questionKey(question))?.answer === "true",
    intentions: (name) => intentions.get(name) ?? NO_INTENTIONS,
    token: () => once("token", () => client.token(access, onRetry)),

    probe: (api) =>
      once(`probe ${api}`, async () => {
        const operation = PROBES[api];
        if (operation === undefined) return undefined;
        const body = OPERATIONS[operation].method === "GET" ? {} : { body: PROBE_BODY };
        return send(NOBODY, operation, body);
      }),

    login: (caller) =>
      once(`login ${caller.account}`, async () => {
        const opened = await open(caller);
        if (opened?.ok === true) return opened;
        const isOpen = opened === undefined || PASSES_ON.has(opened.failure.code) || opened.failure.code === "account-rejected";
        return isOpen ? askAnother(caller, opened) : opened;
      }),

    attachments: async (caller, round = 1) => {
      if (!selects("utilisateurs")) return undefined;
      const login = await session.login(caller);
      return isStop(login) ? login : attachmentsOf(caller, round);
    },

    hasRead: (name) => made.has(`attachments ${name} 1`),

    enabled: async (caller, espace, round = 1) => {
      const operation = listOfEspace(espace);
      if (operation === undefined || !selects("transverses")) return undefined;
      const login = await session.login(caller);
      return isStop(login) ? login : enabledOf(caller, operation, round);
    },

    async call(caller, operation, sent) {
      const login = await session.login(caller);
      if (isStop(login)) return login;
      if (login?.ok === true) return send(caller, operation, sent);
      // Nothing tells of the login by itself: one call finds out, the others wait for what becomes of it.
      let mine: Outcome | undefined;
      const first = await once(`first ${caller.account}`, async () => (mine = await send(caller, operation, sent)));
      return mine ?? (isStop(first) ? first : send(caller, operation, sent));
    },
  };
  return session;
};

/** The identifiers of structures that were answered to be active. */
const activeIn = (known: Observations): ReadonlySet<string> =>
  new Set([...known].flatMap(([key, { answer }]) => {
    const parts = key.split("\u0000");
    return parts[0] === "structure-active" && answer === "true" ? [parts[5] ?? ""] : [];
  }));

const NO_INTENTIONS: Intentions = { espaces: [], attachments: false };

/** For a question that is about no account. */
const NOBODY: Caller<CallingAccount> = { account: "", access: "impossible" };

/** The account is refused before the body is looked at; an empty one could not be told from an empty refusal. */
const PROBE_BODY = { parametres: { nbResultatsParPage: 1 } };

const ONE_LINE = { parametresRecherche: { nbResultatsParPage: 1, pageResultatDemandee: 1 } };

/** Failures of one API that say nothing of the account: another API may tell. */
const PASSES_ON: ReadonlySet<Failed["failure"]["code"]> = new Set(["not-subscribed", "refused", "business", "unexpected"]);

const isStop = (outcome: Outcome | undefined): outcome is Failed =>
  outcome !== undefined && !outcome.ok && STOPS.has(outcome.failure.code);

/** Failures after which no other call with this account can fare better. */
const STOPS: ReadonlySet<Failed["failure"]["code"]> = new Set([
  "account-rejected",
  "not-configured",
  "untrusted-host",
  "invalid-client",
  "application-disabled",
  "login-spared",
]);
