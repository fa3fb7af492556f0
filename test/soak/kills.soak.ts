import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { setTimeout } from "node:timers/promises";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { CLI } from "../cli/support.ts";
import { startDisputed, type Disputed } from "../support/disputed-state.ts";
import { BASIC, httpPlace } from "../support/http-place.ts";
import { startPostgres, type PostgresServer } from "../support/postgres.ts";
import { postgresPlace } from "../support/postgres-place.ts";
import { startStateServer } from "../support/state-server.ts";
import type { StorePlace } from "../support/store-place.ts";

// Runs that are killed at any moment, and many at once: `CHORUS_SOAK_KILLS` of them on each back end, or on those that
// `CHORUS_SOAK_BACK_ENDS` names. Half of the kills wait for the write, which is a small part of a run, to strike in it.

const kills = Number(process.env["CHORUS_SOAK_KILLS"] ?? 500);
const only = process.env["CHORUS_SOAK_BACK_ENDS"]?.split(",");

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

interface BackEnd {
  readonly place?: StorePlace;
  /** Something that another write changes. */
  readonly fingerprint: (disputed: Disputed) => Promise<unknown>;
  /** Whether somebody holds the lock of who writes. */
  readonly isHeld: (disputed: Disputed) => Promise<boolean>;
}

const BACK_ENDS: readonly (readonly [name: string, open: () => Promise<BackEnd>])[] = [
  ["file", async () => ({
    fingerprint: ({ cwd }) => readFile(join(cwd, "chorus.state.jsonl"), "utf8").catch(() => ""),
    isHeld: async ({ cwd }) => existsSync(join(cwd, "chorus.state.jsonl.lock")),
  })],
  ["postgres", async () => {
    const place = await postgresPlace(server);
    const watcher = new Client({ connectionString: server.url(place.database) });
    await watcher.connect();
    onTestFinished(() => watcher.end());
    // Whoever writes rows, or all of them, holds Chorus's own lock, shared or not.
    const held = "select from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())";
    return { place, fingerprint: () => place.fingerprint(), isHeld: async () => (await watcher.query(held)).rowCount !== 0 };
  }],
  ["http", async () => {
    const terraform = await startStateServer(BASIC);
    onTestFinished(() => terraform.close());
    return { place: httpPlace(terraform), fingerprint: async () => terraform.versions.length, isHeld: async () => terraform.lock !== undefined };
  }],
];

