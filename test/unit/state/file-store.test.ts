import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";
import { ChorusError } from "../../../src/diagnostics/chorus-error.ts";
import { address } from "../../../src/model/address.ts";
import type { ResourceRecord } from "../../../src/model/condition.ts";
import { toInstant } from "../../../src/model/instant.ts";
import { breakFileLock, withFileLock } from "../../../src/state/file-lock.ts";
import { createFileStore, STATE_FILE } from "../../../src/state/file-store.ts";
import type { SubjectRecord } from "../../../src/state/state.ts";
import { storePorts, temporaryFolder } from "../../support/files.ts";

const of = (name: string, status: "true" | "false" = "true"): SubjectRecord => {
  const subject = address("production", "structure", name);
  const since = toInstant(0);
  const record: ResourceRecord = {
    address: subject,
    conditions: [{ type: "Active", status, reason: "structure-active", proof: "verified", since, provenAt: since }],
    covers: "0123abcd",
  };
  return { subject, record };
};

const codes = async (work: Promise<unknown>): Promise<readonly string[]> => {
  try {
    await work;
    return [];
  } catch (error) {
    if (error instanceof ChorusError) return error.diagnostics.map(({ code }) => code);
    throw error;
  }
};

const names = (folder: string): readonly string[] =>
  readFileSync(join(folder, STATE_FILE), "utf8").trim().split("\n").slice(1).map((line) => (JSON.parse(line) as { subject: string }).subject.split("/")[2] ?? "");

describe("the state's file", () => {
  it("begins empty, and is written by the first commit", async () => {
    const folder = temporaryFolder();
    const store = createFileStore(folder, storePorts(), { acceptNew: false });
    expect((await store.read()).records.size).toBe(0);
    expect(readdirSync(folder)).toEqual([]);
    expect(await store.commit([of("siege")], [])).toBe(1);
    expect(names(folder)).toEqual(["siege"]);
    expect((await store.read()).records.size).toBe(1);
  });

  it("is kept beside it before it is replaced, to the byte, however damaged it is", async () => {
    const folder = temporaryFolder();
    const store = createFileStore(folder, storePorts(), { acceptNew: false });
    await store.commit([of("siege")], []);
    const whole = await store.read();
    const damaged = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf, 0x80]), readFileSync(join(folder, STATE_FILE))]);
    writeFileSync(join(folder, STATE_FILE), damaged);
    await store.replace(whole);
    expect(names(folder)).toEqual(["siege"]);
    expect(readFileSync(join(folder, ".chorus/backup", STATE_FILE)).equals(damaged)).toBe(true);
  });

  it("is not touched by a commit that changes nothing", async () => {
    const folder = temporaryFolder();
    const store = createFileStore(folder, storePorts(), { acceptNew: false });
    await store.commit([of("siege"), of("lyon")], []);
    const place = join(folder, STATE_FILE);
    const before = [statSync(place).mtimeMs, statSync(place).ino, readFileSync(place, "utf8")];
    expect(await store.commit([of("siege")], [])).toBe(0);
    expect(await store.commit([], [])).toBe(0);
    expect([statSync(place).mtimeMs, statSync(place).ino, readFileSync(place, "utf8")]).toEqual(before);
  });

  it("does not appear where nothing is to be written", async () => {
    const folder = temporaryFolder();
    const moved = [{ from: "lion", to: "lyon" }];
    expect(await createFileStore(folder, storePorts(), { acceptNew: false, moved }).commit([], [])).toBe(0);
    expect(readdirSync(folder)).toEqual([]);
  });

  it("keeps what another run wrote meanwhile", async () => {
    const folder = temporaryFolder();
    const [one, other] = [createFileStore(folder, storePorts(), { acceptNew: false }), createFileStore(folder, storePorts(), { acceptNew: false })];
    await one.read();
    await other.commit([of("lyon")], []);
    await one.commit([of("siege")], []);
    expect(names(folder)).toEqual(["lyon", "siege"]);
  });

  it("drops what is gone", async () => {
    const folder = temporaryFolder();
    const store = createFileStore(folder, storePorts(), { acceptNew: false });
    await store.commit([of("siege"), of("lyon")], []);
    expect(await store.commit([], [of("lyon").subject])).toBe(1);
    expect(names(folder)).toEqual(["siege"]);
  });

  it("keeps a record under its new name, once for all", async () => {
    const folder = temporaryFolder();
    await createFileStore(folder, storePorts(), { acceptNew: false }).commit([of("lion")], []);
    const store = createFileStore(folder, storePorts(), { acceptNew: false, moved: [{ from: "lion", to: "lyon" }] });
    expect([...(await store.read()).records.keys()]).toEqual(["production/structure/lyon"]);
    // The old name goes, the new one comes.
    expect(await store.commit([], [])).toBe(2);
    expect(names(folder)).toEqual(["lyon"]);
    expect(await store.commit([], [])).toBe(0);
  });
});

