import { join, resolve } from "node:path";
import { ChorusError } from "../diagnostics/chorus-error.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import { cliMessages } from "../messages/cli-messages.ts";
import { planOffline } from "../operations/plan.ts";
import type { Project } from "../operations/open-project.ts";
import { readGestionnaires, type GestionnaireLine } from "../config/csv/gestionnaires.ts";
import { setScene, type Scene } from "../views/text/scene.ts";
import { renderWorklistCsv } from "../views/worklist/worklist-csv.ts";
import { renderWorklistHtml } from "../views/worklist/worklist-html.ts";
import { renderWorklistMarkdown } from "../views/worklist/worklist-markdown.ts";
import { renderWorklistText } from "../views/worklist/worklist-text.ts";
import { clientsAsked, toWorklist, type Worklist } from "../views/worklist/worklist.ts";
import { screenFor, type CommandContext } from "./context.ts";
import { DONE } from "./exit-code.ts";
import { requireActor } from "./known-actor.ts";
import { openForCommand } from "./live-run.ts";

export interface WorklistOptions {
  readonly actor?: string;
  readonly each?: string;
  readonly out?: string;
  readonly format?: string;
}

/** `chorus worklist`: what people outside have to do, written for them, on what was last recorded. It sends nothing. */
export const run = async (context: CommandContext, _args: readonly string[], options: WorklistOptions): Promise<number> => {
  const { terminal, files, clock } = context.ports;
  const { project, language } = await openForCommand(context, { live: false });
  const { document } = planOffline(project, clock.now());
  requireActor(options.actor, project.desired, document);
  const scene = setScene(document, screenFor(context, terminal.stdout, project.desired.language));
  const people = await peopleOf(context, project);
  const worklists = namesOf(options, scene).map((name) => toWorklist(name, scene, { ...personOf(people.get(name)), ...contactOf(project) }));
  if (worklists.length === 0) terminal.stderr.write(`${cliMessages(language).nobodyToAsk}\n`);
  const format = options.format ?? "text";
  if (options.out === undefined) {
    terminal.stdout.write(format === "csv" ? renderWorklistCsv(worklists, scene.words) : worklists.map((one) => render(one, format, scene)).join("\n"));
    return DONE;
  }
  const folder = resolve(context.cwd, options.out);
  const pages = format === "csv" ? [["worklists.csv", renderWorklistCsv(worklists, scene.words)] as const] : worklists.map((one) => [`${fileNameOf(one.name)}.${EXTENSIONS[format]}`, render(one, format, scene)] as const);
  for (const [name, text] of pages) await files.replace(join(folder, name), text);
  terminal.stderr.write(`${cliMessages(language).worklistsWritten(pages.length, options.out)}\n`);
  return DONE;
};

const render = (worklist: Worklist, format: string, { language, words }: Scene): string => {
  if (format === "html") return renderWorklistHtml(worklist, language);
  return format === "markdown" ? renderWorklistMarkdown(worklist, words) : renderWorklistText(worklist, words);
};

const EXTENSIONS: Readonly<Record<string, string>> = { html: "html", markdown: "md", text: "txt" };

const namesOf = ({ actor, each, out }: WorklistOptions, scene: Scene): readonly string[] => {
  if (actor !== undefined && each === undefined) return [actor];
  if (each === undefined || actor !== undefined) throw new ChorusError([diagnostic("CHR-USAGE", "error", { problem: "missing-option", value: "--actor, --each" })]);
  if (out === undefined) throw new ChorusError([diagnostic("CHR-USAGE", "error", { problem: "missing-option", value: "--out" })]);
  return clientsAsked(scene);
};

/** Names and addresses, where the configuration says in which file they are. */
const peopleOf = async ({ ports }: CommandContext, { desired, folder }: Project): Promise<ReadonlyMap<string, GestionnaireLine>> => {
  const file = desired.clients?.gestionnaires;
  if (file === undefined) return new Map();
  const people = await readGestionnaires(resolve(folder, file), ports.files);
  if (people === undefined) ports.terminal.stderr.write(`${cliMessages(desired.language ?? "fr").noGestionnaires(file)}\n`);
  return people ?? new Map();
};

const personOf = (person: GestionnaireLine | undefined): Pick<Worklist, "person"> => (person === undefined ? {} : { person });

const contactOf = ({ desired: { contacts } }: Project): Pick<Worklist, "contact"> => {
  const [contact] = Object.values(contacts);
  return contact === undefined ? {} : { contact };
};

/** A client's code is the name of a file: what no file system takes is written otherwise. */
const fileNameOf = (name: string): string => name.replaceAll(/[^\p{L}\p{N}._-]+/gu, "-").replace(/^[.-]+/, "") || "client";
