import type { Actor } from "./step.ts";
import { withoutAccents } from "./without-accents.ts";

/**
 * Whom somebody means where something is sent or written down, by the closest reading that anybody answers to: the name
 * or a client's code as written, else without its case and accents, the label, the role, words of the label. Several
 * people are more than was meant: it is for the caller to say so.
 */
export const selectActors = (people: readonly Actor[], asked: string): readonly Actor[] => {
  const found = closest(people, asked);
  // Who has a label of its own is kept of those who are the same.
  const distinct = new Map([...found, ...found.filter(hasOwnLabel)].map((actor) => [personKey(actor), actor]));
  return [...distinct.values()].toSorted((a, b) => (personKey(a) < personKey(b) ? -1 : 1));
};

/** The steps of whom somebody means, for a list: of a role, those that are done in it. */
export const stepsMeant = <S extends { readonly actor: Actor }>(steps: readonly S[], asked: string): readonly S[] => {
  const found = closest(steps.map(({ actor }) => actor), asked);
  const role = plain(asked);
  if (found.every((actor) => actor.role === role)) return steps.filter(({ actor }) => found.includes(actor));
  const meant = new Set(found.map(personKey));
  return steps.filter(({ actor }) => meant.has(personKey(actor)));
};

/** Those of the first reading that anybody answers to. */
const closest = (people: readonly Actor[], asked: string): readonly Actor[] =>
  READINGS.map((reads) => people.filter((actor) => reads(actor, asked.trim()))).find(({ length }) => length > 0) ?? [];

/** Tells people apart: a client is one, whatever portal its people act in. */
export const personKey = ({ role, name = "", client }: Actor): string => (client === undefined ? `${role} ${name}` : `gestionnaire ${client}`);

/** Whether it is the same person's to do. */
export const isSamePerson = (a: Actor, b: Actor): boolean => personKey(a) === personKey(b);

/** That of a client's PISTE account says only its address. */
const hasOwnLabel = ({ client, label }: Actor): boolean => client === undefined && label !== undefined;

const plain = (text: string): string => withoutAccents(text.trim().toLowerCase());

const READINGS: readonly ((actor: Actor, asked: string) => boolean)[] = [
  ({ name, client }, asked) => asked === (client ?? name),
  ({ label }, asked) => label === asked,
  ({ name }, asked) => name !== undefined && plain(name) === plain(asked),
  ({ label }, asked) => label !== undefined && plain(label) === plain(asked),
  ({ role }, asked) => role === plain(asked),
  // Words of the label that is shown; not of an address.
  ({ label = "" }, asked) => asked !== "" && !label.includes("@") && ` ${plain(label)}`.includes(` ${plain(asked)}`),
];
