import type { Client, QueryResultRow } from "pg";
import { ChorusError } from "../../diagnostics/chorus-error.ts";
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import { errorCode } from "../../ports/error-code.ts";
import { problemOf } from "./failures.ts";

/** Where a database is, and how its connection is encrypted. */
export interface Target {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user?: string;
  readonly password?: () => string;
  /** `false`: in the clear. */
  readonly tls: false | { readonly rejectUnauthorized: boolean; readonly ca?: readonly string[] };
}

export interface Access {
  readonly target: Target;
  /** What the database's administrator sees of the connection, up to 63 characters. */
  readonly name: string;
}

export interface Connection {
  /** Rejects with a `QueryFailure`. */
  query<Row extends QueryResultRow = QueryResultRow>(text: string, values?: readonly unknown[]): Promise<readonly Row[]>;
}

/** A query that failed. What the server says of it may quote what is secret: only its code is kept. */
export class QueryFailure extends Error {
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

/** As a person names a database: without its user and password. */
export const placeOf = ({ host, port, database }: Target): string =>
  `postgres://${host.includes(":") ? `[${host}]` : host}${port === 5432 ? "" : `:${port}`}/${database}`;

/**
 * Works over a connection of its own, which ends with the work. Throws `CHR-STATE-UNREACHABLE` for what the server, or the
 * way to it, does not allow.
 */
export const withConnection = async <T>({ target, name }: Access, work: (connection: Connection) => Promise<T>): Promise<T> => {
  try {
    const client = await connect(target, name);
    try {
      return await work({ query: async (text, values) => (await told(client.query(text, values === undefined ? undefined : [...values]))).rows });
    } finally {
      await client.end().catch(() => undefined);
    }
  } catch (error) {
    if (!(error instanceof QueryFailure)) throw error;
    const args = { place: placeOf(target), problem: problemOf(error.code), detail: error.code };
    throw new ChorusError([diagnostic("CHR-STATE-UNREACHABLE", "error", args)]);
  }
};

/** All that happens as one, at the database's usual level, or not at all. */
export const inTransaction = async <T>(connection: Connection, work: () => Promise<T>, mode = ""): Promise<T> => {
  await connection.query(`begin ${mode}`);
  try {
    const result = await work();
    await connection.query("commit");
    return result;
  } catch (error) {
    await connection.query("rollback").catch(() => undefined);
    throw error;
  }
};

const connect = async ({ host, port, database, user, password, tls }: Target, name: string): Promise<Client> => {
  const { Client } = await import("pg");
  const client = new Client({
    host,
    port,
    database,
    user,
    password,
    ssl: tls === false ? false : { rejectUnauthorized: tls.rejectUnauthorized, ...(tls.ca === undefined ? {} : { ca: [...tls.ca] }) },
    application_name: name,
    connectionTimeoutMillis: CONNECT_MS,
    query_timeout: QUERY_MS,
    keepAlive: true,
  });
  // A connection that breaks between two queries: the next one says so.
  client.on("error", () => undefined);
  await told(client.connect());
  return client;
};

const told = async <T>(work: Promise<T>): Promise<T> => {
  try {
    return await work;
  } catch (error) {
    throw new QueryFailure(errorCode(error) ?? "no answer");
  }
};

const CONNECT_MS = 10_000;

/** Longer than any lock is waited for. */
const QUERY_MS = 900_000;
