import { join } from "node:path";
import { ChorusError } from "../diagnostics/chorus-error.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import { initMessages } from "../messages/init-messages.ts";
import type { Topology } from "../model/desired.ts";
import { nameByDefault, type Answers } from "../operations/init/answers.ts";
import { CI_FILES } from "../operations/init/ci-files.gen.js";
import { checkFiles } from "../operations/init/check-files.ts";
import { practiceFiles, PRACTICE_ANSWERS, SCENARIO_FILE, VARIABLES_FILE } from "../operations/init/practice.ts";
import { putLines, putNew, type Put } from "../operations/init/put-files.ts";
import { MERGED_FILES, nameMergeDriver, repositoryOf } from "../operations/init/repository.ts";
import { writeConfiguration } from "../operations/init/write-configuration.ts";
import { renderPut } from "../views/init-text.ts";
import { screenFor, type CommandContext } from "./context.ts";
import { CANCELLED, DONE } from "./exit-code.ts";
import { askAnswers, missingAnswers, type Given } from "./init/ask-answers.ts";

export interface InitOptions extends Given {
  readonly name?: string;
  readonly ci?: string;
  readonly practice?: boolean;
  readonly port?: string;
}

/** `chorus init`: a first configuration and what a repository needs beside it. What is there stays; run again, it adds what lacks. */
export const run = async (context: CommandContext, _args: readonly string[], options: InitOptions): Promise<number> => {
  const { files, terminal } = context.ports;
  const screen = screenFor(context, terminal.stdout);
  const words = initMessages(screen.language);
  const hasConfiguration = (await files.stat(join(context.cwd, CONFIG_FILE))) !== undefined;
  if (options.practice === true && hasConfiguration) throw usage("contradictory", `--practice, ${CONFIG_FILE}`);
  const port = portOf(options.port);
  const answers = options.practice === true ? PRACTICE_ANSWERS : hasConfiguration ? undefined : await answersOf(context, options);
  if (answers === "left") return CANCELLED;
  const put: Put[] = [];
  if (answers === undefined) put.push({ file: CONFIG_FILE, outcome: "kept" });
  else {
    const wanted = writeConfiguration(answers, screen.language, words);
    await checkFiles(files, context.cwd, wanted);
    put.push(...(await putNew(files, context.cwd, wanted)));
  }
  if (options.practice === true) put.push(...(await putNew(files, context.cwd, practiceFiles(PRACTICE_ANSWERS, port, context.ports.clock.now()))));
  put.push(await putLines(files, context.cwd, ".gitignore", [".chorus/", ...(options.practice === true ? [VARIABLES_FILE] : [])]));
  const { more, notes } = await besideGit(context, options);
  const next = options.practice === true ? words.practiceNext(SCENARIO_FILE, VARIABLES_FILE, port) : words.next;
  terminal.stdout.write(renderPut({ put: [...put, ...more], notes, next }, screen));
  return DONE;
};

/** What Git and its forge need: how the files are merged, and the pipeline. */
const besideGit = async (context: CommandContext, { ci }: InitOptions): Promise<{ readonly more: readonly Put[]; readonly notes: readonly string[] }> => {
  const { files, processes, terminal } = context.ports;
  const words = initMessages(screenFor(context, terminal.stdout).language);
  const repository = await repositoryOf(context.cwd, processes);
  if (repository === undefined) return { more: [], notes: [words.noRepository] };
  const attributes = await putLines(files, context.cwd, ".gitattributes", MERGED_FILES);
  const notes = [words.drivers[await nameMergeDriver(context.cwd, processes)]];
  const forge = ci === "github" || ci === "gitlab" ? ci : ci === undefined ? repository.forge : undefined;
  if (forge === undefined || !repository.isTop) {
    const why = forge === undefined ? words.noForge : words.notTop;
    return { more: [attributes], notes: ci === "none" ? notes : [...notes, why] };
  }
  const pipeline = await putNew(files, context.cwd, CI_FILES[forge]);
  const isIncluded = pipeline.every(({ file, outcome }) => file !== ".gitlab-ci.yml" || outcome !== "kept");
  return { more: [attributes, ...pipeline], notes: isIncluded ? notes : [...notes, words.includeGitlab] };
};

const answersOf = async (context: CommandContext, options: InitOptions): Promise<Answers | "left"> => {
  const given: Given = Object.fromEntries(QUESTIONS.flatMap((name) => (options[name] === undefined ? [] : [[name, options[name]]])));
  const missing = missingAnswers(given);
  const person = missing.length === 0 ? undefined : await context.ports.terminal.converse(context.signal);
  if (missing.length > 0 && person === undefined) throw usage("missing-option", missing.map((name) => `--${name}`).join(", "));
  const answered = person === undefined ? given : await askAnswers(person, given, screenFor(context, context.ports.terminal.stdout));
  if (answered === undefined) return "left";
  const topology = answered.topology as Topology;
  const of = (name: (typeof QUESTIONS)[number]): string => answered[name] ?? "";
  return {
    topology,
    name: options.name ?? nameByDefault(topology),
    piste: of("piste"),
    application: of("application"),
    siret: of("siret").replaceAll(/\s/g, ""),
    contact: of("contact"),
    telephone: of("telephone"),
    editeur: of("editeur"),
    solution: of("solution"),
  };
};

const portOf = (text = DEFAULT_PORT): number => {
  if (/^\d{1,5}$/.test(text) && Number(text) > 0 && Number(text) < 65_536) return Number(text);
  throw new ChorusError([diagnostic("CHR-USAGE", "error", { problem: "invalid-argument", value: text, of: "--port" })]);
};

const usage = (problem: "contradictory" | "missing-option", value: string): ChorusError =>
  new ChorusError([diagnostic("CHR-USAGE", "error", { problem, value })]);

const QUESTIONS = ["topology", "piste", "application", "siret", "contact", "telephone", "editeur", "solution"] as const;
const CONFIG_FILE = "chorus.config.yaml";
const DEFAULT_PORT = "4180";
