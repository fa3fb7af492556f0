import { stripVTControlCharacters } from "node:util";
import { spawn } from "@lydell/node-pty";
import { onTestFinished } from "vitest";
import { secretsGiven } from "../support/leaks.ts";
import { watchRun } from "../support/searched-run.ts";
import { CLI, type RunOptions } from "./support.ts";

/** A person before a terminal in which the built command runs. */
export interface Seated {
  /** Waits until this stands on the screen, after what was seen before; rejects where it never comes. */
  sees(...patterns: readonly (RegExp | string)[]): Promise<void>;
  types(keys: string): void;
  /** Everything that came, with its escapes. */
  bytes(): string;
  /** The same as it reads. */
  text(): string;
  /** Once it has ended, having printed and left no secret and sent nothing that writes. */
  readonly ended: Promise<{ readonly code: number; readonly signal: number | undefined }>;
}

export interface SeatOptions extends RunOptions {
  /** What the shell that the command was begun from runs then, in the same terminal. */
  readonly afterwards?: string;
}

export const ENTER = "\r";
export const ESCAPE = "\u001B";
export const DOWN = "\u001B[B";
export const CTRL_C = "\u0003";
export const CTRL_D = "\u0004";

/** Runs the built command in a pseudo-terminal of its own, with no variable of the developer's but what Node needs. */
export const sitDown = async (args: readonly string[], { cwd, variables = {}, secrets = [], afterwards }: SeatOptions): Promise<Seated> => {
  const { PATH = "", HOME = "" } = process.env;
  const env = { PATH, HOME, TZ: "Europe/Paris", TERM: "xterm-256color", GIT_CONFIG_GLOBAL: "/dev/null", SSH_TTY: "none", ...variables };
  const search = await watchRun({ folder: cwd, secrets: [...secretsGiven(variables), ...secrets], simulatorUrl: variables["CHORUS_SIMULATOR_URL"], mayWrite: false });
  const command = [process.execPath, CLI, ...args];
  const [file = "", ...rest] = afterwards === undefined ? command : ["sh", "-c", `"$@"; code=$?; ${afterwards}; exit $code`, "sh", ...command];
  const terminal = spawn(file, rest, { cwd, env, cols: 110, rows: 45 });
  let bytes = "";
  let seenUpTo = 0;
  let isOver = false;
  const waiting = new Set<() => void>();
  terminal.onData((data) => {
    bytes += data;
    for (const look of waiting) look();
  });
  const text = (): string => stripVTControlCharacters(bytes.replaceAll(OSC, "")).replaceAll("\r", "");
  const ended = new Promise<{ readonly code: number; readonly signal: number | undefined }>((resolve, reject) => {
    terminal.onExit(({ exitCode: code, signal }) => {
      isOver = true;
      for (const look of waiting) look();
      search(bytes).then((faults) => (faults.length > 0 ? reject(new Error(`chorus ${args.join(" ")}:\n${faults.join("\n")}`)) : resolve({ code, signal })), reject);
    });
  });
  ended.catch(() => undefined);
  onTestFinished(async () => {
    if (!isOver) terminal.kill("SIGKILL");
    await ended;
  });
  const see = (pattern: RegExp | string): Promise<void> =>
    new Promise((resolve, reject) => {
      const giveUp = (why: string): void => {
        waiting.delete(look);
        reject(new Error(`${why} ${String(pattern)}:\n${text().slice(seenUpTo)}`));
      };
      const patience = setTimeout(() => giveUp("waits in vain for"), PATIENCE_MS);
      const look = (): void => {
        const unseen = text().slice(seenUpTo);
        const found = typeof pattern === "string" ? { at: unseen.indexOf(pattern), length: pattern.length } : matchOf(pattern, unseen);
        if (found.at === -1 && !isOver) return;
        clearTimeout(patience);
        if (found.at === -1) {
          giveUp("ended without");
          return;
        }
        waiting.delete(look);
        seenUpTo += found.at + found.length;
        resolve();
      };
      waiting.add(look);
      look();
    });
  return {
    async sees(...patterns) {
      for (const pattern of patterns) await see(pattern);
    },
    types: (keys) => terminal.write(keys),
    bytes: () => bytes,
    text,
    ended,
  };
};

const matchOf = (pattern: RegExp, text: string): { readonly at: number; readonly length: number } => {
  const found = pattern.exec(text);
  return { at: found?.index ?? -1, length: found?.[0].length ?? 0 };
};

/** Longer than anything takes here: what is not seen by then never comes, and the screen tells why. */
const PATIENCE_MS = 25_000;

/** What is said to the terminal and not shown. */
// oxlint-disable-next-line no-control-regex -- it is made of them
const OSC = /\u001B\][^\u0007]*\u0007/g;