describe.each(BACK_ENDS.filter(([name]) => only === undefined || only.includes(name)))("%s", (_, open) => {
  it(`loses no record in ${kills} kills, and every next run goes on unaided`, async ({ task }) => {
    const backEnd = await open();
    const disputed = await startDisputed(backEnd.place);
    const fullMs = await timed(() => disputed.run("refresh"));
    let known = await disputed.addresses();
    expect(known.length).toBeGreaterThan(20);
    const struck: Record<Moment, number> = { "before the lock": 0, "under the lock": 0, "after the write": 0, "at the end": 0 };
    const faults: Record<Fault, string[]> = { lost: [], torn: [], "not gone on": [], "left behind": [] };
    for (let index = 0; index < kills; index++) {
      await disputed.stir();
      const args = index % 2 === 0 ? ["refresh", "--refresh"] : ["apply", "--non-interactive", "--refresh"];
      const moment = await killed(disputed, backEnd, { args, atWrite: index % 4 > 1, fullMs });
      struck[moment] += 1;
      const now = await disputed.addresses().catch((error: unknown) => String(error));
      if (typeof now === "string") {
        faults.torn.push(`kill ${index + 1}, ${moment}: ${now}`);
        break;
      }
      faults.lost.push(...known.filter((address) => !now.includes(address)).map((address) => `kill ${index + 1}, ${moment}: ${address}`));
      known = now;
      if (moment !== "under the lock" && index % 25 !== 24 && index !== kills - 1) continue;
      const next = await disputed.run("refresh", "--refresh");
      const untrue = await disputed.isTrue();
      if (next.stderr.includes("CHR-") || untrue.length > 0) faults["not gone on"].push(`kill ${index + 1}, ${moment}: ${untrue.join(" ")} ${next.stderr}`);
    }
    if (await backEnd.isHeld(disputed)) faults["left behind"].push("a lock");
    faults["left behind"].push(...(await litter(disputed.cwd)));
    task.meta.bars = [
      ...Object.entries(struck).map(([what, seen]) => ({ what: `killed ${what}`, seen, most: Number.POSITIVE_INFINITY, isMet: true })),
      ...Object.entries(faults).map(([what, some]) => ({ what: [what, ...some].join("\n    "), seen: some.length, most: 0, isMet: some.length === 0 })),
    ];
    expect(Object.values(faults).flat()).toEqual([]);
    expect(struck["at the end"]).toBeLessThan(kills / 2);
    if (kills >= 100) expect(struck["under the lock"]).toBeGreaterThan(kills / 20);
  }, kills * KILL_MS);

  it("keeps what twenty runs at once recorded, of the same things and of others", async () => {
    const disputed = await startDisputed((await open()).place);
    const names = disputed.names;
    const targets = Array.from({ length: 20 }, (_, index) => [names[index % names.length], names[(index * 7 + 3) % names.length]]);
    const runs = await Promise.all(targets.map((pair) => disputed.run("refresh", "--lock-timeout", "5m", ...pair.flatMap((name) => ["--target", `production/structure/${name}`]))));
    expect(runs.filter(({ code }) => code !== 0).map(({ stderr }) => stderr).join("\n")).toBe("");
    const recorded = await disputed.addresses();
    expect([...new Set(targets.flat())].filter((name) => !recorded.includes(`production/structure/${name}`))).toEqual([]);
  });
});

/** When a run was killed. At the end: it was over before. */
type Moment = "before the lock" | "under the lock" | "after the write" | "at the end";

type Fault = "lost" | "torn" | "not gone on" | "left behind";

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const from = performance.now();
  await work();
  return performance.now() - from;
};

interface Kill {
  readonly args: readonly string[];
  /** Once it writes; else whenever. */
  readonly atWrite: boolean;
  readonly fullMs: number;
}

/** Kills a run: first it is halted, so that where it was can be looked at. */
const killed = async (disputed: Disputed, backEnd: BackEnd, { args, atWrite, fullMs }: Kill): Promise<Moment> => {
  const { PATH = "", HOME = "" } = process.env;
  const before = await backEnd.fingerprint(disputed);
  const child = spawn(process.execPath, [CLI, ...args], { cwd: disputed.cwd, env: { PATH, HOME, ...disputed.variables }, stdio: "ignore" });
  const ended = once(child, "exit");
  const isOver = (): boolean => child.exitCode !== null;
  if (atWrite) {
    while (!isOver() && !(await backEnd.isHeld(disputed))) await setTimeout(1);
    await setTimeout(Math.random() * WRITE_MS);
  } else {
    const over = new AbortController();
    await Promise.race([setTimeout(Math.random() * fullMs, undefined, { signal: over.signal }).catch(() => undefined), ended]);
    over.abort();
  }
  const wasOver = isOver() || !child.kill("SIGSTOP");
  const [isHeld, after] = [await backEnd.isHeld(disputed), await backEnd.fingerprint(disputed)];
  child.kill("SIGKILL");
  await ended;
  if (wasOver) return "at the end";
  if (isHeld) return "under the lock";
  return JSON.stringify(after) === JSON.stringify(before) ? "before the lock" : "after the write";
};

/** What dead runs left where people look, and where they do not. */
const litter = async (cwd: string): Promise<readonly string[]> => (await readdir(cwd, { recursive: true })).filter((file) => /\.tmp$|\.lock/.test(file));

/** After the lock was seen: a write takes about that long. */
const WRITE_MS = 12;

/** Of a busy machine: a kill is some three processes. */
const KILL_MS = 15_000;
