import { relative } from "node:path";
import { ChorusError } from "../diagnostics/chorus-error.ts";
import type { UsageProblem } from "../diagnostics/codes.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import { defined } from "../model/defined.ts";
import { planOffline } from "../operations/plan.ts";
import { note, type NoteRequest } from "../operations/requests.ts";
import { renderNoted } from "../views/requests-noted.ts";
import { authorOf } from "./author.ts";
import { screenFor, type CommandContext } from "./context.ts";
import { DONE } from "./exit-code.ts";
import { openForCommand } from "./open-run.ts";
import { refuseSecrets } from "./refuse-secrets.ts";
import { addressesOf } from "../operations/selection.ts";

export interface NoteOptions {
  readonly by?: string;
  readonly note?: string;
  readonly refused?: boolean;
  readonly blocked?: string;
  readonly unblocked?: boolean;
  readonly done?: boolean;
}

/** `chorus note ADDRESS…`: what came of a request: refused, blocked, said to be done, or a word. */
export const run = async (context: CommandContext, args: readonly string[], options: NoteOptions): Promise<number> => {
  const { clock, files, terminal } = context.ports;
  const event = eventOf(options);
  const { project } = await openForCommand(context, { live: false });
  const nowMs = clock.now();
  const plan = planOffline(project, nowMs);
  const addresses = addressesOf(args, plan.document.resources.map(({ address }) => address));
  const by = await authorOf(context, options.by);
  await refuseSecrets(context, project, { "--by": by, "--note": options.note, "--blocked": options.blocked });
  const noted = await note(project.folder, plan, files, defined({ addresses, event, reason: options.blocked?.trim(), note: options.note, nowMs, by }));
  const screen = screenFor(context, terminal.stdout, project.desired.language);
  terminal.stdout.write(renderNoted({ ...noted, file: relative(context.cwd, noted.file) }, screen));
  return DONE;
};

/** One thing came of it; none of them and no word is nothing to note. */
const eventOf = ({ refused, blocked, unblocked, done, note: text }: NoteOptions): NoteRequest["event"] => {
  const given = [
    ...(refused === true ? (["refused"] as const) : []),
    ...(blocked === undefined ? [] : (["blocked"] as const)),
    ...(unblocked === true ? (["unblocked"] as const) : []),
    ...(done === true ? (["done"] as const) : []),
  ];
  const [event, ...others] = given;
  if (others.length > 0) throw wrong("contradictory", given.map((name) => `--${name}`).join(", "));
  if (blocked?.trim() === "") throw wrong("missing-value", "--blocked");
  if (event !== undefined) return event;
  if (text === undefined || text.trim() === "") throw wrong("missing-option", "--note");
  return "noted";
};

const wrong = (problem: UsageProblem, value: string): ChorusError => new ChorusError([diagnostic("CHR-USAGE", "error", { problem, value })]);
