import { relative } from "node:path";
import { ChorusError } from "../diagnostics/chorus-error.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import { cliMessages } from "../messages/cli-messages.ts";
import { attest, type AttestRequest } from "../operations/attest.ts";
import { checkEvidence } from "../operations/evidence/check-evidence.ts";
import { defined } from "../model/defined.ts";
import { wantedResources } from "../plan/plan.ts";
import { renderAttested } from "../views/attest-text.ts";
import { authorOf } from "./author.ts";
import { screenFor, type CommandContext } from "./context.ts";
import { DONE } from "./exit-code.ts";
import { openForCommand } from "./open-run.ts";
import { expandBraces, unknownAddress } from "../operations/selection.ts";

export interface AttestOptions {
  readonly by?: string;
  readonly seen?: string;
  /** A difference is accepted, for a reason. */
  readonly accept?: boolean;
  readonly reason?: string;
  readonly evidence?: string;
  readonly at?: string;
  readonly until?: string;
}

/** `chorus attest ADDRESS…`: a person's word on what no API tells, or that a difference is accepted. The next apply weighs it. */
export const run = async (context: CommandContext, args: readonly string[], options: AttestOptions): Promise<number> => {
  const { clock, terminal } = context.ports;
  const { project, language } = await openForCommand(context, { live: false });
  const wanted = wantedResources(project.desired, clock.now());
  const byAddress = new Map(wanted.map((resource) => [resource.address as string, resource]));
  const resources = args.flatMap(expandBraces).map((address) => {
    const resource = byAddress.get(address);
    if (resource === undefined) throw unknownAddress(address, [...byAddress.keys()]);
    return resource;
  });
  const by = await authorOf(context, options.by);
  const word = await wordOf(context, options, cliMessages(language).askSeen);
  const texts = "seen" in word ? { "--by": by, "--seen": word.seen } : { "--by": by, "--reason": word.accepted };
  const checked = await checkEvidence(project, context.ports, { texts, evidence: options.evidence, cwd: context.cwd });
  const { at, until } = options;
  const evidence = checked?.reference;
  const { file, attestations } = await attest(project, context.ports, defined({ resources, by, word, evidence, at, until, nowMs: clock.now() }));
  const screen = screenFor(context, terminal.stdout, project.desired.language);
  terminal.stdout.write(renderAttested({ file: relative(context.cwd, file), attestations, unread: checked?.isUnread === true ? options.evidence : undefined }, screen));
  return DONE;
};

/** What was seen; or why it may be otherwise, which holds until a date that the person gives. */
const wordOf = async (context: CommandContext, { accept, reason, until, seen }: AttestOptions, question: string): Promise<AttestRequest["word"]> => {
  if (accept !== true && reason === undefined) return { seen: await sightOf(context, seen, question) };
  if (accept !== true) throw missing("--accept");
  if (reason === undefined || reason.trim() === "") throw missing("--reason");
  if (until === undefined) throw missing("--until");
  return { accepted: reason.trim() };
};

/** What was seen, in the person's words: asked for at a terminal, needed without one. */
const sightOf = async ({ ports }: CommandContext, given: string | undefined, question: string): Promise<string> => {
  const seen = given ?? (await ports.terminal.ask(question));
  if (seen !== undefined && seen.trim() !== "") return seen.trim();
  throw missing("--seen");
};

const missing = (value: string): ChorusError => new ChorusError([diagnostic("CHR-USAGE", "error", { problem: "missing-option", value })]);
