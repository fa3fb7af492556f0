import { createHash } from "node:crypto";
import { ChorusError } from "../../diagnostics/chorus-error.ts";
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import { toInstant, type Instant } from "../../model/instant.ts";
import { NOBODY, type LockHolder } from "../../model/lock-holder.ts";
import { QueryFailure, type Connection } from "./connect.ts";
import { isLockTimeout, isMissing } from "./failures.ts";

export interface LockOptions {
  readonly schema: string;
  /** For who waits. */
  readonly place: string;
  readonly waitMs: number;
  readonly holder: LockHolder;
}

/**
 * Works while nobody else writes: for what changes all of it. The lock is the connection's, and dies with it. Who holds it
 * is written beside, which counts only for as long as the connection lives.
 */
export const exclusively = async <T>(connection: Connection, options: LockOptions & { readonly hasTables: boolean }, work: () => Promise<T>): Promise<T> => {
  const { schema, holder, hasTables } = options;
  const { owner, host, pid, since, command } = holder;
  await waitAtMost(connection, options, "session");
  await orLocked(connection, options, () => connection.query("select pg_advisory_lock($1, $2)", keysOf(schema)));
  try {
    if (hasTables) await connection.query(WRITE_HOLDER(schema), [owner, host, pid, since, command]);
    return await work();
  } finally {
    if (hasTables) await connection.query(`delete from ${schema}.holders where backend = pg_backend_pid()`).catch(() => undefined);
    await connection.query("select pg_advisory_unlock($1, $2)", keysOf(schema)).catch(() => undefined);
  }
};

/** In a transaction: nobody changes all of it meanwhile. Those who write rows do not wait for each other here. */
export const besideOthers = async <T>(connection: Connection, options: LockOptions, work: () => Promise<T>): Promise<T> => {
  await waitAtMost(connection, options, "transaction");
  return orLocked(connection, options, async () => {
    await connection.query("select pg_advisory_xact_lock_shared($1, $2)", keysOf(options.schema));
    return work();
  });
};

/** Ends the connections that hold the lock; undefined where there was none. */
export const breakLock = async (connection: Connection, { schema }: Pick<LockOptions, "schema">): Promise<LockHolder | undefined> => {
  const held = await holding(connection, schema);
  for (const { backend } of held) await connection.query("select pg_terminate_backend($1, $2)", [backend, TERMINATE_MS]);
  return held[0]?.holder;
};

/** What a database's administrator sees of a connection, and who waits where there is nothing better. */
export const connectionName = ({ owner, host, pid }: LockHolder): string => `chorus ${pid}@${host} ${owner}`.slice(0, 63);

const waitAtMost = async (connection: Connection, { waitMs }: LockOptions, how: "session" | "transaction"): Promise<void> => {
  const local = how === "transaction";
  await connection.query("select set_config('lock_timeout', $1, $3), set_config('idle_in_transaction_session_timeout', $2, $3)", [
    String(Math.max(1, Math.round(waitMs))),
    String(IDLE_MS),
    local,
  ]);
};

/** Whoever holds a row holds the shared lock too: where either was not had in time, its holders are to name. */
const orLocked = async <T>(connection: Connection, { schema, place }: LockOptions, work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof QueryFailure) || !isLockTimeout(error.code)) throw error;
    // In a transaction that failed, no question is answered any more.
    await connection.query("rollback").catch(() => undefined);
    const [held] = await holding(connection, schema);
    throw new ChorusError([diagnostic("CHR-STATE-LOCKED", "error", { file: place, ...(held?.holder ?? NOBODY) })]);
  }
};

interface Held {
  readonly backend: number;
  readonly holder: LockHolder;
}

const holding = async (connection: Connection, schema: string): Promise<readonly Held[]> => {
  const ask = (text: string): Promise<readonly HeldRow[]> => connection.query<HeldRow>(text, keysOf(schema));
  try {
    return (await ask(HOLDING(`left join ${schema}.holders h on h.backend = l.pid and l.mode = 'ExclusiveLock'`, "h.owner, h.host, h.pid, h.since, h.command"))).map(toHeld);
  } catch (error) {
    if (!(error instanceof QueryFailure) || !isMissing(error.code)) throw error;
    return (await ask(HOLDING("", "null as owner"))).map(toHeld);
  }
};

interface HeldRow {
  readonly backend: number;
  readonly name: string | null;
  /** Milliseconds since the epoch; null where this role may not see it. */
  readonly begun: string | null;
  readonly owner: string | null;
  readonly host?: string;
  readonly pid?: number;
  readonly since?: string;
  readonly command?: string;
}

const toHeld = ({ backend, name, begun, owner, host, pid, since, command }: HeldRow): Held => {
  const [, namedPid, namedHost = "?", namedOwner = "?"] = CONNECTION_NAME.exec(name ?? "") ?? [];
  const began = begun === null ? NOBODY.since : toInstant(Number(begun));
  if (owner === null) return { backend, holder: { ...NOBODY, owner: namedOwner, host: namedHost, pid: Number(namedPid ?? 0), since: began } };
  return { backend, holder: { owner, host: host ?? "?", pid: pid ?? 0, since: (since ?? began) as Instant, command: command ?? "?" } };
};

/** Advisory locks are of the whole database: two numbers, Chorus's and the schema's. */
const keysOf = (schema: string): readonly number[] => [CHORUS, createHash("sha256").update(schema).digest().readUInt32BE() >>> 1];

const WRITE_HOLDER = (schema: string): string => `
  insert into ${schema}.holders (backend, owner, host, pid, since, command) values (pg_backend_pid(), $1, $2, $3, $4, $5)
  on conflict (backend) do update set owner = excluded.owner, host = excluded.host, pid = excluded.pid, since = excluded.since, command = excluded.command`;

const HOLDING = (join: string, columns: string): string => `
  select l.pid as backend, a.application_name as name, (extract(epoch from a.xact_start) * 1000)::bigint as begun, ${columns}
  from pg_locks l join pg_stat_activity a on a.pid = l.pid ${join}
  where l.locktype = 'advisory' and l.granted and l.classid = $1 and l.objid = $2 and l.objsubid = 2
    and l.database = (select oid from pg_database where datname = current_database()) and l.pid <> pg_backend_pid()
  order by l.mode = 'ExclusiveLock' desc, l.pid`;

const CONNECTION_NAME = /^chorus (\d+)@(\S+) (.*)$/;

/** `CHOR`. */
const CHORUS = 0x43_48_4f_52;

/** A machine that was switched off in the middle of a transaction holds its rows no longer than this. */
const IDLE_MS = 60_000;

const TERMINATE_MS = 5_000;
