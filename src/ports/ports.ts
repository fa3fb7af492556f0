/** What Chorus needs from the machine, by name. The real ones are in this folder; tests bring their own. */

export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

export interface Files {
  /** The bytes of a file; rejects with `code: "ENOENT"` and the like, as Node does. */
  read(path: string): Promise<Uint8Array>;
  /** So many bytes of a file from a place on, fewer where it ends before; rejects as `read` does. */
  readPart(path: string, from: number, size: number): Promise<Uint8Array>;
  /** Size in bytes and permission bits, or undefined where there is no such file. */
  stat(path: string): Promise<{ readonly size: number; readonly mode: number } | undefined>;
  /** Replaces a file in one step: readers see the old bytes or the new ones, never a part. */
  replace(path: string, content: string | Uint8Array): Promise<void>;
  /** Removes what processes of this machine that died while they replaced files left in a folder. */
  sweep(folder: string): Promise<void>;
  /** Makes a folder that nobody else may look into; one that is there is closed to them, where it is ours to close. */
  ownFolder(folder: string): Promise<void>;
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
  /** Somebody who reads stdout and types, until the signal; undefined where one of them is no terminal. */
  converse(signal: AbortSignal): Promise<Conversation | undefined>;
}

/**
 * A talk with a person, key by key. What is asked is drawn by who asks, as lines without an end, and drawn again at each
 * key. The terminal is as it was between two questions, whatever ends them.
 */
export interface Conversation {
  /** The next of these keys, by the names of Node's readline: `return`, `v`, `1`. Others do nothing. */
  key(keys: readonly string[], draw: (pressed: string | undefined) => string): Promise<Reply>;
  /** A line of text, maybe empty. */
  line(draw: (typed: Typed) => string): Promise<Reply>;
  /** One of several things, narrowed down by typing: its value. */
  choose(choices: readonly Choice[], draw: (choosing: Choosing) => string): Promise<Reply>;
  /** While this lasts, what is typed neither counts nor shows; Ctrl-C is what it is elsewhere. */
  undisturbed<T>(work: () => Promise<T>): Promise<T>;
}

/** `back`: Escape. `ended`: Ctrl-C, Ctrl-D, the signal, or a terminal that is gone. */
export type Reply = { readonly reply: "given"; readonly text: string } | { readonly reply: "back" | "ended" };

/** A line as it is being typed. */
export interface Typed {
  readonly text: string;
  /** Where in it the next character goes. */
  readonly cursor: number;
  /** It is given, or was given up. */
  readonly isOver: boolean;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface Choosing extends Typed {
  /** Those that what is typed leaves, in their order. */
  readonly left: readonly Choice[];
  /** Which of those left the person stands on. */
  readonly at: number;
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

/** Where the person can paste from. */
export interface Clipboard {
  /** `copied`: it is there. `sent`: the terminal was asked to take it, and does not say whether it did. */
  copy(text: string): Promise<"copied" | "sent">;
}

export interface Processes {
  /** Runs a command without a shell and gives what it printed. Rejects where it cannot be run, or the signal ends it. */
  run(command: readonly string[], options: RunOptions): Promise<ProcessResult>;
  /** The same, where what it prints is a file: its bytes, in whatever encoding they are. */
  read(command: readonly string[], options: RunOptions): Promise<Pick<ProcessResult, "exitCode"> & { readonly bytes: Uint8Array }>;
  /** Starts a command that lives on by itself, without a shell; false where it cannot be started. */
  launch(command: readonly string[]): Promise<boolean>;
  /** Runs a command with a text as its input, without a shell; false where it could not, or did not end well. */
  feed(command: readonly string[], text: string): Promise<boolean>;
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
  readonly clipboard: Clipboard;
}
