import type { ListrDefaultRendererLogLevels } from "listr2";
import type { RunWords } from "../../messages/shape.ts";
import type { Output } from "../../ports/ports.ts";
import { printable } from "../printable.ts";
import { ProgressRows } from "./progress-rows.ts";
import type { ProgressView } from "./progress-view.ts";
import { movingText } from "./row-text.ts";

/** The list is drawn by a library that is loaded at the first report: by then every application has reported once. */
export const movingProgress = (output: Output, words: RunWords): ProgressView => {
  const rows = new ProgressRows();
  let list: Promise<TaskList> | undefined;
  let stopped = false;
  let drawn: TaskList | undefined;
  return {
    report(progress) {
      rows.note(progress);
      drawn?.update(rows.keyOf(progress));
      list ??= startList(output, rows, words, () => stopped).then((started) => (drawn = started));
    },
    async stop() {
      stopped = true;
      await (await list)?.stop();
    },
  };
};

interface TaskList {
  update(key: string): void;
  stop(): Promise<void>;
}

const startList = async (
  output: Output,
  rows: ProgressRows,
  words: RunWords,
  isStopped: () => boolean,
): Promise<TaskList> => {
  const { DefaultRenderer, Listr, ListrLogger, ProcessOutput } = await import("listr2");
  if (isStopped()) return { update: () => undefined, stop: () => Promise.resolve() };
  /** The library asks stdout whether it may move; what counts is the output it is given. */
  class Renderer extends DefaultRenderer {
    static override nonTTY = true;
  }
  const updates = new Map<string, () => void>();
  const ends: (() => void)[] = [];
  const textOf = (key: string): string => {
    const row = rows.get(key);
    return row === undefined ? key : printable(movingText(row, words));
  };
  const list = new Listr(
    rows.keys().map((key) => ({
      title: textOf(key),
      task: (_context: unknown, task: { title: string }) =>
        new Promise<void>((resolve) => {
          const update = (): void => {
            const row = rows.get(key);
            task.title = textOf(key);
            if (isStopped() || (row !== undefined && row.answered >= row.asked)) resolve();
          };
          ends.push(resolve);
          updates.set(key, update);
          // The run may have come to its end before the list began to move.
          update();
        }),
    })),
    {
      concurrent: true,
      exitOnError: false,
      registerSignalListeners: false,
      fallbackRendererCondition: false,
      silentRendererCondition: false,
      renderer: Renderer,
      rendererOptions: {
        clearOutput: true,
        logger: new ListrLogger<ListrDefaultRendererLogLevels>({ useIcons: true, processOutput: new ProcessOutput(streamOf(output), streamOf(output)) }),
      },
    },
  );
  const done = list.run();
  return {
    update: (key) => updates.get(key)?.(),
    stop: async () => {
      ends.forEach((end) => end());
      await done;
    },
  };
};

/** What the list needs of a stream: the port writes, whatever is behind it. */
const streamOf = (output: Output): NodeJS.WriteStream =>
  ({
    isTTY: true,
    columns: output.width,
    rows: 24,
    write: (text: string | Uint8Array) => {
      output.write(typeof text === "string" ? text : new TextDecoder().decode(text));
      return true;
    },
  }) as unknown as NodeJS.WriteStream;
