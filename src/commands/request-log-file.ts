import { dirname, resolve } from "node:path";
import { ChorusError } from "../diagnostics/chorus-error.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Files } from "../ports/ports.ts";

/** A file of JSON lines, written in the order of the entries while the caller goes on. */
export interface LogFile {
  readonly add: (entry: unknown) => void;
  /** Rejects when a line cannot be written; never resolves. */
  readonly failed: Promise<never>;
  /** Once everything is written. */
  readonly close: () => Promise<void>;
}

/** Opens a log in a folder that is there, to append to. Throws `ChorusError` where it cannot be written. */
export const openRequestLog = async (file: string, cwd: string, files: Pick<Files, "append" | "stat">): Promise<LogFile> => {
  const path = resolve(cwd, file);
  const append = async (text: string): Promise<void> => {
    try {
      await files.append(path, text);
    } catch (cause) {
      throw new ChorusError([diagnostic("CHR-USAGE", "error", { problem: "invalid-argument", value: file, of: "--log" })], { cause });
    }
  };
  // A slip in a path makes no new folder.
  if ((await files.stat(dirname(path))) === undefined) {
    throw new ChorusError([diagnostic("CHR-USAGE", "error", { problem: "invalid-argument", value: file, of: "--log" })]);
  }
  await append("");
  return batched(append);
};

/** Lines that come while others are being written go together with the next write. */
const batched = (append: (text: string) => Promise<void>): LogFile => {
  let waiting: string[] = [];
  let writing: Promise<void> | undefined;
  let fail: ((error: unknown) => void) | undefined;
  const failed = new Promise<never>((_resolve, reject) => {
    fail = reject;
  });
  failed.catch(() => undefined);
  const write = async (): Promise<void> => {
    while (waiting.length > 0) {
      const lines = waiting.join("");
      waiting = [];
      await append(lines);
    }
    writing = undefined;
  };
  return {
    add: (entry) => {
      waiting.push(`${JSON.stringify(entry)}\n`);
      writing ??= write();
      writing.catch((error: unknown) => fail?.(error));
    },
    failed,
    close: async () => {
      await writing;
    },
  };
};
