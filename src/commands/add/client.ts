import { CLIENT_HEADERS, type ClientHeader } from "../../config/csv/header-names.ts";
import { addClient } from "../../operations/add.ts";
import { entryOf, trustOf, type CommandContext } from "../context.ts";
import { tellEdit, type EditOptions } from "./tell-edit.ts";

export interface AddClientOptions extends EditOptions, Readonly<Partial<Record<ClientHeader, string>>> {}

/** `chorus add client CODE SIRET`: one row more in the list of clients, and nothing else. */
export const run = async (context: CommandContext, [code = "", siret = ""]: readonly string[], options: AddClientOptions): Promise<number> => {
  const cells = new Map<ClientHeader, string>([["code", code], ["siret", siret]]);
  for (const header of CLIENT_HEADERS) {
    const cell = options[header];
    if (cell !== undefined && !cells.has(header)) cells.set(header, cell);
  }
  const request = { entry: await entryOf(context), trust: trustOf(context) };
  return tellEdit(context, options, await addClient(context.ports.files, request, cells));
};
