import type { LockHolder } from "../../src/model/lock-holder.ts";
import { withConnection } from "../../src/state/postgres/connect.ts";
import { exclusively } from "../../src/state/postgres/lock.ts";
import { temporaryFolder } from "./files.ts";
import type { PostgresServer } from "./postgres.ts";
import type { StorePlace } from "./store-place.ts";

/** A database of its own, with a password that nothing may quote. */
export const postgresPlace = async (server: PostgresServer): Promise<StorePlace & { readonly database: string }> => {
  const database = await server.database();
  const ask = (text: string) => server.query(database, text);
  const { host, port, user, password } = server;
  const hold = (holder: LockHolder, work: () => Promise<void>): Promise<void> =>
    withConnection({ target: { host, port, database, user, password: () => password, tls: false }, name: "test" }, (connection) =>
      exclusively(connection, { schema: '"chorus"', place: "", waitMs: 1_000, holder, hasTables: true }, work),
    );
  return {
    database,
    location: { postgres: { url: { env: "CHORUS_STATE_URL" } } },
    folder: temporaryFolder(),
    trust: ["loopback"],
    variables: { CHORUS_STATE_URL: server.url(database) },
    secrets: [password, encodeURIComponent(password), user],
    locksDie: true,
    async fingerprint() {
      const [tables] = await ask("select to_regclass('chorus.lines') is not null as there");
      return tables?.["there"] === true ? ask("select subject, line::text, revision from chorus.lines order by subject") : [];
    },
    vanish: async () => void (await ask("drop schema chorus cascade")),
    damage: async (how) =>
      void (await ask(how === "newer" ? "update chorus.meta set format = 99" : `update chorus.lines set line = '{"subject":"production/structure/siege","records":[{"type":1}]}' where subject like '%/siege' or subject like '%/nice'`)),
    held: hold,
    leaveLock: (holder) =>
      hold(holder, async () => {
        await ask("select pg_terminate_backend(pid, 5000) from pg_locks where locktype = 'advisory'");
      }),
  };
};
