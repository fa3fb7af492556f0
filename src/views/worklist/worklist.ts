import { isActor } from "../../model/is-actor.ts";
import type { Contact } from "../../model/desired.ts";
import { groupBy } from "../../model/group-by.ts";
import type { Step } from "../../model/step.ts";
import type { Line } from "../text/layout.ts";
import { sessionHeading, toSessions } from "../text/sessions.ts";
import type { Scene } from "../text/scene.ts";
import { stepEntries, type Entry } from "../text/step-body.ts";
import { stepTitle } from "../text/step-title.ts";

/** What one person outside has to do, and nothing else: the content of a message, whatever its form. */
export interface Worklist {
  /** The client's code, or the actor as he was named. */
  readonly name: string;
  /** Who it is for; from a file outside of Git, and in the message alone. */
  readonly person?: Person;
  /** Who asks. */
  readonly contact?: Contact;
  readonly sessions: readonly WorklistSession[];
  /** The same steps structure by structure, for paper: what is done for several is told for each. */
  readonly pages: readonly WorklistPage[];
}

export interface WorklistPage {
  /** Name and identifier; absent where all of it is about one. */
  readonly structure?: string;
  readonly sessions: readonly WorklistSession[];
}

export interface Person {
  readonly nom?: string;
  readonly email?: string;
  readonly telephone?: string;
}

export interface WorklistSession {
  readonly heading: string;
  readonly steps: readonly WorklistStep[];
}

export interface WorklistStep {
  readonly number: number;
  readonly title: string;
  readonly parts: readonly WorklistPart[];
}

/** `before`, `do`, `keep`, `after`: a word at the left, and what is said beside it; a value has its field's label. */
export interface WorklistPart {
  readonly lead: string;
  readonly lines: readonly { readonly label?: string; readonly text: string }[];
}

/** The worklist of one actor; without steps where nothing is asked of him now. */
export const toWorklist = (actor: string, scene: Scene, { person, contact }: Pick<Worklist, "person" | "contact">): Worklist => {
  const steps = scene.document.steps.filter((step) => isAsked(step) && isActor(step.actor, actor));
  return {
    name: actor,
    ...(person === undefined ? {} : { person }),
    ...(contact === undefined ? {} : { contact }),
    sessions: sessionsOf(steps, scene),
    pages: pagesOf(steps, scene),
  };
};

const sessionsOf = (steps: readonly Step[], scene: Scene): readonly WorklistSession[] =>
  toSessions(steps).map((session) => ({
    heading: sessionHeading(session, scene),
    steps: session.steps.map((step, index) => toStep(step, index + 1, scene)),
  }));

/** A page a structure, in the order in which each is first met. */
const pagesOf = (steps: readonly Step[], scene: Scene): readonly WorklistPage[] => {
  const parts = steps.flatMap((step) =>
    [...groupBy(step.items, ({ arguments: { structure = "" } }) => structure)].map(([structure, items]) => ({ structure, step: { ...step, items } })));
  const byStructure = [...groupBy(parts, ({ structure }) => structure)];
  if (byStructure.length < 2) return [{ sessions: sessionsOf(steps, scene) }];
  return byStructure.map(([structure, of]) => {
    // In each environment it has another.
    const [identifier, ...others] = new Set(of.flatMap(({ step }) => step.items.flatMap((item) => item.arguments["identifiant"] ?? [])));
    const sessions = sessionsOf(of.map(({ step }) => step), scene);
    return structure === "" ? { sessions } : { structure: identifier === undefined || others.length > 0 ? structure : `${structure} (${identifier})`, sessions };
  });
};

/** The clients of whose people something is asked, in the order of their codes. */
export const clientsAsked = ({ document, resources }: Scene): readonly string[] =>
  [...new Set(document.steps.filter(isAsked).flatMap(({ items }) => items.map(({ address }) => resources.get(address)?.client)))]
    .filter((code) => code !== undefined)
    .toSorted();

const isAsked = ({ mode, actor }: Step): boolean => mode === "manual" && actor.role === "gestionnaire";

const toStep = (step: Step, number: number, scene: Scene): WorklistStep => ({
  number,
  title: stepTitle(step, scene),
  parts: stepEntries(step, [], scene).filter(({ lead }) => SHOWN.has(lead)).map((entry) => ({
    lead: scene.words.plan.leads[entry.lead],
    lines: entry.lines.map(toLine),
  })),
});

const toLine = ({ leads = [], text }: Line): { readonly label?: string; readonly text: string } => {
  const label = leads.map((lead) => lead.text).join(" ").trim();
  return label === "" ? { text } : { label, text };
};

/** What is for the person who acts; what was seen, and what proves it, is for us. */
const SHOWN: ReadonlySet<Entry["lead"]> = new Set(["before", "do", "keep", "after"]);
