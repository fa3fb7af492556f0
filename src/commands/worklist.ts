import { resolve } from "node:path";
import { ChorusError } from "../diagnostics/chorus-error.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Language } from "../messages/language.ts";
import { cliMessages } from "../messages/cli-messages.ts";
import { countBy, type Count } from "../model/count.ts";
import { onPage, pagePlace, type Page } from "../model/page.ts";
import { planOffline } from "../operations/plan.ts";
import { selectionOf, type SelectionOptions } from "../operations/selection.ts";
import { writeWorklists, type NewFile } from "../operations/worklist-files.ts";
import { whereOf } from "../plan/selection.ts";
import { narrowPlan } from "../plan/where/narrow-plan.ts";
import type { Project } from "../operations/open-project.ts";
import { renderCount, renderPage } from "../views/count.ts";
import { setScene, type Scene } from "../views/text/scene.ts";
import { fileNames } from "../views/worklist/file-names.ts";
import { recipientsNamed, toRecipients, type Recipient } from "../views/worklist/recipients.ts";
import { renderWorklistCsv } from "../views/worklist/worklist-csv.ts";
import { renderWorklistHtml } from "../views/worklist/worklist-html.ts";
import { renderWorklistMarkdown } from "../views/worklist/worklist-markdown.ts";
import { renderWorklistText } from "../views/worklist/worklist-text.ts";
import { toWorklist, type Worklist } from "../views/worklist/worklist.ts";
import { screenFor, type CommandContext } from "./context.ts";
import { DONE } from "./exit-code.ts";
import { peopleOf } from "./gestionnaires.ts";
import { requireActor } from "./known-actor.ts";
import { checkListOptions, pageOf, type ListCommandOptions } from "./list-options.ts";
import { openForCommand } from "./open-run.ts";

export interface WorklistOptions extends Pick<SelectionOptions, "where">, ListCommandOptions {
  readonly actor?: string;
  readonly each?: string;
  readonly out?: string;
  readonly format?: string;
}

/** `chorus worklist`: what people outside have to do, written for them, on what was last recorded. It sends nothing. */
export const run = async (context: CommandContext, _args: readonly string[], options: WorklistOptions): Promise<number> => {
  const { terminal, clock } = context.ports;
  checkOptions(options);
  const { project, language } = await openForCommand(context, { live: false });
  const where = whereOf(selectionOf(options, () => []));
  const plan = planOffline(project, clock.now());
  requireActor(options.actor, project.desired, plan.document);
  const { document } = where === undefined ? plan : narrowPlan(plan, where);
  const screen = screenFor(context, terminal.stdout, project.desired.language);
  const scene = setScene(document, screen);
  const chosen = choose(toRecipients(scene, project.desired), options);
  const all = await worklistsOf(context, project, chosen, scene, language);
  if (all.length === 0) terminal.stderr.write(`${noneText(chosen.length, where !== undefined, scene)}\n`);
  if (options.count === true) {
    terminal.stdout.write(renderCount(countOf(all), screen, options.format));
    return DONE;
  }
  const page = pageOf(options);
  if (page !== undefined) terminal.stderr.write(renderPage(pagePlace(all.length, page), screen));
  const pages = renderAll(all, options.format ?? "text", scene, page);
  if (options.out === undefined) terminal.stdout.write(together(pages, options.format));
  else await write(context, pages, options, language);
  return DONE;
};

/** What the messages tell step by step, by whom each is for. */
const countOf = (worklists: readonly Worklist[]): Count =>
  countBy(worklists.flatMap(({ name, sessions }) => sessions.flatMap(({ steps }) => steps.map(() => name))), (name) => name);

/** Of whom a filter leaves out, nothing is said. */
const noneText = (chosen: number, isFiltered: boolean, { words, language }: Scene): string => {
  if (chosen > 0) return cliMessages(language).nothingNow(chosen);
  return isFiltered ? words.plan.nothingFound : cliMessages(language).nobodyToAsk;
};

