import type { Author, HistoryEntry } from "../../model/history.ts";
import { defined } from "../../model/defined.ts";
import { toInstant } from "../../model/instant.ts";
import { QueryFailure, type Connection } from "./connect.ts";
import { OUTRUN } from "./failures.ts";

/** A line of the state's file, and the transaction that wrote it: no two of a row have the same. */
export interface Row {
  readonly subject: string;
  readonly line: string;
  readonly revision: string;
}

/** A row as it is to be: without `before` a new one, without `after` one that goes. */
export interface Edit {
  readonly subject: string;
  readonly before?: Row;
  readonly after?: string;
}

/** Which rows: those of these subjects, and those in which one of these texts stands. */
export interface Wanted {
  readonly subjects: readonly string[];
  readonly texts: readonly string[];
}

/** All rows, in the order of their subjects, page by page: no more than one is held. In a transaction, they are of one moment. */
export const readPages = async function* (connection: Connection, schema: string): AsyncGenerator<readonly Row[]> {
  for (let after = ""; ; ) {
    const page = await connection.query<Row>(`${SELECT(schema)} where subject > $1 order by subject limit ${ROWS_AT_ONCE}`, [after]);
    yield page;
    if (page.length < ROWS_AT_ONCE) return;
    after = page.at(-1)?.subject ?? "";
  }
};

/** Those rows that are wanted, in the order of their subjects. */
export const readRows = (connection: Connection, schema: string, { subjects, texts }: Wanted): Promise<readonly Row[]> => {
  if (texts.length === 0) return connection.query<Row>(`${SELECT(schema)} where subject = any($1) order by subject`, [subjects]);
  const containing = "exists (select from unnest($2::text[]) as t(text) where strpos(line::text, t.text) > 0)";
  return connection.query<Row>(`${SELECT(schema)} where subject = any($1) or ${containing} order by subject`, [subjects, texts]);
};

/**
 * Writes rows, in a transaction, if each is still as it was read: the lock on it is taken in the order of the names, so that
 * two who write the same rows never wait for each other in a circle. Fails with `OUTRUN` where one is not.
 */
export const writeRows = async (connection: Connection, { schema, author }: { readonly schema: string; readonly author: Author }, edits: readonly Edit[]): Promise<void> => {
  const inOrder = edits.toSorted((a, b) => (a.subject < b.subject ? -1 : 1));
  for (const some of chunked(inOrder, ROWS_AT_ONCE)) {
    const there = await connection.query<Row>(`select subject, revision from ${schema}.lines where subject = any($1) order by subject for update`, [some.map(({ subject }) => subject)]);
    const revisions = new Map(there.map(({ subject, revision }) => [subject, revision]));
    if (some.some(({ subject, before }) => revisions.get(subject) !== before?.revision)) throw new QueryFailure(OUTRUN);
    await writeChunk(connection, schema, some);
    await connection.query(
      `insert into ${schema}.history (subject, who, command, commit, run, before, after)
       select c.subject, $4, $5, $6, $7, c.before::json, c.after::json from unnest($1::text[], $2::text[], $3::text[]) as c(subject, before, after)`,
      [some.map(({ subject }) => subject), some.map(({ before }) => before?.line ?? null), some.map(({ after }) => after ?? null), author.who, author.command, author.commit ?? null, author.run ?? null],
    );
  }
};

/** What was written of a subject, the latest first. */
export const readHistory = async (connection: Connection, schema: string, subject: string): Promise<readonly HistoryEntry[]> => {
  const rows = await connection.query<HistoryRow>(
    `select (extract(epoch from at) * 1000)::bigint as at, who, command, commit, run, before::text as before, after::text as after
     from ${schema}.history where subject = $1 order by id desc`,
    [subject],
  );
  return rows.map(({ at, who, command, commit, run, before, after }) =>
    defined({
      at: toInstant(Number(at)),
      author: defined({ who, command, commit: commit ?? undefined, run: run ?? undefined }),
      before: before ?? undefined,
      after: after ?? undefined,
    }),
  );
};

const writeChunk = async (connection: Connection, schema: string, edits: readonly Edit[]): Promise<void> => {
  const changed = edits.filter(({ before, after }) => before !== undefined && after !== undefined);
  const begun = edits.filter(({ before }) => before === undefined);
  const gone = edits.filter(({ after }) => after === undefined);
  const columns = (some: readonly Edit[]): readonly unknown[] => [some.map(({ subject }) => subject), some.map(({ after }) => after)];
  if (changed.length > 0) {
    await connection.query(
      `update ${schema}.lines as l set line = c.line::json, revision = txid_current(), updated_at = now()
       from unnest($1::text[], $2::text[]) as c(subject, line) where l.subject = c.subject`,
      columns(changed),
    );
  }
  if (gone.length > 0) await connection.query(`delete from ${schema}.lines where subject = any($1)`, [gone.map(({ subject }) => subject)]);
  if (begun.length === 0) return;
  const written = await connection.query(
    `insert into ${schema}.lines (subject, environment, line, revision)
     select c.subject, split_part(c.subject, '/', 1), c.line::json, txid_current() from unnest($1::text[], $2::text[]) as c(subject, line) order by c.subject
     on conflict do nothing returning subject`,
    columns(begun),
  );
  if (written.length < begun.length) throw new QueryFailure(OUTRUN);
};

interface HistoryRow {
  readonly at: string;
  readonly who: string;
  readonly command: string;
  readonly commit: string | null;
  readonly run: string | null;
  readonly before: string | null;
  readonly after: string | null;
}

const chunked = function* <T>(items: readonly T[], size: number): Generator<readonly T[]> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size);
};

const SELECT = (schema: string): string => `select subject, line::text as line, revision from ${schema}.lines`;

const ROWS_AT_ONCE = 2_000;
