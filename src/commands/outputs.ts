import { dirname, relative, resolve } from "node:path";
import { ChorusError } from "../diagnostics/chorus-error.ts";
import { diagnostic, type Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Language } from "../messages/language.ts";
import { runReportMessages } from "../messages/run-report-messages.ts";
import { defined } from "../model/defined.ts";
import type { Plan } from "../plan/plan.ts";
import { sealPlan } from "../plan/seal-plan.ts";
import type { RunEvent } from "../views/run/run-events.ts";
import type { RunReportOptions } from "../views/run/run-scene.ts";
import { sealedOf, type ToldRun } from "../views/run/told-run.ts";
import { entryOf, screenFor, type CommandContext, type Screen } from "./context.ts";
import { seenFrom } from "./seen-from.ts";

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
  /** Those that this run was told in. */
  readonly told: Set<Output>;
  /** Those that are told what happens while it happens. */
  readonly begun: Set<Output>;
}

export interface Output {
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
    if (error instanceof ChorusError) await tellFailure(context, outputs, error);
    throw error;
  }
};

/** The head of a run, then each thing that happens: a line at a time, for whoever follows the file. */
export const tellEvents = async (context: CommandContext, { all, begun }: Outputs, events: readonly RunEvent[]): Promise<void> => {
  const followed = all.filter(({ format }) => format === "ndjson");
  if (followed.length === 0) return;
  const lines = (await import("../views/run/run-ndjson.ts")).renderEvents(events);
  for (const output of followed) {
    await put(context, output, lines, begun.has(output));
    begun.add(output);
  }
};

/** What is told of a plan. Where that is a screen alone, it is let go of all the rest, which weighs more than the plan. */
export const toTell = ({ all }: Outputs, plan: Plan, isKept = false): PlanToTell =>
  isKept || all.some(({ format }) => format !== "text") ? { document: plan.document, sealed: sealPlan(plan) } : { document: plan.document };

export type PlanToTell = Pick<ToldRun, "document" | "sealed">;

/** @param text the run as text, for a screen; not asked for where the command tells it by itself */
export const tellRun = async (context: CommandContext, outputs: Outputs, told: ToldRun, text?: (screen: Screen) => string): Promise<void> => {
  const { terminal } = context.ports;
  const { language } = screenFor(context, terminal.stderr, told.document.language);
  for (const output of outputs.all) {
    const { format, file, appends } = output;
    if (format === "text" && file === undefined && text === undefined && outputs.isText) continue;
    const isBegun = outputs.begun.has(output);
    const rendered = isBegun ? await renderRest(told) : await render(context, output, told, text);
    await put(context, output, rendered, isBegun);
    outputs.told.add(output);
    if (file !== undefined && !appends) terminal.stderr.write(`${runReportMessages(language).written(format, file)}\n`);
  }
};

/** What is told of a run whose events were told as they happened. */
const renderRest = async (told: ToldRun): Promise<string> => {
  const [{ renderEvents }, { eventsAfter }] = await Promise.all([import("../views/run/run-ndjson.ts"), import("../views/run/run-events.ts")]);
  return renderEvents(eventsAfter(told));
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
  return { isText: streamed[0]?.format === "text", all, told: new Set(), begun: new Set() };
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
      return (await import("../views/safe-json.ts")).safeJson(told.drift ?? told.review ?? sealedOf(told));
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

const put = async ({ cwd, ports: { files, terminal } }: CommandContext, { format, file, appends }: Output, text: string, isBegun = false): Promise<void> => {
  if (file === undefined) (format === "github" ? terminal.stderr : terminal.stdout).write(text);
  else await files[appends || isBegun ? "append" : "replace"](resolve(cwd, file), text);
};

/**
 * What ended a run, for those who asked to be told in a form that can say so: annotations stand beside what was told before,
 * a log of events ends with it, and a file of JSON holds it where there is no document to hold.
 */
const tellFailure = async (context: CommandContext, { all, told, begun }: Outputs, { diagnostics: found, language: configured }: ChorusError): Promise<void> => {
  const diagnostics = seenFrom(context, found);
  const { language } = screenFor(context, context.ports.terminal.stderr, configured);
  for (const output of all) {
    const { format, file } = output;
    if (format === "github") await put(context, output, (await import("../views/run/run-github.ts")).renderDiagnosticsGithub(diagnostics, language), told.has(output));
    if (told.has(output)) continue;
    if (format === "ndjson") await put(context, output, await renderFailed(diagnostics, language), begun.has(output));
    // On stdout it is what every command says that was asked for JSON.
    if (format === "json" && file !== undefined) await put(context, output, (await import("../views/diagnostics.ts")).renderDiagnosticsJson(diagnostics, language));
  }
};

const renderFailed = async (diagnostics: readonly Diagnostic[], language: Language): Promise<string> => {
  const [{ renderEvents }, { runFailed }] = await Promise.all([import("../views/run/run-ndjson.ts"), import("../views/run/run-events.ts")]);
  return renderEvents([runFailed(diagnostics, language)]);
};

const OUTPUT_FORMATS = ["text", "json", "markdown", "ndjson", "github", "github-summary", "gitlab"] as const;

type OutputFormat = (typeof OUTPUT_FORMATS)[number];

const SUMMARY_VARIABLE = "GITHUB_STEP_SUMMARY";

/** A file shows no colours and has no width of its own. */
const ON_PAPER = { isTerminal: false, width: 100, write: () => undefined };
