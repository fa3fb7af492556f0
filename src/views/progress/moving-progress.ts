import type { ListrDefaultRendererLogLevels } from "listr2";
import type { RunWords } from "../../messages/shape.ts";
import type { Output } from "../../ports/ports.ts";
import { printable } from "../printable.ts";
import type { ProgressReport, ProgressView } from "./progress-view.ts";

/** The list is drawn by a library that is loaded at the first report: by then every application has reported once. */
export const movingProgress = (output: Output, words: RunWords): ProgressView => {
  const latest = new Map<string, ProgressReport>();
  let list: Promise<TaskList> | undefined;
  let stopped = false;
  let drawn: TaskList | undefined;
  return {
    report(progress) {
      latest.set(`${progress.environment}/${progress.application}`, progress);
      drawn?.update();
      list ??= startList(output, latest, words, () => stopped).then((started) => (drawn = started));
    },
    async stop() {
      stopped = true;
      await (await list)?.stop();
    },
  };
};

interface TaskList {
  update(): void;
  stop(): Promise<void>;
}

const startList = async (
  output: Output,
  latest: ReadonlyMap<string, ProgressReport>,
  words: RunWords,
  isStopped: () => boolean,
): Promise<TaskList> => {
  const { DefaultRenderer, Listr, ListrLogger, ProcessOutput } = await import("listr2");
  if (isStopped()) return { update: () => undefined, stop: () => Promise.resolve() };
  /** The library asks stdout whether it may move; what counts is the output it is given. */
  class Renderer extends DefaultRenderer {
    static override nonTTY = true;
  }
  const updates: (() => void)[] = [];
  const ends: (() => void)[] = [];
  const textOf = (key: string): string => {
    const progress = latest.get(key);
    if (progress === undefined) return key;
    const { environment, application, answered, asked } = progress;
    return printable(words.moving(environment, application, answered, asked));
  };
  const list = new Listr(
    [...latest.keys()].map((key) => ({
      title: textOf(key),
      task: (_context: unknown, task: { title: string }) =>
        new Promise<void>((resolve) => {
          const update = (): void => {
            const progress = latest.get(key);
            task.title = textOf(key);
            if (isStopped() || (progress !== undefined && progress.answered >= progress.asked)) resolve();
          };
          ends.push(resolve);
          updates.push(update);
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
    update: () => updates.forEach((update) => update()),
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
    columns: output.width ?? 80,
    rows: 24,
    write: (text: string | Uint8Array) => {
      output.write(typeof text === "string" ? text : new TextDecoder().decode(text));
      return true;
    },
  }) as unknown as NodeJS.WriteStream;
