import { APIS } from "../catalogue/apis.ts";
import { ESPACES } from "../catalogue/espaces.ts";
import type { EnvironmentName } from "../model/environment.ts";
import { isIdentifierType, type IdentifierType } from "../model/identifier.ts";
import type { Observation } from "../model/observation.ts";
import type { ReadClient } from "../piste/client.ts";
import type { World } from "./access.ts";
import { decide, failed } from "./answer.ts";
import { createSession, type Caller, type Session } from "./session.ts";
import { askSubscribed } from "./strategies/subscribed.ts";

export interface ExploreOptions {
  readonly world: World;
  readonly client: ReadClient;
  readonly environment: EnvironmentName;
  readonly application: string;
  /** Names of the accounts that call through it. */
  readonly accounts: readonly string[];
}

/** A structure that an account is attached to, with what the same lists tell of it. */
export interface Reached {
  readonly account: string;
  readonly identifier: string;
  readonly identifierType: IdentifierType;
  readonly designation?: string;
  readonly services: readonly string[];
  /** Of the espaces of which an API tells. */
  readonly espaces: readonly string[];
}

export interface Explored {
  readonly reached: readonly Reached[];
  /** APIs that the gateway lets this application through to, declared or not. */
  readonly subscribed: readonly string[];
  /** Lists that could not be read, and why. */
  readonly unread: readonly { readonly account: string; readonly observation: Observation }[];
}

/** Everything that the platforms tell of what nobody asked about by name: lists to their ends, and each API of the catalogue. */
export const explore = async ({ world, client, environment, application, accounts }: ExploreOptions): Promise<Explored> => {
  const access = world.application(environment, application);
  if (access === undefined || access === "elsewhere") return { reached: [], subscribed: [], unread: [] };
  const session = createSession({
    client,
    access,
    account: (name) => world.account(environment, name),
    selects: (api) => world.selects(environment, application, api),
    intentions: new Map(),
    known: new Map(),
  });
  const found = await Promise.all(accounts.map((account) => ofAccount(session, account)));
  const subscribed: string[] = [];
  for (const api of Object.keys(APIS)) {
    const { answer } = await askSubscribed(session, { ask: "subscribed", environment, application, api });
    if (answer === "true") subscribed.push(api);
  }
  return { reached: found.flatMap(({ reached }) => reached), subscribed, unread: found.flatMap(({ unread }) => unread) };
};

const ofAccount = async (session: Session, account: string): Promise<Omit<Explored, "subscribed">> => {
  const question = { ask: "reach", environment: session.environment, application: session.application, account } as const;
  const access = session.account(account);
  if (access === undefined || access === "elsewhere") {
    return { reached: [], unread: [{ account, observation: decide(question, { finding: access === undefined ? "secret-missing" : "secret-elsewhere" }) }] };
  }
  const caller: Caller = { account, access };
  const attachments = await session.attachments(caller);
  if (attachments?.ok !== true) {
    return { reached: [], unread: [{ account, observation: attachments === undefined ? decide(question, { finding: "api-not-selected" }) : failed(question, attachments, "utilisateurs") }] };
  }
  const espaces = await espacesOf(session, caller);
  const reached = attachments.body.valid().flatMap(({ identifier, identifierType = "SIRET", designation, services }): readonly Reached[] =>
    isIdentifierType(identifierType)
      ? [{ account, identifier, identifierType, ...(designation === undefined ? {} : { designation }), services, espaces: espaces.filter(([, list]) => list.has(identifier)).map(([espace]) => espace) }]
      : []);
  return { reached, unread: [] };
};

/** The lists of active structures, one an espace: one that cannot be read tells of no structure. */
const espacesOf = async (session: Session, caller: Caller): Promise<readonly (readonly [string, ReadonlyMap<string, unknown>])[]> => {
  const lists: (readonly [string, ReadonlyMap<string, unknown>])[] = [];
  for (const { id, list } of Object.values(ESPACES)) {
    const enabled = list === undefined ? undefined : await session.enabled(caller, id);
    if (enabled?.ok === true) lists.push([id, enabled.body]);
  }
  return lists;
};