it("sweeps away what a writer that was killed left, and nothing of one that lives", async () => {
  const folder = temporaryFolder();
  const { host, pid } = storePorts().processes;
  const [dead, alive, elsewhere] = [`.chorus-${host}-4194305-deadbeef.tmp`, `.chorus-${host}-${pid}-deadbeef.tmp`, ".chorus-elsewhere-4194305-deadbeef.tmp"];
  const folders = ["", ".chorus/cache", ".chorus/backup"].map((name) => join(folder, name));
  for (const one of folders) {
    mkdirSync(one, { recursive: true });
    for (const file of [dead, alive, elsewhere]) writeFileSync(join(one, file), "{");
  }
  await createFileStore(folder, storePorts(), { acceptNew: false }).commit([of("siege")], []);
  for (const one of folders) expect(readdirSync(one).filter((file) => file.endsWith(".tmp")).toSorted()).toEqual([alive, elsewhere].toSorted());
});

describe("a state that existed and is gone", () => {
  it("is an error where this machine wrote it", async () => {
    const folder = temporaryFolder();
    await createFileStore(folder, storePorts(), { acceptNew: false }).commit([of("siege")], []);
    await rm(join(folder, STATE_FILE));
    const store = createFileStore(folder, storePorts(), { acceptNew: false });
    expect(await codes(store.read())).toEqual(["CHR-STATE-GONE"]);
    expect(await codes(store.commit([of("siege")], []))).toEqual(["CHR-STATE-GONE"]);
    expect(readdirSync(folder).filter((file) => file.endsWith(".lock"))).toEqual([]);
  });

  it("is an error where Git knows it", async () => {
    const folder = temporaryFolder();
    const git = (...args: readonly string[]) => execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@t.fr", "-c", "commit.gpgsign=false", ...args], { cwd: folder, stdio: "pipe" });
    git("init", "-q");
    writeFileSync(join(folder, "a"), "");
    git("add", "a");
    git("commit", "-qm", "a");
    expect(await codes(createFileStore(folder, storePorts(), { acceptNew: false }).read())).toEqual([]);
    writeFileSync(join(folder, STATE_FILE), "{}");
    git("add", STATE_FILE);
    git("commit", "-qm", "state");
    await rm(join(folder, STATE_FILE));
    expect(await codes(createFileStore(folder, storePorts(), { acceptNew: false }).read())).toEqual(["CHR-STATE-GONE"]);
  });

  it("may be begun anew where that is said, under another lineage", async () => {
    const folder = temporaryFolder();
    await createFileStore(folder, storePorts(), { acceptNew: false }).commit([of("siege")], []);
    await rm(join(folder, STATE_FILE));
    const store = createFileStore(folder, storePorts({ randomness: { uuid: () => "lineage-2" } }), { acceptNew: true });
    await store.commit([of("lyon")], []);
    expect(readFileSync(join(folder, STATE_FILE), "utf8")).toContain('"lineage":"lineage-2"');
    expect(names(folder)).toEqual(["lyon"]);
  });
});

