import { join, resolve } from "node:path";
import { createRequire } from "node:module";
import { createProgram, isFinished } from "../../src/program.ts";
import type { CommandContext } from "../../src/commands/context.ts";
import { CANCELLED } from "../../src/commands/exit-code.ts";
import { reportFailure } from "../../src/commands/report-failure.ts";
import { chooseLanguage } from "../../src/messages/language.ts";
import type { Clock, Files, Ports, Processes } from "../../src/ports/ports.ts";
import { writing } from "../../src/ports/writing.ts";
import { virtualClock } from "../support/virtual-clock.ts";

/**
 * Files that are in memory and nowhere else: whatever a command that was made up is told to write, nothing of this machine
 * changes, and thousands of runs take seconds.
 */
export interface MemoryMachine {
  readonly files: Files;
  /** Runs a command in the folder, as `cli.ts` does, in this process. */
  run(...argv: readonly string[]): Promise<Ran>;
  bytes(file: string): Buffer | undefined;
  /** Whether a file is these bytes; quicker than a matcher that goes through them one by one. */
  holds(file: string, bytes: Uint8Array): boolean;
  text(file: string): string;
  write(file: string, content: string | Uint8Array): void;
  /** All that is there, to be brought back. */
  snapshot(): ReadonlyMap<string, Uint8Array>;
  restore(all: ReadonlyMap<string, Uint8Array>): void;
}

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface MachineOptions {
  readonly variables?: Readonly<Record<string, string>>;
  readonly clock?: Clock;
}

/** Paths that commands make absolute start at the process's own folder. */
const FOLDER = process.cwd();

export const memoryMachine = (contents: Readonly<Record<string, string | Uint8Array>>, { variables = {}, clock = virtualClock() }: MachineOptions = {}): MemoryMachine => {
  const kept = new Map<string, Uint8Array>();
  const write = (file: string, content: string | Uint8Array): void => void kept.set(resolve(FOLDER, file), Buffer.from(content as string));
  for (const [file, content] of Object.entries(contents)) write(file, content);
  const files = filesOf(kept);
  let drawn = 0;
  return {
    files,
    bytes: (file) => (kept.has(resolve(FOLDER, file)) ? Buffer.from(kept.get(resolve(FOLDER, file)) ?? []) : undefined),
    holds: (file, bytes) => Buffer.compare(kept.get(resolve(FOLDER, file)) ?? Buffer.of(), bytes) === 0,
    text: (file) => Buffer.from(kept.get(resolve(FOLDER, file)) ?? []).toString(),
    write,
    snapshot: () => new Map(kept),
    restore: (all) => {
      kept.clear();
      for (const [file, bytes] of all) kept.set(file, bytes);
    },
    run: (...argv) => {
      const said = { stdout: "", stderr: "" };
      const cancel = new AbortController();
      const outputTo = (name: keyof typeof said) => ({
        isTerminal: false,
        width: undefined,
        write: (text: string) => {
          said[name] += text;
          // It serves until it is interrupted.
          if (argv.includes("simulate")) cancel.abort();
        },
      });
      const ports: Ports = {
        clock,
        files,
        variables,
        terminal: { stdout: outputTo("stdout"), stderr: outputTo("stderr"), ask: async () => undefined, converse: async () => undefined },
        randomness: { uuid: () => `00000000-0000-4000-8000-${String(++drawn).padStart(12, "0")}`, fraction: () => 0.5 },
        processes: NO_PROCESSES,
        clipboard: { copy: async () => "sent" },
      };
      return runProgram(argv, ports, cancel.signal, said);
    },
  };
};

