import { obeyedEscaped } from "../../model/obeyed-escaped.ts";
import { addStructures } from "../../operations/add.ts";
import { entryOf, trustOf, type CommandContext } from "../context.ts";
import { tellEdit, type EditOptions } from "./tell-edit.ts";

export interface AddStructureOptions extends EditOptions {
  readonly env?: string;
  readonly nom?: string;
  readonly type?: string;
}

/** `chorus add structure NAME IDENTIFIER`: one line more in the file that writes the structures, and nothing else. */
export const run = async (context: CommandContext, [key = "", identifiant = ""]: readonly string[], options: AddStructureOptions): Promise<number> => {
  const environment = options.env === "qualification" ? "qualification" : "production";
  const request = { entry: await entryOf(context), trust: trustOf(context) };
  const value = valueOf(identifiant, options);
  return tellEdit(context, options, await addStructures(context.ports.files, request, { environment, structures: [{ key, value }] }));
};

/** The identifier alone, or a map where there is more to say. JSON is YAML. */
const valueOf = (identifiant: string, { nom, type }: AddStructureOptions): string => {
  const plain = /^[\w.-]+$/.test(identifiant) ? identifiant : JSON.stringify(identifiant);
  const more = [...(type === undefined ? [] : [`type: ${type}`]), ...(nom === undefined ? [] : [`nom: ${obeyedEscaped(JSON.stringify(nom))}`])];
  return more.length === 0 ? plain : `{ ${[`identifiant: ${plain}`, ...more].join(", ")} }`;
};
