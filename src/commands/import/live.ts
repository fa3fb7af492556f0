import { importMessages } from "../../messages/import-messages.ts";
import { defined } from "../../model/defined.ts";
import { addStructures } from "../../operations/add.ts";
import { findLive } from "../../operations/import-live.ts";
import { openMachineMemory } from "../../state/machine-memory.ts";
import { renderChange } from "../../views/change.ts";
import { renderFoundLive } from "../../views/found-live.ts";
import { entryOf, screenFor, trustOf, type CommandContext } from "../context.ts";
import { DONE, FAILED } from "../exit-code.ts";
import { openForCommand } from "../open-run.ts";
import { openTrace, type TraceOptions } from "../trace-file.ts";

export interface ImportLiveCommandOptions extends TraceOptions {
  readonly env?: string;
  readonly write?: boolean;
}

/** `chorus import live`: what the accounts reach beyond what is declared, written as configuration and recorded as observed. */
export const run = async (context: CommandContext, _args: readonly string[], options: ImportLiveCommandOptions): Promise<number> => {
  const { ports } = context;
  const { terminal } = ports;
  const environment = options.env === "qualification" ? "qualification" : "production";
  const { project, language } = await openForCommand(context, { live: true });
  const trace = await openTrace(context, options, language);
  const memory = await openMachineMemory(project.folder, ports, false);
  const trust = trustOf(context);
  const found = await traced(trace, () => findLive(ports, project, defined({ environment, trust, signal: context.signal, recorder: trace?.recorder, memory })));
  const screen = screenFor(context, terminal.stdout, project.desired.language);
  terminal.stdout.write(renderFoundLive(found, screen));
  const isWhole = found.unread.length === 0;
  if (found.structures.length === 0) return isWhole ? DONE : FAILED;
  const edited = await addStructures(ports.files, { entry: await entryOf(context), trust }, { environment, structures: found.structures });
  terminal.stdout.write(renderChange(edited, screen));
  const words = importMessages(screenFor(context, terminal.stderr, project.desired.language).language);
  if (options.write !== true) {
    terminal.stderr.write(`${words.liveNotWritten}\n`);
    return isWhole ? DONE : FAILED;
  }
  await ports.files.replace(await ports.files.realPath(edited.file), edited.bytes);
  terminal.stderr.write(`${words.liveWritten(edited.file, found.structures.length)}\n`);
  const refresh = await import("../refresh.ts");
  const code = await refresh.run(context, [], { env: environment });
  return isWhole ? code : FAILED;
};

/** What was exchanged is written also where the run failed: then it is wanted most. */
const traced = async <T>(trace: { close(): Promise<unknown> } | undefined, work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } finally {
    await trace?.close();
  }
};