const runProgram = async (argv: readonly string[], ports: Ports, signal: AbortSignal, said: { readonly stdout: string; readonly stderr: string }): Promise<Ran> => {
  const base = { ports, version: VERSION, command: "chorus", timeZone: () => "Europe/Paris", cwd: FOLDER, signal };
  let context: CommandContext = { ...base, globals: {} };
  let code = 0;
  let asked: Readonly<Record<string, unknown>> | undefined;
  try {
    const program = createProgram({
      version: VERSION,
      language: chooseLanguage(undefined, undefined, {}),
      variables: ports.variables,
      write: (text) => ports.terminal.stdout.write(text),
      asked: argv,
      run: async ({ name, module }, globals, args, options) => {
        context = { ...base, globals, command: `chorus ${name}` };
        asked = options;
        code = await module.run(context, args, options);
      },
    });
    await program.parseAsync([...argv], { from: "user" });
    if (signal.aborted && code === 0) code = CANCELLED;
  } catch (error) {
    if (signal.aborted) code = CANCELLED;
    else if (!isFinished(error)) code = await reportFailure(error, context, { argv, hasPrinted: said.stdout !== "", ...(asked === undefined ? {} : { options: asked }) });
  }
  return { code, ...said };
};

const { version: VERSION } = createRequire(import.meta.url)("../../package.json") as { readonly version: string };

/** Neither Git nor a browser, and no secret that a command prints. */
const NO_PROCESSES: Processes = {
  run: async () => ({ exitCode: 128, stdout: "", stderr: "fatal: not a git repository" }),
  read: async () => ({ exitCode: 128, bytes: new Uint8Array() }),
  launch: async () => false,
  feed: async () => false,
  platform: "linux",
  pid: 4711,
  host: "memory",
  isAlive: (pid) => pid === 4711,
};

const filesOf = (kept: Map<string, Uint8Array>): Files => {
  /** Refuses the names that a system refuses. */
  const at = (path: string): string => {
    if (path.includes("\u0000")) throw Object.assign(new TypeError("must be a string without null bytes"), { code: "ERR_INVALID_ARG_VALUE" });
    if (path.split("/").some((part) => Buffer.byteLength(part) > 255)) throw Object.assign(new Error("name too long"), { code: "ENAMETOOLONG" });
    return resolve(FOLDER, path);
  };
  const isFolder = (path: string): boolean => at(path) === FOLDER || [...kept.keys()].some((one) => one.startsWith(`${at(path)}/`));
  const read = (path: string): Uint8Array => {
    const bytes = kept.get(at(path));
    if (bytes !== undefined) return bytes;
    throw Object.assign(new Error(`no ${path}`), { code: isFolder(path) ? "EISDIR" : "ENOENT" });
  };
  const put = (path: string, content: string | Uint8Array): void => void kept.set(at(path), Buffer.from(content as string));
  return {
    read: async (path) => read(path),
    readPart: async (path, from, size) => read(path).subarray(from, from + size),
    stat: async (path) => {
      const bytes = kept.get(at(path));
      if (bytes !== undefined) return { size: bytes.length, mode: 0o100600 };
      return isFolder(path) ? { size: 4096, mode: 0o040700 } : undefined;
    },
    realPath: async (path) => {
      if (!isFolder(path)) read(path);
      return at(path);
    },
    glob: async (folder, patterns) => [...kept.keys()].filter((one) => patterns.some((pattern) => matches(one, join(at(folder), pattern)))).toSorted(),
    replace: (path, content) => writing(path, async () => put(path, content)),
    append: (path, text) => writing(path, async () => put(path, Buffer.concat([kept.get(at(path)) ?? Buffer.of(), Buffer.from(text)]))),
    createExclusive: async (path, text) => {
      if (kept.has(at(path))) return false;
      put(path, text);
      return true;
    },
    openPrivate: async (path) => {
      put(path, "");
      return {
        write: async (bytes, from) => {
          const before = read(path);
          const whole = Buffer.alloc(Math.max(before.length, from + bytes.length));
          whole.set(before);
          whole.set(bytes, from);
          put(path, whole);
        },
        close: async () => undefined,
      };
    },
    remove: async (path) => void kept.delete(at(path)),
    sweep: async () => undefined,
    ownFolder: async () => undefined,
  };
};

/** With `*` for anything in one folder; a pattern with other signs is a name here. */
const matches = (path: string, pattern: string): boolean => {
  const parts = pattern.split("*");
  return parts.length < 3 && path.startsWith(parts[0] ?? "") && path.endsWith(parts.at(-1) ?? "") && path.length >= pattern.length - parts.length + 1 && (parts.length === 2 ? !path.slice(parts[0]?.length, path.length - (parts[1]?.length ?? 0)).includes("/") : path === pattern);
};
