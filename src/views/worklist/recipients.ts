import type { Desired } from "../../model/desired.ts";
import { addTo } from "../../model/group-by.ts";
import type { Actor, Step, StepAction, StepItem } from "../../model/step.ts";
import { isSamePerson, selectActors } from "../../model/select-actors.ts";
import type { Scene } from "../text/scene.ts";
import { actorName } from "../text/names.ts";
import { clientsIn, type ClientFacts } from "./clients.ts";

/** One person, or one client's people, with the steps that are theirs and nobody else's. */
export interface Recipient {
  /** A client's code, else the name of the actor. */
  readonly name: string;
  /** What the message calls them. */
  readonly label: string;
  readonly actor: Actor;
  readonly client?: string;
  /** Clients whose successor this one is: what is left of them is told in the same message, in its order. */
  readonly replaces: readonly string[];
  /** In the plan's order, with the things that are theirs. */
  readonly steps: readonly Step[];
}

/** Everybody who has something to do by hand. A client is known by the code that the plan gives to his things, never by a word. */
export const toRecipients = (scene: Scene, desired: Desired): readonly Recipient[] => {
  const clients = clientsIn(desired);
  const found = new Map<string, { readonly who: Who; readonly items: Map<Step, StepItem[]> }>();
  for (const step of scene.document.steps) {
    if (step.mode !== "manual") continue;
    for (const item of step.items) {
      for (const who of peopleFor(step, scene.resources.get(item.address)?.client, clients)) {
        const key = keyOf(who);
        const one = found.get(key) ?? { who, items: new Map<Step, StepItem[]>() };
        found.set(key, one);
        addTo(one.items, step, item);
      }
    }
  }
  return [...found.values()].map(({ who, items }) => ({
    ...nameOf(who, clients, scene),
    actor: who.actor,
    steps: [...items].map(([step, own]) => ({ ...step, items: own })),
  }));
};

/** Those whom a word means: a client's code or a name as it is written before a role, a role before a part of a name. */
export const recipientsNamed = (all: readonly Recipient[], asked: string): readonly Recipient[] => {
  const exact = all.filter(({ name, client }) => (client ?? name) === asked);
  if (exact.length > 0) return exact;
  const replacing = all.filter(({ replaces }) => replaces.includes(asked));
  if (replacing.length > 0) return replacing;
  const meant = selectActors(all.flatMap(actorsOf), asked);
  return all.filter((one) => actorsOf(one).some((actor) => meant.some((other) => isSamePerson(actor, other))));
};

/** Under every name that a word may mean. */
const actorsOf = ({ actor, label, steps }: Recipient): readonly Actor[] => [actor, { ...actor, label }, ...steps.map((step) => step.actor)];

interface Who {
  readonly actor: Actor;
  readonly client?: string;
}

/** What a client's own PISTE account does is the client's too; what ours does for him is ours. */
const peopleFor = (step: Step, client: string | undefined, clients: ClientFacts): readonly Who[] => {
  const { actor, action } = step;
  const toClient = (code: string): readonly Who[] =>
    clients.isLeaving(code) && clients.successorOf(code) !== code && !KEPT_FOR_LEAVERS.has(action) ? [] : [{ actor, client: clients.successorOf(code) }];
  if (actor.role === "gestionnaire" && client !== undefined) return toClient(client);
  const owners = actor.role === "piste" ? clients.ownersOf(actor.name ?? "") : [];
  if (owners.length === 0) return [{ actor }];
  return client !== undefined && owners.includes(client) ? toClient(client) : owners.flatMap(toClient);
};

const keyOf = ({ actor: { role, name = "" }, client }: Who): string => (client === undefined ? `${role}\u0000${name}` : `\u0000${client}`);

const nameOf = ({ actor, client }: Who, clients: ClientFacts, scene: Scene): Pick<Recipient, "name" | "label" | "client" | "replaces"> =>
  client === undefined
    ? { name: actor.name ?? actor.role, label: actorName(actor, scene), replaces: [] }
    : { name: client, label: clients.nomOf(client) ?? client, client, replaces: clients.replacedBy(client) };

/** Of a SIRET that another replaces nothing is made anew: it is kept going until the other works, then closed. */
const KEPT_FOR_LEAVERS: ReadonlySet<StepAction> = new Set(["reset-password", "remove-raccordement", "retire-compte-technique", "detach-structure"]);
