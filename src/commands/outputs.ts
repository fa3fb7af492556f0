import { dirname, relative, resolve } from "node:path";
import { ChorusError } from "../diagnostics/chorus-error.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import { runReportMessages } from "../messages/run-report-messages.ts";
import { defined } from "../model/defined.ts";
import type { RunReportOptions } from "../views/run/run-scene.ts";
import type { ToldRun } from "../views/run/told-run.ts";
import { entryOf, screenFor, type CommandContext, type Screen } from "./context.ts";

export interface OutputOptions {
  /** One output, on stdout. */
  readonly format?: string;
  /** `FORMAT` or `FORMAT=FILE`, any number. */
  readonly output?: readonly string[];
}

/** Where a run is told, and in which formats. */
export interface Outputs {
  /** Whether text goes to stdout, where a command may tell it as it happens. */
  readonly isText: boolean;
  readonly all: readonly Output[];
  /** Files that this run has written. */
  readonly written: Set<string>;
}

interface Output {
  readonly format: OutputFormat;
  /** As it was given; absent: a stream. */
  readonly file?: string;
  /** A file that others write to as well. */
  readonly appends: boolean;
}

/**
 * Reads what is asked for, tells the run in every format, and tells what ended it to those that can show that.
 *
 * @param work gets the outputs before anything is asked, so that a slip in one is told at once
 */
export const withOutputs = async (context: CommandContext, options: OutputOptions, work: (outputs: Outputs) => Promise<number>): Promise<number> => {
  const outputs = await outputsOf(context, options);
  try {
    return await work(outputs);
  } catch (error) {
    if (error instanceof ChorusError) await annotate(context, outputs, error);
    throw error;
  }
};

/** @param text the run as text, for a screen; not asked for where the command tells it by itself */
export const tellRun = async (context: CommandContext, { all, isText, written }: Outputs, told: ToldRun, text?: (screen: Screen) => string): Promise<void> => {
  const { stdout } = context.ports.terminal;
  for (const output of all) {
    if (output.format === "text" && output.file === undefined && text === undefined && isText) continue;
    const rendered = await render(context, output, told, text);
    if (output.file === undefined) (output.format === "github" ? context.ports.terminal.stderr : stdout).write(rendered);
    else {
      await writeOutput(context, { ...output, file: output.file }, rendered, told);
      written.add(output.file);
    }
  }
};

const outputsOf = async (context: CommandContext, { format, output = [] }: OutputOptions): Promise<Outputs> => {
  const given = [...(format === undefined ? [] : [format]), ...output];
  const all = (given.length === 0 ? ["text"] : given).map((one) => parseOutput(one, context.ports.variables));
  const streamed = all.filter(({ file, format: one }) => file === undefined && one !== "github");
  if (streamed.length > 1) throw refused("contradictory", streamed.map(({ format: one }) => `--output ${one}`).join(", "));
  for (const { file, appends } of all) {
    if (file === undefined || appends || (await context.ports.files.stat(dirname(resolve(context.cwd, file)))) !== undefined) continue;
    throw refused("invalid-argument", file);
  }
  return { isText: streamed[0]?.format === "text", all, written: new Set() };
};

const parseOutput = (given: string, variables: CommandContext["ports"]["variables"]): Output => {
  const [name = "", ...rest] = given.split("=");
  const format = OUTPUT_FORMATS.find((one) => one === name);
  const file = rest.join("=");
  if (format === undefined || (rest.length > 0 && file === "")) throw refused("invalid-argument", given);
  if (format !== "github-summary" || file !== "") return defined({ format, file: file === "" ? undefined : file, appends: false });
  const summary = variables[SUMMARY_VARIABLE] ?? "";
  if (summary === "") throw new ChorusError([diagnostic("CHR-USAGE", "error", { problem: "missing-value", value: SUMMARY_VARIABLE })]);
  return { format, file: summary, appends: true };
};

const refused = (problem: "invalid-argument" | "contradictory", value: string): ChorusError =>
  new ChorusError([
    diagnostic("CHR-USAGE", "error", problem === "contradictory" ? { problem, value } : { problem, value, of: "--output", allowed: OUTPUT_FORMATS.map((one) => `${one}[=FILE]`).join(", ") }),
  ]);

const render = async (context: CommandContext, { format, file }: Output, told: ToldRun, text: ((screen: Screen) => string) | undefined): Promise<string> => {
  const screen = screenFor(context, file === undefined ? context.ports.terminal.stdout : ON_PAPER, told.document.language);
  const options: RunReportOptions = { language: screen.language, timeZone: screen.timeZone, place: await placeOf(context) };
  switch (format) {
    case "text":
      return text?.(screen) ?? (await import("../views/run/run-text.ts")).renderRunText(told, screen);
    case "json":
      return (await import("../views/safe-json.ts")).safeJson(told.drift ?? told.review ?? told.document);
    case "markdown":
    case "github-summary":
      return (await import("../views/run/run-markdown.ts")).renderRunMarkdown(told, options);
    case "ndjson":
      return (await import("../views/run/run-ndjson.ts")).renderRunNdjson(told);
    case "github":
      return (await import("../views/run/run-github.ts")).renderRunGithub(told, options);
    case "gitlab":
      return (await import("../views/run/run-gitlab.ts")).renderRunGitlab(told);
  }
};

/** Which configuration: the same wherever the repository is checked out. */
const placeOf = async (context: CommandContext): Promise<string> => relative(context.cwd, resolve(context.cwd, await entryOf(context)));

const writeOutput = async (context: CommandContext, { format, file, appends }: Output & { readonly file: string }, rendered: string, { document }: ToldRun): Promise<void> => {
  const { files, terminal } = context.ports;
  const path = resolve(context.cwd, file);
  await (appends ? files.append(path, rendered) : files.replace(path, rendered));
  const { language } = screenFor(context, terminal.stderr, document.language);
  if (!appends) terminal.stderr.write(`${runReportMessages(language).written(format, file)}\n`);
};

/** Annotations say what ended a run, where it stands in the file, after what was told before it did. */
const annotate = async (context: CommandContext, { all, written }: Outputs, { diagnostics, language }: ChorusError): Promise<void> => {
  for (const { file } of all.filter(({ format }) => format === "github")) {
    const screen = screenFor(context, context.ports.terminal.stderr, language);
    const text = (await import("../views/run/run-github.ts")).renderDiagnosticsGithub(diagnostics, screen.language);
    if (file === undefined) context.ports.terminal.stderr.write(text);
    else await context.ports.files[written.has(file) ? "append" : "replace"](resolve(context.cwd, file), text);
  }
};

const OUTPUT_FORMATS = ["text", "json", "markdown", "ndjson", "github", "github-summary", "gitlab"] as const;

type OutputFormat = (typeof OUTPUT_FORMATS)[number];

const SUMMARY_VARIABLE = "GITHUB_STEP_SUMMARY";

/** A file shows no colours and has no width of its own. */
const ON_PAPER = { isTerminal: false, width: 100, write: () => undefined };
