import { cliMessages } from "../messages/cli-messages.ts";
import type { Language } from "../messages/language.ts";
import { openProject, type OpenOptions, type Project } from "../operations/open-project.ts";
import { selectionOf, type SelectionOptions } from "../operations/selection.ts";
import { wantedResources } from "../plan/plan.ts";
import { renderApplyEvents } from "../views/apply-text.ts";
import { entryOf, screenFor, trustOf, type CommandContext, type Screen } from "./context.ts";
import { placeFrom } from "./place-from.ts";

export interface OpenedProject {
  readonly project: Project;
  readonly language: Language;
}

/** Opens the configuration's project. Its warnings are counted on stderr: with thousands of clients there are many. */
export const openForCommand = async (
  context: CommandContext,
  options: Pick<OpenOptions, "live" | "newState" | "copy" | "lockTimeoutMs" | "few">,
  part: SelectionOptions = {},
): Promise<OpenedProject> => {
  const { ports } = context;
  const { stderr } = ports.terminal;
  const entry = await entryOf(context);
  const onRead = tellMany(context);
  const project = await openProject(ports, { entry, trust: trustOf(context), command: context.command, onRead, ...aboutOf(context, part), ...options });
  const screen = screenFor(context, stderr, project.desired.language);
  if (project.warnings > 0) stderr.write(`${cliMessages(screen.language).warnings(project.warnings)}\n`);
  return { project, language: screen.language };
};

/** With many structures what follows takes a while: nobody should wonder what goes on. Told once. */
const tellMany = (context: CommandContext): NonNullable<OpenOptions["onRead"]> => {
  let told = false;
  return ({ structures, language }) => {
    if (told || structures < MANY) return;
    told = true;
    const { stderr } = context.ports.terminal;
    stderr.write(`${cliMessages(screenFor(context, stderr, language).language).preparing(structures)}\n`);
  };
};

const MANY = 1000;

/** Of a run about a few things, nothing else is read of a state that has many. */
const aboutOf = ({ ports }: CommandContext, part: SelectionOptions): Pick<OpenOptions, "about"> =>
  part.target === undefined
    ? {}
    : {
        about: (desired) => {
          const nowMs = ports.clock.now();
          return wantedResources(desired, nowMs, selectionOf(part, (chosen) => wantedResources(desired, nowMs, chosen)));
        },
      };

/** What a run wrote, or that it wrote nothing. */
export const recordedLine = (context: Pick<CommandContext, "cwd">, place: string, subjects: number, screen: Screen): string =>
  subjects === 0
    ? `${cliMessages(screen.language).nothingRecorded}\n`
    : renderApplyEvents([{ event: "recorded", file: placeFrom(context, place), subjects }], screen);
