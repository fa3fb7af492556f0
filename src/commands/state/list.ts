import { cliMessages } from "../../messages/cli-messages.ts";
import { KINDS, kindOf } from "../../model/address.ts";
import { countBy } from "../../model/count.ts";
import { onPage, pagePlace } from "../../model/page.ts";
import { recordedAt } from "../../operations/state/recorded.ts";
import type { CommandContext } from "../context.ts";
import { renderCount, renderPage } from "../../views/count.ts";
import { safeJson } from "../../views/safe-json.ts";
import { DONE } from "../exit-code.ts";
import { checkListOptions, NOTHING_ELSE, pageOf, type ListCommandOptions } from "../list-options.ts";
import { openStateFor } from "./open.ts";

export interface ListOptions extends ListCommandOptions {
  readonly format?: string;
}

/** `chorus state list`: the address of everything that is recorded, a line each. */
export const run = async (context: CommandContext, asked: readonly string[], options: ListOptions): Promise<number> => {
  checkListOptions(options, NOTHING_ELSE);
  const { store, screen } = await openStateFor(context);
  const state = await store.read();
  const addresses = asked.length === 0 ? [...state.records.keys()].toSorted() : recordedAt(state, asked).map(({ address }) => address);
  const { stdout, stderr } = context.ports.terminal;
  // What reads the list takes no line for none; a person would wonder.
  if (addresses.length === 0) stderr.write(`${cliMessages(screen.language).noRecords}\n`);
  const { format, count } = options;
  if (count === true) {
    stdout.write(renderCount(countBy(addresses, kindOf, KINDS), screen, format));
    return DONE;
  }
  const page = pageOf(options);
  const shown = page === undefined ? addresses : onPage(addresses, page);
  if (page !== undefined) stderr.write(renderPage(pagePlace(addresses.length, page), screen));
  stdout.write(format === "json" ? safeJson(shown) : shown.map((address) => `${address}\n`).join(""));
  return DONE;
};
