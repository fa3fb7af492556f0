import { GUIDES } from "../../catalogue/guides/guides.ts";
import type { Actor, Step } from "../../model/step.ts";
import { actorName } from "./names.ts";
import type { Scene } from "./scene.ts";
import { unbroken } from "./wrap.ts";

/** Steps that one person does in one portal, one after the other. */
export interface Session {
  readonly actor: Actor;
  readonly steps: readonly Step[];
}

export const toSessions = (steps: readonly Step[]): readonly Session[] => {
  const sessions: { readonly key: string; readonly actor: Actor; readonly steps: Step[] }[] = [];
  for (const step of steps) {
    const key = [step.environment, step.mode, step.portal, step.actor.role, step.actor.name].join("\u0000");
    const last = sessions.at(-1);
    if (last?.key === key) last.steps.push(step);
    else sessions.push({ key, actor: step.actor, steps: [step] });
  }
  return sessions;
};

/** Who, where, for how long, with what at hand. */
export const sessionHeading = ({ actor, steps }: Session, scene: Scene): string => {
  const [first] = steps;
  const who = actorName(actor, scene);
  const { plan } = scene.words;
  if (first?.portal === undefined) return `${who} · ${plan.byChorus}`;
  const where = plan.portals[first.portal][first.environment];
  const duration = sessionDuration({ steps });
  const secondFactor = first.portal === "chorus-pro" && first.environment === "production";
  const session = secondFactor ? plan.sessionWithSecondFactor(duration) : plan.session(duration);
  // The dot goes to the next line with what it announces.
  return `${who} ${unbroken("· ")}${where} ${unbroken(`· ${session}`)}`;
};

export const sessionDuration = ({ steps }: Pick<Session, "steps">): string => {
  const minutes = steps.reduce((sum, { action, items }) => {
    const { once, each } = GUIDES[action].minutes;
    return sum + once + each * items.length;
  }, 0);
  return minutes < HOURS_FROM ? `${Math.max(1, minutes)} min` : `${Math.ceil(minutes / 60)} h`;
};

const HOURS_FROM = 100;
