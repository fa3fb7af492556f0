import { ChorusError } from "../../diagnostics/chorus-error.ts";
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import { STATE_VERSION } from "../serialize-state.ts";
import { inTransaction, QueryFailure, type Connection } from "./connect.ts";
import { isMissing } from "./failures.ts";
import { exclusively, type LockOptions } from "./lock.ts";

export interface Meta {
  /** Of the tables. */
  readonly version: number;
  /** Of the lines. */
  readonly format: number;
  readonly lineage: string;
}

/** What is said of the whole; undefined where no state was begun. Throws `CHR-STATE-NEWER` for tables or lines of a newer Chorus. */
export const readMeta = async (connection: Connection, { schema, place }: Pick<LockOptions, "schema" | "place">): Promise<Meta | undefined> => {
  try {
    const [meta] = await connection.query<{ version: number; format: number; lineage: string }>(`select version, format, lineage from ${schema}.meta`);
    if (meta === undefined) return undefined;
    for (const [version, supported] of [[meta.version, MIGRATIONS.length], [meta.format, STATE_VERSION]] as const) {
      if (version > supported) throw new ChorusError([diagnostic("CHR-STATE-NEWER", "error", { file: place, version, supported })]);
    }
    return meta;
  } catch (error) {
    if (error instanceof QueryFailure && isMissing(error.code)) return undefined;
    throw error;
  }
};

/** Brings the tables to what this Chorus writes, and begins a state where there is none. */
export const migrateTables = async (connection: Connection, options: LockOptions, lineage: string): Promise<Meta> => {
  const { schema } = options;
  const begun = await readMeta(connection, options);
  if (begun?.version === MIGRATIONS.length) return begun;
  return exclusively(connection, { ...options, hasTables: false }, async () => {
    const now = await readMeta(connection, options);
    if (now?.version === MIGRATIONS.length) return now;
    await inTransaction(connection, async () => {
      // Who was given a schema may have no right to create one.
      const [{ there } = { there: false }] = await connection.query<{ there: boolean }>("select to_regnamespace($1) is not null as there", [schema]);
      if (!there) await connection.query(`create schema ${schema}`);
      for (const migration of MIGRATIONS.slice(now?.version ?? 0)) await connection.query(migration(schema));
      await connection.query(
        `insert into ${schema}.meta (version, format, lineage) values ($1, $2, $3) on conflict (one) do update set version = excluded.version`,
        [MIGRATIONS.length, STATE_VERSION, lineage],
      );
    });
    return { format: STATE_VERSION, lineage, ...now, version: MIGRATIONS.length };
  });
};

/**
 * What makes the tables of a version from those of the one before. A line is `json`, not `jsonb`: it keeps the very text of
 * the state's file.
 */
const MIGRATIONS: readonly ((schema: string) => string)[] = [
  (schema) => `
    create table if not exists ${schema}.meta (
      one boolean primary key default true check (one),
      version integer not null,
      format integer not null,
      lineage text not null
    );
    create table if not exists ${schema}.lines (
      subject text collate "C" primary key,
      environment text not null,
      line json not null,
      revision bigint not null,
      updated_at timestamptz not null default now()
    );
    create table if not exists ${schema}.history (
      id bigint generated always as identity primary key,
      subject text collate "C" not null,
      at timestamptz not null default now(),
      who text not null,
      command text not null,
      commit text,
      run text,
      before json,
      after json
    );
    create index if not exists history_of_subject on ${schema}.history (subject, id);
    create table if not exists ${schema}.holders (
      backend integer primary key,
      owner text not null,
      host text not null,
      pid integer not null,
      since text not null,
      command text not null
    );
  `,
];
