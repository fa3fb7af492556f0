import { relative } from "node:path";
import { ChorusError } from "../diagnostics/chorus-error.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import { cliMessages } from "../messages/cli-messages.ts";
import { attest } from "../operations/attest.ts";
import { wantedResources } from "../plan/plan.ts";
import { renderAttested } from "../views/attest-text.ts";
import { screenFor, type CommandContext } from "./context.ts";
import { DONE } from "./exit-code.ts";
import { openForCommand } from "./live-run.ts";
import { expandBraces, unknownAddress } from "./selection.ts";

export interface AttestOptions {
  readonly by?: string;
  readonly seen?: string;
  readonly evidence?: string;
  readonly at?: string;
  readonly until?: string;
}

/** `chorus attest ADDRESS…`: a person's word on what no API tells. The next apply weighs it. */
export const run = async (context: CommandContext, args: readonly string[], options: AttestOptions): Promise<number> => {
  const { clock, files, terminal } = context.ports;
  const { project, language } = await openForCommand(context, { live: false });
  const wanted = wantedResources(project.desired, clock.now());
  const byAddress = new Map(wanted.map((resource) => [resource.address as string, resource]));
  const resources = args.flatMap(expandBraces).map((address) => {
    const resource = byAddress.get(address);
    if (resource === undefined) throw unknownAddress(address, [...byAddress.keys()]);
    return resource;
  });
  const { by: _, seen: __, ...given } = options;
  const { file, attestations } = await attest(project, files, {
    resources,
    by: await authorOf(context, options.by),
    seen: await sightOf(context, options.seen, cliMessages(language).askSeen),
    nowMs: clock.now(),
    ...given,
  });
  const screen = screenFor(context, terminal.stdout, project.desired.language);
  terminal.stdout.write(renderAttested(relative(context.cwd, file), attestations, screen));
  return DONE;
};

/** Whose word it is: a word without a name is worth nothing. */
const authorOf = async ({ ports, cwd }: CommandContext, given: string | undefined): Promise<string> => {
  if (given !== undefined && given.trim() !== "") return given;
  try {
    const { exitCode, stdout } = await ports.processes.run(["git", "config", "user.name"], { cwd, timeoutMs: 5000 });
    if (exitCode === 0 && stdout.trim() !== "") return stdout.trim();
  } catch {
    // No git: then the name must be given.
  }
  throw new ChorusError([diagnostic("CHR-USAGE", "error", { problem: "missing-option", value: "--by" })]);
};

/** What was seen, in the person's words: asked for at a terminal, needed without one. */
const sightOf = async ({ ports }: CommandContext, given: string | undefined, question: string): Promise<string> => {
  const seen = given ?? (await ports.terminal.ask(question));
  if (seen !== undefined && seen.trim() !== "") return seen.trim();
  throw new ChorusError([diagnostic("CHR-USAGE", "error", { problem: "missing-option", value: "--seen" })]);
};
