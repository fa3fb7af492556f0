import { countBy } from "../../model/count.ts";
import { onPage, pagePlace } from "../../model/page.ts";
import { historyOf } from "../../operations/state/history.ts";
import { renderCount, renderPage } from "../../views/count.ts";
import { safeJson } from "../../views/safe-json.ts";
import { renderHistory } from "../../views/state-text.ts";
import type { CommandContext } from "../context.ts";
import { DONE } from "../exit-code.ts";
import { checkListOptions, NOTHING_ELSE, pageOf, type ListCommandOptions } from "../list-options.ts";
import { openStateFor } from "./open.ts";

export interface HistoryOptions extends ListCommandOptions {
  readonly format?: string;
}

/** `chorus state history ADDRESS`: who changed what is recorded of a subject, and when, the latest first. */
export const run = async (context: CommandContext, [asked = ""]: readonly string[], options: HistoryOptions): Promise<number> => {
  checkListOptions(options, NOTHING_ELSE);
  const { store, screen } = await openStateFor(context);
  const entries = await historyOf(store, asked, context.ports.processes);
  const { stdout, stderr } = context.ports.terminal;
  const { format, count } = options;
  if (count === true) {
    stdout.write(renderCount(countBy(entries, ({ author }) => author.who), screen, format));
    return DONE;
  }
  const page = pageOf(options);
  const shown = page === undefined ? entries : onPage(entries, page);
  if (page !== undefined) stderr.write(renderPage(pagePlace(entries.length, page), screen));
  stdout.write(format === "json" ? safeJson(shown) : renderHistory(shown, screen));
  return DONE;
};
