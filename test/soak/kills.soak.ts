import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir } from "node:fs/promises";
import process from "node:process";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { CLI } from "../cli/support.ts";
import { startDisputed, type Disputed } from "../support/disputed-state.ts";
import { BASIC, httpPlace } from "../support/http-place.ts";
import { startPostgres, type PostgresServer } from "../support/postgres.ts";
import { postgresPlace } from "../support/postgres-place.ts";
import { startStateServer } from "../support/state-server.ts";
import type { StorePlace } from "../support/store-place.ts";

// Runs that are killed at any moment, and many at once: `CHORUS_SOAK_KILLS` of them on each back end, or on those that
// `CHORUS_SOAK_BACK_ENDS` names.

const kills = Number(process.env["CHORUS_SOAK_KILLS"] ?? 500);
const only = process.env["CHORUS_SOAK_BACK_ENDS"]?.split(",");

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

const BACK_ENDS: readonly (readonly [name: string, place: () => Promise<StorePlace | undefined>])[] = [
  ["file", async () => undefined],
  ["postgres", () => postgresPlace(server)],
  ["http", async () => {
    const terraform = await startStateServer(BASIC);
    onTestFinished(() => terraform.close());
    return httpPlace(terraform);
  }],
];

describe.each(BACK_ENDS.filter(([name]) => only === undefined || only.includes(name)))("%s", (_, place) => {
  it(`loses no record in ${kills} kills, and every next run goes on unaided`, async () => {
    const disputed = await startDisputed(await place());
    const fullMs = await timed(() => killed(disputed, ["refresh"], 60_000));
    let known = await disputed.addresses();
    expect(known.length).toBeGreaterThan(20);
    let struck = 0;
    for (let index = 0; index < kills; index++) {
      await disputed.stir();
      const args = index % 2 === 0 ? ["refresh", "--refresh"] : ["apply", "--non-interactive", "--refresh"];
      struck += await killed(disputed, args, Math.random() * fullMs);
      const now = await disputed.addresses();
      expect(known.filter((address) => !now.includes(address)), `kill ${index + 1}`).toEqual([]);
      known = now;
      if (index % 25 === 24) {
        expect((await disputed.run("refresh", "--refresh")).stderr).not.toContain("CHR-");
        expect(await disputed.isTrue()).toEqual([]);
      }
    }
    expect(struck).toBeGreaterThan(kills / 2);
    expect(await litter(disputed.cwd)).toEqual([]);
  });

  it("keeps what twenty runs at once recorded, of the same things and of others", async () => {
    const disputed = await startDisputed(await place());
    const names = disputed.names;
    const targets = Array.from({ length: 20 }, (_, index) => [names[index % names.length], names[(index * 7 + 3) % names.length]]);
    const runs = await Promise.all(targets.map((pair) => disputed.run("refresh", "--lock-timeout", "5m", ...pair.flatMap((name) => ["--target", `production/structure/${name}`]))));
    expect(runs.filter(({ code }) => code !== 0).map(({ stderr }) => stderr).join("\n")).toBe("");
    const recorded = await disputed.addresses();
    expect([...new Set(targets.flat())].filter((name) => !recorded.includes(`production/structure/${name}`))).toEqual([]);
  });
});

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const from = performance.now();
  await work();
  return performance.now() - from;
};

/** Kills a run after a while; 1 where it was still at it. */
const killed = async ({ cwd, variables }: Disputed, args: readonly string[], afterMs: number): Promise<number> => {
  const { PATH = "", HOME = "" } = process.env;
  const child = spawn(process.execPath, [CLI, ...args], { cwd, env: { PATH, HOME, ...variables }, stdio: "ignore" });
  const ended = once(child, "exit");
  const over = new AbortController();
  await Promise.race([setTimeout(afterMs, undefined, { signal: over.signal }).catch(() => undefined), ended]);
  over.abort();
  const was = child.exitCode === null ? 1 : 0;
  child.kill("SIGKILL");
  await ended;
  return was;
};

/** What dead runs left where people look. */
const litter = async (cwd: string): Promise<readonly string[]> => (await readdir(cwd)).filter((file) => /\.tmp$|\.lock/.test(file));
