import type { Applied } from "../../apply/apply-plan.ts";
import { walkMessages } from "../../messages/walk-messages.ts";
import { defined } from "../../model/defined.ts";
import type { Live } from "../../operations/live.ts";
import { goOnFrom } from "../../operations/observe-again.ts";
import type { Project } from "../../operations/open-project.ts";
import type { Plan } from "../../plan/plan.ts";
import type { Conversation } from "../../ports/ports.ts";
import type { CommandContext } from "../context.ts";
import { screenOf, type Desk } from "./desk.ts";
import { walkThrough } from "./walk-through.ts";

export interface GuideOptions {
  readonly actor?: string;
  readonly nonInteractive?: boolean;
  readonly by?: string;
}

interface Begun {
  readonly project: Project;
  /** As it was before anything was written. */
  readonly plan: Plan;
  readonly live: Live;
}

/**
 * Takes whoever sits before the terminal through the steps that are left after an apply.
 *
 * @returns the plan as it then is; undefined where nobody sits there, or nothing is to be done by hand
 */
export const guide = async (
  context: CommandContext,
  { project, plan, live }: Begun,
  applied: Applied,
  { actor, nonInteractive, by }: GuideOptions,
): Promise<{ readonly plan: Plan; readonly interrupted: boolean } | undefined> => {
  if (!applied.plan.document.steps.some(({ mode }) => mode === "manual")) return undefined;
  const person = nonInteractive === true ? undefined : await personAt(context);
  if (person === undefined) return undefined;
  const desk: Desk = defined({ context, person, live, by });
  const from = await goOnFrom(project, plan, applied, context.ports);
  const { underway, interrupted } = await walkThrough(desk, from, actor);
  const { terminal } = context.ports;
  if (interrupted) terminal.stderr.write(`${walkMessages(screenOf(desk, underway).language).interrupted}\n`);
  return { plan: underway.plan, interrupted };
};

/** Nobody sits before a job of CI, whatever terminal it has, and none can be drawn on that does nothing but print. */
const personAt = async ({ ports, signal }: CommandContext): Promise<Conversation | undefined> =>
  (ports.variables["CI"] ?? "") !== "" || ports.variables["TERM"] === "dumb" ? undefined : ports.terminal.converse(signal);