describe("the lock", () => {
  const ports = (alive: readonly number[], pid = 1) => {
    const { files, clock } = storePorts();
    return { files, clock, processes: { pid, host: "here", isAlive: (other: number) => alive.includes(other), run: async () => Promise.reject(new Error("no")) } };
  };
  const held = (file: string, pid: number, host = "here") => writeFileSync(file, JSON.stringify({ pid, host, since: "2026-11-24T08:00:00Z" }));

  it("of a process that is no more is taken over, and leaves nothing behind", async () => {
    const folder = temporaryFolder();
    const file = join(folder, "x.lock");
    held(file, 99);
    expect(await withFileLock(file, ports([]), async () => readFileSync(file, "utf8"))).toContain('"pid":1');
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each([
    ["a live process", 99, "here", [99]],
    ["another machine", 99, "elsewhere", []],
  ])("of %s is waited for, then named", async (_, pid, host, alive) => {
    const file = join(temporaryFolder(), "x.lock");
    held(file, pid, host);
    const waiting = ports(alive);
    const startedAt = waiting.clock.now();
    expect(await codes(withFileLock(file, waiting, async () => undefined))).toEqual(["CHR-STATE-LOCKED"]);
    expect(waiting.clock.now() - startedAt).toBeGreaterThanOrEqual(20_000);
    expect(readFileSync(file, "utf8")).toContain(`"pid":${pid}`);
  });

  it("is not removed by one who found its predecessor dead too late", async () => {
    const folder = temporaryFolder();
    const file = join(folder, "x.lock");
    held(file, 99);
    const slow = ports([2]);
    let reads = 0;
    const files = {
      ...slow.files,
      // Between the look at the dead one and its removal, another process takes the lock.
      read: async (path: string) => {
        const bytes = await slow.files.read(path);
        if (path === file && reads++ === 0) held(file, 2);
        return bytes;
      },
    };
    expect(await codes(withFileLock(file, { ...slow, files }, async () => undefined))).toEqual(["CHR-STATE-LOCKED"]);
    expect(readFileSync(file, "utf8")).toContain('"pid":2');
  });

  it.each([
    ["nothing", "", { pid: 0, host: "?" }],
    ["only a part", JSON.stringify({ pid: 7, host: "elsewhere" }), { pid: 7, host: "elsewhere" }],
  ])("that tells %s of its holder is removed, and what it does not tell is a question mark", async (_, text, told) => {
    const file = join(temporaryFolder(), "x.lock");
    writeFileSync(file, text);
    expect(await breakFileLock(file, ports([]))).toEqual({ owner: "?", since: "?", command: "?", ...told });
    expect(await breakFileLock(file, ports([]))).toBeUndefined();
  });

  it("goes with a failure of the work", async () => {
    const folder = temporaryFolder();
    await expect(withFileLock(join(folder, "x.lock"), ports([]), async () => Promise.reject(new TypeError("no")))).rejects.toThrow(TypeError);
    expect(readdirSync(folder)).toEqual([]);
  });
});

it("loses nothing when 20 processes write at once, one lock being a dead one's", async () => {
  const folder = temporaryFolder();
  const script = join(folder, "commit.mjs");
  const root = join(import.meta.dirname, "../../..");
  await build({
    stdin: {
      contents: `
        import { createFileStore } from "./src/state/file-store.ts";
        import { nodeFiles } from "./src/ports/node-files.ts";
        import { nodeProcesses } from "./src/ports/node-processes.ts";
        import { nodeClock } from "./src/ports/node-clock.ts";
        const [folder, name] = process.argv.slice(2);
        const subject = "production/structure/" + name;
        const since = "2026-11-24T08:00:00Z";
        const record = { address: subject, conditions: [{ type: "Active", status: "true", reason: "structure-active", proof: "verified", since, provenAt: since }] };
        const ports = { files: nodeFiles, processes: nodeProcesses, clock: nodeClock, randomness: { uuid: () => "one" } };
        await createFileStore(folder, ports, { acceptNew: false }).commit([{ subject, record }], []);
      `,
      resolveDir: root,
      loader: "ts",
    },
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    external: ["ajv/*"],
    outfile: script,
  });
  const state = join(folder, "project");
  mkdirSync(state);
  writeFileSync(join(state, `${STATE_FILE}.lock`), JSON.stringify({ pid: 2 ** 30, host: (await import("node:os")).hostname(), since: "2026-11-24T08:00:00Z" }));
  const expected = Array.from({ length: 20 }, (_, index) => `s${String(index).padStart(2, "0")}`);
  const exits = await Promise.all(
    expected.map(
      (name) =>
        new Promise<string>((resolve) => {
          const child = spawn(process.execPath, [script, state, name], { stdio: ["ignore", "ignore", "pipe"] });
          let stderr = "";
          child.stderr.on("data", (chunk) => (stderr += String(chunk)));
          child.on("close", (code) => resolve(`${code}${stderr}`));
        }),
    ),
  );
  expect(exits).toEqual(expected.map(() => "0"));
  expect(names(state)).toEqual(expected);
  expect(readdirSync(state).filter((file) => file.includes("lock") || file.endsWith(".tmp"))).toEqual([]);
});
