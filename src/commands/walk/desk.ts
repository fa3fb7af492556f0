import type { WalkEvent } from "../../apply/walk/walk.ts";
import type { Step } from "../../model/step.ts";
import type { Live } from "../../operations/live.ts";
import type { Underway } from "../../operations/observe-again.ts";
import type { Conversation } from "../../ports/ports.ts";
import { setScene, type Scene } from "../../views/text/scene.ts";
import { knownAuthor } from "../author.ts";
import { screenFor, type CommandContext, type Screen } from "../context.ts";

/** What a walk needs at hand: the person, the platforms, and who the person says to be. */
export interface Desk {
  readonly context: CommandContext;
  readonly person: Conversation;
  readonly live: Live;
  /** As given on the command line. */
  readonly by?: string;
}

/** A step that something is done about, and the run as it stands. */
export interface AtStep {
  readonly desk: Desk;
  readonly step: Step;
  readonly underway: Underway;
}

/** What came of something the walk asked for: the next event where it brings one, and the run where it changed. */
export interface Performed {
  readonly event?: WalkEvent;
  readonly underway?: Underway;
}

/** As wide as the terminal is now: it may have been resized. */
export const screenOf = ({ context }: Desk, { project }: Pick<Underway, "project">): Screen =>
  screenFor(context, context.ports.terminal.stdout, project.desired.language);

export const sceneOf = (desk: Desk, underway: Underway): Scene => setScene(underway.plan.document, screenOf(desk, underway));

export const say = ({ context }: Desk, text: string): void => context.ports.terminal.stdout.write(text);

/** Whose word it is; asked for where nothing tells. Undefined where the person does not say. */
export const nameOf = async (desk: Desk, ask: () => Promise<string | undefined>): Promise<string | undefined> =>
  (await knownAuthor(desk.context, desk.by)) ?? ask();
