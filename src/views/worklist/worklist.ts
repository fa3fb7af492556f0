import type { Contact } from "../../model/desired.ts";
import type { Network } from "../../catalogue/environments.ts";
import type { Step } from "../../model/step.ts";
import { groupBy } from "../../model/group-by.ts";
import { actorName } from "../text/names.ts";
import type { Scene } from "../text/scene.ts";
import { distinctValues } from "../text/step-values.ts";
import { toldNow, type Told, type Waiting } from "./due-now.ts";
import { openingOf } from "./opening.ts";
import type { Recipient } from "./recipients.ts";
import { toldTitle } from "./told-step.ts";
import { byStructure, toldAround } from "./told-around.ts";
import { toldSessions, type WorklistSession } from "./told-sessions.ts";

/** What one person outside has to do, and nothing else: the content of a message, whatever its form. */
export interface Worklist {
  /** The client's code, else the actor's name: for the name of a file and for mail merge, never in what is read. */
  readonly name: string;
  /** What the message calls them. */
  readonly label: string;
  /** Who it is for; from a file outside of Git, and in the message alone. */
  readonly person?: Person;
  /** Who asks. */
  readonly contact?: Contact;
  /** What it is about, and whether it was asked before. */
  readonly opening: readonly string[];
  readonly sessions: readonly WorklistSession[];
  /** The same steps structure by structure, for paper: what is done for several is told for each. */
  readonly pages: readonly WorklistPage[];
  /** Addresses of ours that it names in its texts, the longest first: where a password is left. */
  readonly links: readonly string[];
  /** What cannot be done yet. */
  readonly later: readonly LaterStep[];
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

export interface LaterStep {
  readonly title: string;
  readonly until: string;
}

export interface WorklistOptions extends Pick<Worklist, "person" | "contact"> {
  readonly network: Network;
}

/** The worklist of one recipient; undefined where nothing can be asked of him today. */
export const toWorklist = (recipient: Recipient, on: Scene, { person, contact, network }: WorklistOptions): Worklist | undefined => {
  const scene: Scene = { ...on, everyValue: true };
  const told = toldNow(recipient, scene);
  if (told.now.length === 0 && told.blocked.length === 0) return undefined;
  return {
    name: recipient.name,
    label: recipient.label,
    ...(person === undefined ? {} : { person }),
    ...(contact === undefined ? {} : { contact }),
    opening: openingOf(recipient, told, scene),
    sessions: [...toldSessions(told.now, recipient, scene, network, 1), ...toldAround(told.blocked, recipient, scene, told.now.length + 1)],
    pages: pagesOf(told, recipient, scene, network),
    links: [...new Set([...told.now, ...told.blocked.map(({ step }) => step)].flatMap((step) => distinctValues(step, "depot")))].toSorted((one, other) => other.length - one.length),
    later: told.later.map((waiting) => laterStep(waiting, recipient, scene)),
  };
};

/** A page a structure, in the order in which each is first met. */
const pagesOf = ({ now, blocked }: Told, recipient: Recipient, scene: Scene, network: Network): readonly WorklistPage[] => {
  const parts = now.flatMap((step) =>
    [...groupBy(step.items, ({ arguments: { structure = "" } }) => structure)].map(([structure, items]) => ({ structure, step: { ...step, items } })));
  const structures = [...groupBy([...parts, ...blocked.flatMap(byStructure)], ({ structure }) => structure)];
  let first = 1;
  return structures.map(([structure, of]) => {
    const steps = of.flatMap((one) => ("reason" in one ? [] : [one.step]));
    const around = of.flatMap((one) => ("reason" in one ? [one] : []));
    const sessions = [...toldSessions(steps, recipient, scene, network, first), ...toldAround(around, recipient, scene, first + steps.length)];
    first += sessions.reduce((sum, session) => sum + session.steps.length, 0);
    if (structure === "" || structures.length < 2) return { sessions };
    return { structure: pageTitle(structure, of.map(({ step }) => step), recipient), sessions };
  });
};

/** A client is not told our code for his structure. */
const pageTitle = (structure: string, steps: readonly Step[], { client, label }: Recipient): string => {
  const name = client === undefined ? structure : label;
  // In each environment it has another.
  const [identifier, ...others] = new Set(steps.flatMap(({ items }) => items.flatMap((item) => item.arguments["identifiant"] ?? [])));
  return identifier === undefined || others.length > 0 ? name : `${name} (${identifier})`;
};

const laterStep = ({ step, until, awaited }: Waiting, recipient: Recipient, scene: Scene): LaterStep => {
  const { later } = scene.words.worklist;
  if (until !== "others") return { title: toldTitle(step, recipient, scene), until: later[until] };
  // Whoever works for us may know what for; a client is told of nobody else.
  const what = awaited.map((one) => `${toldTitle(one, recipient, scene)} (${actorName(one.actor, scene)})`);
  return { title: toldTitle(step, recipient, scene), until: recipient.client === undefined ? later.others(what) : later.us };
};
