import { extname, resolve } from "node:path";
import { reportMessages } from "../messages/report-messages.ts";
import { countBy } from "../model/count.ts";
import { defined } from "../model/defined.ts";
import { planOffline } from "../operations/plan.ts";
import { wantedResources } from "../plan/plan.ts";
import type { ReportDocument } from "../plan/report/report-document.ts";
import { REPORT_MARKS } from "../plan/report/report-mark.ts";
import { reportOf } from "../plan/report/report-of.ts";
import { screenFor, type CommandContext } from "./context.ts";
import { DONE } from "./exit-code.ts";
import { checkListOptions, pageOf, type ListCommandOptions } from "./list-options.ts";
import { openForCommand } from "./open-run.ts";
import { requireOutFile } from "./out-file.ts";
import { selectionOf, type SelectionOptions } from "../operations/selection.ts";

export interface ReportCommandOptions extends SelectionOptions, ListCommandOptions {
  readonly format?: string;
  readonly out?: string;
}

/** `chorus report`: everything that is known and open, for people who run nothing. No request, no secret. */
export const run = async (context: CommandContext, _args: readonly string[], options: ReportCommandOptions): Promise<number> => {
  checkOptions(options);
  const { out, format = formatOf(options) } = options;
  if (out !== undefined) await requireOutFile(context, out);
  const { clock, files, terminal } = context.ports;
  const { project } = await openForCommand(context, { live: false });
  const nowMs = clock.now();
  const report = reportOf(planOffline(project, nowMs, selectionOf(options, (part) => wantedResources(project.desired, nowMs, part))));
  const screen = screenFor(context, terminal.stdout, project.desired.language);
  const { language } = screen;
  if (options.count === true) {
    const { renderCount } = await import("../views/count.ts");
    terminal.stdout.write(renderCount(countBy(report.rows, ({ mark }) => mark, REPORT_MARKS), screen, options.format));
    return DONE;
  }
  const text = await render(report, format, defined({ language, timeZone: context.timeZone(), version: context.version, page: pageOf(options) }));
  if (out === undefined) terminal.stdout.write(text);
  else {
    await files.replace(resolve(context.cwd, out), text);
    terminal.stderr.write(`${reportMessages(language).written(out)}\n`);
  }
  return DONE;
};

const render = async (report: ReportDocument, format: string, options: Parameters<typeof import("../views/report/report-markdown.ts").renderReportMarkdown>[1]): Promise<string> => {
  switch (format) {
    case "html":
      return (await import("../views/report/report-html.ts")).renderReportHtml(report, options);
    case "markdown":
      return (await import("../views/report/report-markdown.ts")).renderReportMarkdown(report, options);
    default:
      return (await import("../views/report/report-json.ts")).renderReportJson(report);
  }
};

/** A page is of the table in Markdown: JSON is the whole, and the page of HTML turns its own. */
const checkOptions = (options: ReportCommandOptions): void => {
  const { out, format = formatOf(options) } = options;
  const isWritten = options.format !== undefined && options.format !== "json";
  checkListOptions(options, { count: [out !== undefined && "--out", isWritten && `--format ${format}`], page: [format !== "markdown" && `--format ${format}`] });
};

/** What the file's name says; where it says nothing, or nothing is written to a file, JSON, or what has pages. */
const formatOf = ({ out, ...options }: ReportCommandOptions): string =>
  EXTENSIONS[extname(out ?? "").toLowerCase()] ?? (out === undefined && pageOf(options) !== undefined ? "markdown" : "json");

const EXTENSIONS: Readonly<Record<string, string>> = { ".html": "html", ".htm": "html", ".md": "markdown" };
