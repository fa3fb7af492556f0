import { ChorusError } from "../diagnostics/chorus-error.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import { countBy, type Count } from "../model/count.ts";
import { defined } from "../model/defined.ts";
import { parseDuration } from "../model/instant.ts";
import type { Page } from "../model/page.ts";
import { planOffline } from "../operations/plan.ts";
import { DEADLINE_KINDS } from "../plan/deadline.ts";
import { RESOURCE_STATUSES } from "../plan/plan-document.ts";
import { wantedResources, type Plan } from "../plan/plan.ts";
import type { StatusDocument } from "../plan/status-document.ts";
import { statusOf } from "../plan/status-of.ts";
import { screenFor, type CommandContext, type Screen } from "./context.ts";
import { exitCodeOf, SOMETHING_DUE } from "./exit-code.ts";
import { checkListOptions, pageOf, type ListCommandOptions } from "./list-options.ts";
import { openForCommand } from "./open-run.ts";
import { selectionOf, type SelectionOptions } from "../operations/selection.ts";

export interface StatusOptions extends SelectionOptions, ListCommandOptions {
  readonly format?: string;
  readonly due?: string;
  readonly forecast?: boolean;
  readonly detailedExitcode?: boolean;
}

/** `chorus status`: where each structure, application and account stands, and what ends when. No request, no secret. */
export const run = async (context: CommandContext, _args: readonly string[], options: StatusOptions): Promise<number> => {
  checkOptions(options);
  const { clock, terminal } = context.ports;
  const { project } = await openForCommand(context, { live: false });
  const nowMs = clock.now();
  const plan = planOffline(project, nowMs, selectionOf(options, (part) => wantedResources(project.desired, nowMs, part)));
  const status = statusOf(plan, defined({ within: options.due, forecast: options.forecast }));
  terminal.stdout.write(await rendered(options, plan, status, screenFor(context, terminal.stdout, plan.document.language)));
  if (options.due !== undefined && status.deadlines.length > 0) return SOMETHING_DUE;
  return exitCodeOf(plan.document, options.detailedExitcode === true);
};

const rendered = async (options: StatusOptions, plan: Plan, status: StatusDocument, screen: Screen): Promise<string> =>
  options.count === true
    ? (await import("../views/count.ts")).renderCount(countOf(plan, status), screen, options.format)
    : render(options.format, plan, status, defined({ ...screen, page: pageOf(options) }));

/** Resources by how they stand; of what is due within a time, ends by their kind. */
const countOf = ({ document }: Plan, { within, deadlines }: StatusDocument): Count =>
  within === undefined ? countBy(document.resources, ({ status }) => status, RESOURCE_STATUSES) : countBy(deadlines, ({ kind }) => kind, DEADLINE_KINDS);

const render = async (format: string | undefined, { document }: Plan, status: StatusDocument, screen: Screen & { readonly page?: Page }): Promise<string> => {
  switch (format) {
    case "json":
      return (await import("../views/safe-json.ts")).safeJson(status);
    case "csv":
      return (await import("../views/status-csv.ts")).renderStatusCsv(status);
    case "ics":
      return (await import("../views/status-ics.ts")).renderStatusIcs(status, screen.language);
    case "prometheus":
      return (await import("../views/status-prometheus.ts")).renderStatusPrometheus(status);
    default:
      return (await import("../views/status-text.ts")).renderStatusText({ document, status }, screen);
  }
};

const checkOptions = (options: StatusOptions): void => {
  const { due, forecast, format = "text" } = options;
  const other = [forecast === true && "--forecast", format !== "text" && `--format ${format}`];
  checkListOptions(options, { count: other.filter((one) => one !== "--format json"), page: other });
  if (due !== undefined && parseDuration(due) === undefined) throw refused(due, "--due", DURATIONS);
  if (forecast === true && (format === "ics" || format === "prometheus")) throw refused(format, "--format", "text, json, csv (--forecast)");
};

const refused = (value: string, of: string, allowed: string): ChorusError =>
  new ChorusError([diagnostic("CHR-USAGE", "error", { problem: "invalid-argument", value, of, allowed })]);

const DURATIONS = "30d, 12h…";
