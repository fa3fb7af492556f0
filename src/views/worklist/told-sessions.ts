import type { Network } from "../../catalogue/environments.ts";
import type { Step } from "../../model/step.ts";
import { sessionDuration, toSessions, type Session } from "../text/sessions.ts";
import type { Scene } from "../text/scene.ts";
import type { Recipient } from "./recipients.ts";
import { toldStep, type WorklistStep } from "./told-step.ts";

/** What is done in one portal without getting up. */
export interface WorklistSession {
  readonly heading: string;
  /** Where to begin. */
  readonly url?: string;
  /** What must be at hand to begin; what another of its steps takes is told there. */
  readonly needs: readonly string[];
  readonly steps: readonly WorklistStep[];
}

/** The steps with the numbers that they have in the whole message. What was said of one is not said again of another. */
export const toldSessions = (steps: readonly Step[], recipient: Recipient, scene: Scene, network: Network, first: number): readonly WorklistSession[] => {
  const said = new Set<string>();
  const { leads } = scene.words.worklist;
  let number = first;
  return toSessions(steps).map((session) => {
    const told = session.steps.map((step) => toldStep(step, number++, { recipient, scene, network }));
    const [url] = told.flatMap((one) => one.url ?? []);
    return {
      heading: headingOf(session, scene),
      ...(url === undefined ? {} : { url }),
      needs: fresh(told[0]?.needs ?? [], said),
      steps: told.map(({ step, url: own, needs, trouble }) => ({
        ...step,
        parts: [
          ...withLines(leads.where, own === undefined || own === url ? [] : [own]),
          ...withLines(leads.needs, fresh(needs, said)),
          ...step.parts,
          ...withLines(leads.wrong, fresh(trouble, said)),
        ],
      })),
    };
  });
};

const headingOf = ({ steps }: Pick<Session, "steps">, { words }: Scene): string => {
  const [first] = steps;
  const where = first?.portal === undefined ? "" : words.plan.portals[first.portal][first.environment];
  return words.worklist.session(`${where.charAt(0).toUpperCase()}${where.slice(1)}`, sessionDuration({ steps }));
};

const fresh = (texts: readonly string[], said: Set<string>): readonly string[] => texts.filter((text) => !said.has(text) && said.add(text));

const withLines = (lead: string, texts: readonly string[]): WorklistStep["parts"] => (texts.length === 0 ? [] : [{ lead, lines: texts.map((text) => ({ text })) }]);
