import { hostname } from "node:os";
import process from "node:process";
import { hasCode } from "./error-code.ts";
import type { Processes, RunOptions } from "./ports.ts";

export const nodeProcesses: Processes = {
  pid: process.pid,
  platform: process.platform,
  host: hostname(),

  isAlive(pid) {
    try {
      process.kill(pid, 0);
      return true;
    } catch (error) {
      // Another user's process answers EPERM: it lives.
      return hasCode(error, "EPERM");
    }
  },

  async launch([file, ...args]) {
    if (file === undefined) throw new TypeError("an empty command");
    const { spawn } = await import("node:child_process");
    return new Promise<boolean>((resolve) => {
      const child = spawn(file, args, { stdio: "ignore", detached: true });
      child.once("error", () => resolve(false));
      child.once("spawn", () => {
        child.unref();
        resolve(true);
      });
    });
  },

  async feed([file, ...args], text) {
    if (file === undefined) throw new TypeError("an empty command");
    const { spawn } = await import("node:child_process");
    return new Promise<boolean>((resolve) => {
      // What keeps a selection lives on: it must not hold an output of ours.
      const child = spawn(file, args, { stdio: ["pipe", "ignore", "ignore"], timeout: FED_WITHIN_MS });
      child.once("error", () => resolve(false));
      child.once("exit", (code) => resolve(code === 0));
      child.stdin.on("error", () => undefined);
      child.stdin.end(text);
    });
  },

  async run(command, options) {
    const { exitCode, stdout, stderr } = await execute(command, options);
    return { exitCode, stdout: stdout.toString("utf8"), stderr: stderr.toString("utf8") };
  },

  async read(command, options) {
    const { exitCode, stdout } = await execute(command, options);
    return { exitCode, bytes: stdout };
  },
};

const execute = async ([file, ...args]: readonly string[], { cwd, timeoutMs, signal }: RunOptions) => {
  if (file === undefined) throw new TypeError("an empty command");
  const { execFile } = await import("node:child_process");
  const options = { cwd, signal, timeout: timeoutMs, maxBuffer: MAX_OUTPUT, encoding: "buffer", killSignal: "SIGKILL" } as const;
  return new Promise<Executed>((resolve, reject) => {
    execFile(file, args, options, (error, stdout, stderr) => {
      // A word for a code is the machine's: no such file, too much output. A number is the command's own.
      if (error !== null && typeof error.code === "string") {
        reject(error);
        return;
      }
      const exitCode = error === null ? 0 : typeof error.code === "number" ? error.code : undefined;
      resolve({ exitCode: error?.killed === true ? undefined : exitCode, stdout, stderr });
    });
  });
};

interface Executed {
  readonly exitCode: number | undefined;
  readonly stdout: Buffer;
  readonly stderr: Buffer;
};

/** A clipboard that takes longer is not there. */
const FED_WITHIN_MS = 5_000;

const MAX_OUTPUT = 64 * 1024 * 1024;