const checkOptions = (options: WorklistOptions): void => {
  const { actor, each, out, count, format = "text" } = options;
  const isCounted = count === true;
  const isWritten = format !== "text" && format !== "json";
  checkListOptions(options, { count: [out !== undefined && "--out", isWritten && `--format ${format}`], page: [] });
  const missing = [
    (actor === undefined) === (each === undefined) && "--actor, --each",
    each !== undefined && out === undefined && !isCounted && "--out",
    format === "json" && !isCounted && "--count",
  ].find((one) => one !== false);
  if (missing !== undefined) throw new ChorusError([diagnostic("CHR-USAGE", "error", { problem: "missing-option", value: missing })]);
};

/** Several people of one role: a message each, told apart; pages of HTML cannot be one file. */
const together = (pages: readonly { readonly text: string }[], format = "text"): string => {
  if (format === "html" && pages.length > 1) throw new ChorusError([diagnostic("CHR-USAGE", "error", { problem: "missing-option", value: "--out" })]);
  return pages.map(({ text }) => text).join(`\n${format === "markdown" ? "---" : "-".repeat(RULE)}\n\n`);
};

const choose = (all: readonly Recipient[], { actor }: WorklistOptions): readonly Recipient[] =>
  actor === undefined
    ? all.filter(({ client }) => client !== undefined).toSorted((one, other) => (one.name < other.name ? -1 : 1))
    : recipientsNamed(all, actor);

const worklistsOf = async (context: CommandContext, project: Project, recipients: readonly Recipient[], scene: Scene, language: Language): Promise<readonly Worklist[]> => {
  const people = await peopleOf(context, project, language);
  const { network, contacts } = project.desired;
  const [contact] = Object.values(contacts);
  return recipients.flatMap((recipient) => {
    const { client, replaces } = recipient;
    const person = client === undefined ? undefined : [client, ...replaces].map((code) => people.get(code)).find((one) => one !== undefined);
    const worklist = toWorklist(recipient, scene, { network, ...(person === undefined ? {} : { person }), ...(contact === undefined ? {} : { contact }) });
    return worklist === undefined ? [] : [worklist];
  });
};

const write = async (context: CommandContext, pages: readonly NewFile[], { out = "", each, where, format = "text", ...part }: WorklistOptions, language: Language): Promise<void> => {
  const { files, terminal } = context.ports;
  const words = cliMessages(language);
  const extension = EXTENSIONS[format] ?? ".txt";
  const { written, removed, changed } = await writeWorklists(resolve(context.cwd, out), pages, { files, isAll: each !== undefined && where === undefined && pageOf(part) === undefined, extension });
  terminal.stderr.write(`${words.worklistsWritten(written, out)}\n`);
  if (removed.length > 0) terminal.stderr.write(`${words.worklistsRemoved(removed)}\n`);
  if (changed.length > 0) terminal.stderr.write(`${words.worklistsStale(changed)}\n`);
};

/** A file a person, under the same name whichever page it is on; of the table, one for all. */
const renderAll = (all: readonly Worklist[], format: string, scene: Scene, page: Page | undefined): readonly NewFile[] => {
  const onIt = <T>(list: readonly T[]): readonly T[] => (page === undefined ? list : onPage(list, page));
  if (format === "csv") return [{ name: "worklists.csv", text: renderWorklistCsv(onIt(all), scene.words) }];
  const names = onIt(fileNames(all.map(({ name }) => name)));
  return onIt(all).map((one, index) => ({ name: `${names[index] ?? ""}${EXTENSIONS[format] ?? ""}`, text: render(one, format, scene) }));
};

const render = (worklist: Worklist, format: string, { language, words }: Scene): string => {
  if (format === "html") return renderWorklistHtml(worklist, language);
  return format === "markdown" ? renderWorklistMarkdown(worklist, words) : renderWorklistText(worklist, words);
};

const RULE = 72;

const EXTENSIONS: Readonly<Record<string, string>> = { html: ".html", markdown: ".md", text: ".txt", csv: ".csv" };
