import { resolve } from "node:path";
import { ChorusError } from "../diagnostics/chorus-error.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Language } from "../messages/language.ts";
import { cliMessages } from "../messages/cli-messages.ts";
import { planOffline } from "../operations/plan.ts";
import { selectionOf, type SelectionOptions } from "../operations/selection.ts";
import { writeWorklists } from "../operations/worklist-files.ts";
import { whereOf } from "../plan/selection.ts";
import { narrowPlan } from "../plan/where/narrow-plan.ts";
import type { Project } from "../operations/open-project.ts";
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
import { openForCommand } from "./open-run.ts";

export interface WorklistOptions extends Pick<SelectionOptions, "where"> {
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
  const scene = setScene(document, screenFor(context, terminal.stdout, project.desired.language));
  const chosen = choose(toRecipients(scene, project.desired), options);
  const worklists = await worklistsOf(context, project, chosen, scene, language);
  if (worklists.length === 0) terminal.stderr.write(`${noneText(chosen.length, where !== undefined, scene)}\n`);
  if (options.out === undefined) terminal.stdout.write(together(renderAll(worklists, options.format ?? "text", scene), options.format));
  else await write(context, worklists, options, scene, language);
  return DONE;
};

/** Of whom a filter leaves out, nothing is said. */
const noneText = (chosen: number, isFiltered: boolean, { words, language }: Scene): string => {
  if (chosen > 0) return cliMessages(language).nothingNow(chosen);
  return isFiltered ? words.plan.nothingFound : cliMessages(language).nobodyToAsk;
};

const checkOptions = ({ actor, each, out }: WorklistOptions): void => {
  const missing = (actor === undefined) === (each === undefined) ? "--actor, --each" : each !== undefined && out === undefined ? "--out" : undefined;
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

const write = async (context: CommandContext, worklists: readonly Worklist[], { out = "", each, where, format = "text" }: WorklistOptions, scene: Scene, language: Language): Promise<void> => {
  const { files, terminal } = context.ports;
  const words = cliMessages(language);
  const extension = EXTENSIONS[format] ?? ".txt";
  const { written, removed, changed } = await writeWorklists(resolve(context.cwd, out), renderAll(worklists, format, scene), { files, isAll: each !== undefined && where === undefined, extension });
  terminal.stderr.write(`${words.worklistsWritten(written, out)}\n`);
  if (removed.length > 0) terminal.stderr.write(`${words.worklistsRemoved(removed)}\n`);
  if (changed.length > 0) terminal.stderr.write(`${words.worklistsStale(changed)}\n`);
};

/** A file a person; of the table, one for all. */
const renderAll = (worklists: readonly Worklist[], format: string, scene: Scene): readonly { readonly name: string; readonly text: string }[] => {
  if (format === "csv") return [{ name: "worklists.csv", text: renderWorklistCsv(worklists, scene.words) }];
  const names = fileNames(worklists.map(({ name }) => name));
  return worklists.map((one, index) => ({ name: `${names[index] ?? ""}${EXTENSIONS[format] ?? ""}`, text: render(one, format, scene) }));
};

const render = (worklist: Worklist, format: string, { language, words }: Scene): string => {
  if (format === "html") return renderWorklistHtml(worklist, language);
  return format === "markdown" ? renderWorklistMarkdown(worklist, words) : renderWorklistText(worklist, words);
};

const RULE = 72;

const EXTENSIONS: Readonly<Record<string, string>> = { html: ".html", markdown: ".md", text: ".txt", csv: ".csv" };
