import type { Author } from "../../model/history.ts";
import { ChorusError } from "../../diagnostics/chorus-error.ts";
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Address } from "../../model/address.ts";
import type { Moved } from "../../model/desired.ts";
import { toInstant } from "../../model/instant.ts";
import type { Clock, Files, Processes, Randomness } from "../../ports/ports.ts";
import { changedSubjects, changeState } from "../change-state.ts";
import { knownState } from "../known-state.ts";
import { applyMoves, oldNames } from "../moves.ts";
import { parseLines } from "../parse-state.ts";
import { possibleSubjects } from "../possible-subjects.ts";
import { STATE_VERSION, stateLines } from "../serialize-state.ts";
import { emptyState, type State, type SubjectRecord } from "../state.ts";
import type { LockHolder } from "../../model/lock-holder.ts";
import type { StateStore } from "../store.ts";
import { inTransaction, placeOf, QueryFailure, withConnection, type Connection, type Target } from "./connect.ts";
import { isContention, OUTRUN } from "./failures.ts";
import { besideOthers, breakLock, connectionName, exclusively, type LockOptions } from "./lock.ts";
import { readHistory, readPages, readRows, writeRows, type Edit, type Row, type Wanted } from "./rows.ts";
import { migrateTables, readMeta, type Meta } from "./schema.ts";

export interface PostgresStorePorts {
  readonly clock: Clock;
  readonly files: Files;
  readonly processes: Pick<Processes, "pid" | "host">;
  readonly randomness: Randomness;
}

export interface PostgresStoreOptions {
  /** Absolute: where this machine notes that the state was there. */
  readonly folder: string;
  readonly author: Author;
  readonly acceptNew: boolean;
  readonly moved?: readonly Moved[];
  readonly lockTimeoutMs?: number;
  /** Of the tables. */
  readonly schema?: string;
}

/**
 * The state in a database, a row for each subject and environment. Writers compare and set row by row: two who write
 * different subjects never wait for each other. Only what changes all of it, `replace` and migrations, takes a lock.
 */
export const createPostgresStore = (target: Target, ports: PostgresStorePorts, options: PostgresStoreOptions): StateStore => {
  const { folder, author, acceptNew, moved, lockTimeoutMs = WAIT_MS } = options;
  const { clock, files, processes, randomness } = ports;
  // As SQL has it: the configuration's own schema lets through letters, digits and underscores.
  const schema = `"${options.schema ?? "chorus"}"`;
  const place = placeOf(target);
  const known = knownState(folder, `${place} ${schema}`, files);
  const lockOptions = (): LockOptions => ({ schema, place, waitMs: lockTimeoutMs, holder: holderOf(author, processes, clock) });
  const connected = <T>(work: (connection: Connection) => Promise<T>): Promise<T> =>
    withConnection({ target, name: connectionName(holderOf(author, processes, clock)) }, work);

  const begun = async (connection: Connection): Promise<Meta | undefined> => {
    // Before the look: what another run begins meanwhile is known after it.
    const wasKnown = !acceptNew && (await known.isKnown());
    const meta = await readMeta(connection, { schema, place });
    if (meta === undefined && wasKnown) throw new ChorusError([diagnostic("CHR-STATE-GONE", "error", { file: place })]);
    return meta;
  };

  /** One try, which fails as the database itself does where somebody else wrote meanwhile. */
  const commitOnce = async (connection: Connection, meta: Meta, { changed, gone }: Change): Promise<number> => {
    const rows = await readRows(connection, schema, wantedBy(changed, gone, moved));
    const before = await toState(meta, [rows], place);
    const after = changeState(applyMoves(before, moved), changed, gone);
    const edits = editsBetween(rows, after, changedSubjects(before, after));
    if (edits.length === 0) return 0;
    return inTransaction(connection, () =>
      besideOthers(connection, lockOptions(), async () => {
        const now = await readMeta(connection, { schema, place });
        if (now?.lineage !== meta.lineage) throw new QueryFailure(OUTRUN);
        await writeRows(connection, { schema, author }, edits);
        return edits.length;
      }),
    );
  };

  /** All of it anew, while nobody else writes. */
  const rewrite = (connection: Connection, stateOf: (rows: readonly Row[]) => State | Promise<State>): Promise<void> =>
    exclusively(connection, { ...lockOptions(), hasTables: true }, () =>
      inTransaction(connection, async () => {
        const rows: Row[] = [];
        for await (const page of readPages(connection, schema)) rows.push(...page);
        const state = await stateOf(rows);
        // What is there may be damaged: it is kept all the same, in the history.
        await writeRows(connection, { schema, author }, editsBetween(rows, state, undefined));
        await connection.query(`update ${schema}.meta set lineage = $1, format = $2 where (lineage, format) <> ($1, $2)`, [state.lineage, STATE_VERSION]);
      }),
    );

  return {
    place,

    read: (only) =>
      connected(async (connection) => {
        // What is asked of the whole and of the rows is asked of the same moment.
        const found = await inTransaction(connection, async () => {
          const meta = await begun(connection);
          if (meta === undefined) return undefined;
          const pages = only === undefined ? readPages(connection, schema) : [await readRows(connection, schema, { subjects: [...only], texts: oldNames(moved) })];
          return toState(meta, pages, place);
        }, "isolation level repeatable read read only");
        return found === undefined ? emptyState(randomness.uuid()) : applyMoves(found, moved);
      }),

    async commit(changed, gone) {
      if (changed.length === 0 && gone.length === 0 && (moved ?? []).length === 0) return 0;
      return connected(async (connection) => {
        if ((await begun(connection)) === undefined && changed.length === 0) return 0;
        let meta = await migrateTables(connection, lockOptions(), randomness.uuid());
        if (meta.format < STATE_VERSION) await rewrite(connection, async (rows) => toState((await readMeta(connection, { schema, place })) ?? meta, [rows], place));
        const until = clock.now() + lockTimeoutMs;
        for (let tries = 0; ; tries += 1) {
          const written = await unlessContended(() => commitOnce(connection, { ...meta, format: STATE_VERSION }, { changed, gone }));
          if (written !== undefined) {
            await known.note(meta.lineage);
            return written;
          }
          if (tries >= LEAST_TRIES && clock.now() >= until) throw new ChorusError([diagnostic("CHR-STATE-UNREACHABLE", "error", { place, problem: "refused", detail: OUTRUN })]);
          await clock.sleep(randomness.fraction() * PAUSE_MS);
          // Somebody may have put another state in its place.
          meta = await migrateTables(connection, lockOptions(), meta.lineage);
        }
      });
    },

    replace: (state) =>
      connected(async (connection) => {
        await migrateTables(connection, lockOptions(), state.lineage);
        await rewrite(connection, () => state);
        await known.note(state.lineage);
      }),

    unlock: () => connected((connection) => breakLock(connection, { schema })),

    history: (subject) => connected(async (connection) => ((await begun(connection)) === undefined ? [] : readHistory(connection, schema, subject))),
  };
};

