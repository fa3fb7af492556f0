import { afterAll, beforeAll, describe } from "vitest";
import { storeContract } from "./store-contract.ts";
import { postgresPlace } from "../../support/postgres-place.ts";
import { startPostgres, type PostgresServer } from "../../support/postgres.ts";

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

describe("PostgreSQL", () => storeContract(() => postgresPlace(server)));
