import { dirname, resolve } from "node:path";
import { ChorusError } from "../diagnostics/chorus-error.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import { cliMessages } from "../messages/cli-messages.ts";
import type { Language } from "../messages/language.ts";
import type { Recorder } from "../ports/recorder.ts";
import type { CommandContext } from "./context.ts";

export interface TraceOptions {
  /** A file for the HTTP exchanges, as HAR. */
  readonly trace?: string;
}

/** HTTP exchanges on their way into a file. */
export interface TraceFile {
  readonly recorder: Recorder;
  /** Once everything is written. Rejects where something could not be. */
  close(): Promise<void>;
}

/**
 * Opens the file that `--trace` names, if it does. Each write takes the place of the document's end and brings a new end
 * along: whenever the run stops, what is there is a whole document.
 */
export const openTrace = async (context: CommandContext, { trace }: TraceOptions, language: Language): Promise<TraceFile | undefined> =>
  trace === undefined ? undefined : open(context, trace, language);

const open = async ({ cwd, ports, version }: CommandContext, named: string, language: Language): Promise<TraceFile> => {
  const path = resolve(cwd, named);
  // A slip in a path makes no new folder.
  if (named === "" || (await ports.files.stat(dirname(path))) === undefined) {
    throw new ChorusError([diagnostic("CHR-USAGE", "error", { problem: "invalid-argument", value: named, of: "--trace" })]);
  }
  const { HAR_TAIL, harEntry, harHead } = await import("../views/har.ts");
  const file = await ports.files.openPrivate(path);
  let waiting: string[] = [];
  let written = 0;
  let at = 0;
  let writing: Promise<void> | undefined;
  const append = async (text: string): Promise<void> => {
    const bytes = encoder.encode(text);
    await file.write(encoder.encode(text + HAR_TAIL), at);
    at += bytes.byteLength;
  };
  const drain = async (): Promise<void> => {
    while (waiting.length > 0) {
      const entries = waiting.splice(0);
      await append((written > 0 ? ",\n" : "") + entries.join(",\n"));
      written += entries.length;
    }
    writing = undefined;
  };
  await append(harHead(version));
  return {
    recorder: {
      add: (exchange) => {
        waiting.push(harEntry(exchange));
        writing ??= drain();
        // Told when the file is closed: a full disk is no reason to stop a run half-way.
        writing.catch(() => undefined);
      },
    },
    close: async () => {
      try {
        await writing;
        ports.terminal.stderr.write(`${cliMessages(language).traceWritten(named)}\n`);
      } finally {
        waiting = [];
        await file.close();
      }
    },
  };
};

const encoder = new TextEncoder();
