import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { DIRECT } from "../support/direct.ts";
import { doneScenario, secretsOf } from "../support/done-world.ts";
import { BASIC, httpPlace } from "../support/http-place.ts";
import { postgresPlace } from "../support/postgres-place.ts";
import { startPostgres, type PostgresServer } from "../support/postgres.ts";
import { startStateServer } from "../support/state-server.ts";
import type { StorePlace } from "../support/store-place.ts";
import { desiredFrom } from "../support/world.ts";
import { chorus, practise, workIn } from "./support.ts";

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

const BACK_ENDS: readonly (readonly [name: string, place: () => Promise<StorePlace>])[] = [
  ["postgres", () => postgresPlace(server)],
  ["http", async () => {
    const gitlab = await startStateServer(BASIC);
    onTestFinished(() => gitlab.close());
    return httpPlace(gitlab);
  }],
];

describe.each(BACK_ENDS)("state: %s", (_, place) => {
  it("is planned on, applied to and refreshed as a file is, and never beside one", async () => {
    const here = await place();
    const cwd = await workIn("examples/direct");
    await writeFile(join(cwd, "chorus.config.yaml"), `${DIRECT}\nstate: ${JSON.stringify(here.location)}\n`);
    const desired = await desiredFrom(DIRECT);
    const practice = await practise(doneScenario(desired));
    const variables = { ...practice.variables, ...secretsOf(desired), ...here.variables };
    const run = (...args: readonly string[]) => chorus(args, { cwd, variables, secrets: here.secrets });

    const nothing = await here.fingerprint();
    const first = await run("plan", "--offline", "--format", "json");
    expect(first).toMatchObject({ code: 0 });
    expect(inOrder(first.stdout)).toBe(0);
    expect(await here.fingerprint()).toEqual(nothing);

    const done = await run("apply");
    expect(done).toMatchObject({ code: 0 });
    // By its address, not as a path from here.
    expect(done.stdout).toMatch(/(?<![./])(?:postgres|http):\/\//);
    const applied = await here.fingerprint();
    expect(inOrder((await run("plan", "--offline", "--format", "json")).stdout)).toBeGreaterThan(5);

    expect(await run("refresh")).toMatchObject({ code: 0 });
    expect(await run("refresh")).toMatchObject({ code: 0 });
    expect(await here.fingerprint()).toEqual(applied);
    expect((await readdir(cwd)).filter((file) => file.startsWith("chorus.state"))).toEqual([]);

    await here.vanish();
    expect(await run("plan", "--offline")).toMatchObject({ code: 1, stderr: expect.stringContaining("CHR-STATE-GONE") as unknown });
    const untrusted = await chorus(["plan", "--offline"], { cwd, variables: { ...variables, CHORUS_TRUST: "" }, secrets: here.secrets });
    expect(untrusted).toMatchObject({ code: 1, stderr: expect.stringContaining("--trust loopback") as unknown });
  });
});

const inOrder = (stdout: string): number => (JSON.parse(stdout) as { summary: { inOrder: number } }).summary.inOrder;
