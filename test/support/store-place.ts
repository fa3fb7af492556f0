import { spawn } from "node:child_process";
import { join } from "node:path";
import { build } from "esbuild";
import type { StateLocation } from "../../src/model/desired.ts";
import { defined } from "../../src/model/defined.ts";
import { openStore, type StoreOptions } from "../../src/operations/open-store.ts";
import { parseTrust } from "../../src/piste/trust.ts";
import { nodeClock } from "../../src/ports/node-clock.ts";
import { nodeFiles } from "../../src/ports/node-files.ts";
import { nodeProcesses } from "../../src/ports/node-processes.ts";
import { nodeRandomness } from "../../src/ports/node-randomness.ts";
import type { Files } from "../../src/ports/ports.ts";
import type { LockHolder } from "../../src/model/lock-holder.ts";
import type { StateStore } from "../../src/state/store.ts";

/** A place for a state, as a test has it for itself. */
export interface StorePlace {
  readonly location: StateLocation | undefined;
  readonly folder: string;
  readonly trust: readonly string[];
  readonly variables: Readonly<Record<string, string>>;
  /** What is secret in it. */
  readonly secrets: readonly string[];
  /** Something that another write changes, and a read does not. */
  fingerprint(): Promise<unknown>;
  /** The state is gone, as by a mistake. */
  vanish(): Promise<void>;
  /** What was written is no state any more, or one of a newer Chorus. */
  damage(how: "corrupt" | "newer"): Promise<void>;
  /** Somebody has the lock until the work is done. */
  held(holder: LockHolder, work: () => Promise<void>): Promise<void>;
  /** Somebody had the lock, and is no more. */
  leaveLock(holder: LockHolder): Promise<void>;
  /** A lock ends with who holds it. */
  readonly locksDie: boolean;
}

export type OpenOptions = Partial<Pick<StoreOptions, "acceptNew" | "moved" | "author" | "lockTimeoutMs">>;

/** The store as a command opens it. */
export const openPlace = ({ location, folder, trust, variables }: StorePlace, options: OpenOptions = {}, files: Files = nodeFiles): Promise<StateStore> =>
  openStore(location, { clock: nodeClock, files, processes: nodeProcesses, randomness: nodeRandomness, variables }, {
    folder,
    trust: parseTrust(trust).trust,
    author: { who: "camille", command: "chorus apply", commit: "0123abc", run: "https://ci.exemple.fr/1" },
    acceptNew: false,
    ...options,
  });

/** A program that writes to places in a process of its own: `commit NAME…` at once, or `loop NAME` until it is killed. */
export const buildWriter = async (folder: string): Promise<string> => {
  const outfile = join(folder, "writer.mjs");
  await build({
    stdin: { contents: WRITER, resolveDir: ROOT, loader: "ts" },
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    external: ["pg-native"],
    banner: { js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);' },
    outfile,
  });
  return outfile;
};

export interface Writer {
  /** Names whose commit came back, up to now. */
  readonly done: readonly string[];
  kill(): void;
  readonly ended: Promise<{ readonly code: number | null; readonly stderr: string }>;
}

export const startWriter = (script: string, { location, folder, trust, variables }: StorePlace, args: readonly string[]): Writer => {
  const place = JSON.stringify(defined({ location, folder, trust, variables }));
  const child = spawn(process.execPath, [script, place, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  const done: string[] = [];
  let [stdout, stderr] = ["", ""];
  child.stdout.on("data", (chunk) => {
    stdout += String(chunk);
    done.splice(0, done.length, ...stdout.split("\n").slice(0, -1));
  });
  child.stderr.on("data", (chunk) => (stderr += String(chunk)));
  const ended = new Promise<{ code: number | null; stderr: string }>((resolve) => {
    child.on("close", (code) => resolve({ code, stderr }));
  });
  return { done, ended, kill: () => void child.kill("SIGKILL") };
};

const ROOT = join(import.meta.dirname, "../..");

const WRITER = `
  import { openPlace } from "./test/support/store-place.ts";
  import { proven } from "./test/support/proven.ts";
  const [place, action, ...names] = process.argv.slice(2);
  const store = await openPlace(JSON.parse(place), { lockTimeoutMs: 150_000 });
  if (action === "commit") await store.commit(names.map((name) => proven(name)), []);
  else for (let i = 0; ; i += 1) {
    await store.commit([proven(names[0] + "-" + i), proven("shared", { at: i * 1000 })], []);
    process.stdout.write(names[0] + "-" + i + "\\n");
  }
`;
