import { editMessages } from "../../messages/edit-messages.ts";
import type { Edited } from "../../operations/add.ts";
import { renderChange } from "../../views/change.ts";
import { screenFor, type CommandContext } from "../context.ts";
import { DONE } from "../exit-code.ts";

export interface EditOptions {
  readonly dryRun?: boolean;
}

/** Shows what changes, and writes it unless it was only to be seen. */
export const tellEdit = async (context: CommandContext, { dryRun = false }: EditOptions, edited: Edited): Promise<number> => {
  const { files, terminal } = context.ports;
  terminal.stdout.write(renderChange(edited, screenFor(context, terminal.stdout)));
  const words = editMessages(screenFor(context, terminal.stderr).language);
  if (!dryRun) await files.replace(await files.realPath(edited.file), edited.bytes);
  terminal.stderr.write(`${dryRun ? words.nothingWritten : words.written(edited.file)}\n`);
  return DONE;
};
