/** What Chorus needs from the machine, by name. The real ones are in this folder; tests bring their own. */

export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

export interface Files {
  /** The bytes of a file; rejects with `code: "ENOENT"` and the like, as Node does. */
  read(path: string): Promise<Uint8Array>;
  /** Size in bytes and permission bits, or undefined where there is no such file. */
  stat(path: string): Promise<{ readonly size: number; readonly mode: number } | undefined>;
  /** Replaces a file in one step: readers see the old bytes or the new ones, never a part. */
  replace(path: string, text: string): Promise<void>;
  /** Where a path leads once every link is followed; rejects as `read` does. */
  realPath(path: string): Promise<string>;
  append(path: string, text: string): Promise<void>;
  /** A new file in the place of what was there, which only its owner may read, to be written piece by piece. */
  openPrivate(path: string): Promise<PrivateFile>;
  /** Creates a file that must not exist yet; false where it does. */
  createExclusive(path: string, text: string): Promise<boolean>;
  remove(path: string): Promise<void>;
  /** Files below a folder that match, as absolute paths in the order of their names. */
  glob(folder: string, patterns: readonly string[]): Promise<readonly string[]>;
}

export interface PrivateFile {
  /** Writes at a place, in bytes from the start; what stood there gives way. */
  write(bytes: Uint8Array, at: number): Promise<void>;
  close(): Promise<void>;
}

export type EnvironmentVariables = Readonly<Record<string, string | undefined>>;

export interface Terminal {
  readonly stdout: Output;
  readonly stderr: Output;
  /** Asks a question on the terminal; undefined where there is no person to answer. */
  ask(question: string): Promise<string | undefined>;
}

export interface Output {
  readonly isTerminal: boolean;
  /** Columns, where the output knows them. */
  readonly width: number | undefined;
  write(text: string): void;
}

export interface Randomness {
  uuid(): string;
  /** In [0, 1). */
  fraction(): number;
}

export interface Processes {
  /** Runs a command without a shell and gives what it printed. Rejects where it cannot be run, or the signal ends it. */
  run(command: readonly string[], options: RunOptions): Promise<ProcessResult>;
  /** Starts a command that lives on by itself, without a shell; false where it cannot be started. */
  launch(command: readonly string[]): Promise<boolean>;
  /** As Node names it: `linux`, `darwin`, `win32`. */
  readonly platform: string;
  readonly pid: number;
  /** This machine's name: a lock of another machine is never taken over. */
  readonly host: string;
  isAlive(pid: number): boolean;
}

export interface RunOptions {
  readonly cwd: string;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
}

export interface ProcessResult {
  readonly exitCode: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

/** All of them, as the process has them. Functions below the commands name the few they take. */
export interface Ports {
  readonly clock: Clock;
  readonly files: Files;
  readonly variables: EnvironmentVariables;
  readonly terminal: Terminal;
  readonly randomness: Randomness;
  readonly processes: Processes;
}