interface Change {
  readonly changed: readonly SubjectRecord[];
  readonly gone: readonly Address[];
}

const holderOf = ({ who, command }: Author, { host, pid }: Pick<Processes, "host" | "pid">, clock: Clock): LockHolder =>
  ({ owner: who, host, pid, since: toInstant(clock.now()), command });

const wantedBy = (changed: readonly SubjectRecord[], gone: readonly Address[], moved: readonly Moved[] | undefined): Wanted =>
  ({ subjects: [...new Set([...changed.map(({ subject }) => subject), ...gone.flatMap(possibleSubjects)])], texts: oldNames(moved) });

const toState = async ({ format, lineage }: Meta, pages: Iterable<readonly Row[]> | AsyncIterable<readonly Row[]>, place: string): Promise<State> => {
  const read = await parseLines({ version: format, lineage }, pages, place, ({ line }) => JSON.parse(line) as unknown);
  if ("state" in read) return read.state;
  throw new ChorusError([read.diagnostic]);
};

/** @param subjects those that changed; undefined: all whose line is another */
const editsBetween = (rows: readonly Row[], after: State, subjects: ReadonlySet<string> | undefined): readonly Edit[] => {
  const before = new Map(rows.map((row) => [row.subject, row]));
  const lines = new Map<string, string>(stateLines(after).map(({ subject, line }) => [subject, line]));
  return [...(subjects ?? new Set([...before.keys(), ...lines.keys()]))].flatMap((subject): readonly Edit[] => {
    const [row, line] = [before.get(subject), lines.get(subject)];
    if (row?.line === line) return [];
    return [{ subject, ...(row === undefined ? {} : { before: row }), ...(line === undefined ? {} : { after: line }) }];
  });
};

const unlessContended = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
  try {
    return await work();
  } catch (error) {
    if (error instanceof QueryFailure && isContention(error.code)) return undefined;
    throw error;
  }
};

const WAIT_MS = 20_000;
const PAUSE_MS = 50;

/** Of those who write the same row one is through at each try. */
const LEAST_TRIES = 200;
