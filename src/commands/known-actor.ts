import { ChorusError } from "../diagnostics/chorus-error.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import { defined } from "../model/defined.ts";
import type { Desired } from "../model/desired.ts";
import { selectActors } from "../model/select-actors.ts";
import type { Actor } from "../model/step.ts";
import type { PlanDocument } from "../plan/plan-document.ts";

/**
 * Whom `--actor` means: one person, or everybody of a role that is named as such. A word that nobody answers to ends the
 * run: nothing to do would look fine. So does one that several people answer to: each would get what is another's. Who is
 * known may well have nothing to do.
 */
export const requireActor = (asked: string | undefined, desired: Desired, document: PlanDocument): readonly Actor[] => {
  if (asked === undefined) return [];
  const people = peopleOf(desired, document);
  const found = selectActors(people, asked);
  if (found.length === 0) throw refused("invalid-argument", asked, people);
  if (found.length > 1 && found.some(({ role }) => role !== asked.trim())) throw refused("ambiguous", asked, found);
  return found;
};

/** The one person whom `--actor` means, where something is noted of it: a role that several have is not one. */
export const requireOneActor = (asked: string | undefined, desired: Desired, document: PlanDocument): Actor | undefined => {
  const found = requireActor(asked, desired, document);
  if (asked !== undefined && found.length > 1) throw refused("ambiguous", asked, found);
  return found[0];
};

const peopleOf = ({ gestionnaires }: Desired, { steps, resources }: PlanDocument): readonly Actor[] => [
  ...steps.map(({ actor }) => actor),
  ...Object.entries(gestionnaires).map(([name, { nom }]): Actor => ({ role: "gestionnaire", name, label: nom })),
  ...resources.flatMap(({ client }): readonly Actor[] => (client === undefined ? [] : [{ role: "gestionnaire", name: client }])),
];

const refused = (problem: "invalid-argument" | "ambiguous", asked: string, people: readonly Actor[]): ChorusError => {
  const labelled = new Set(people.flatMap(({ name, label }) => (label === undefined ? [] : (name ?? []))));
  const known = [...new Set(people.filter(({ name = "", label }) => label !== undefined || !labelled.has(name)).flatMap(nameOf))].toSorted();
  const allowed = known.length === 0 ? undefined : known.slice(0, MOST_NAMES).join(", ");
  return new ChorusError([diagnostic("CHR-USAGE", "error", defined({ problem, value: asked, of: "--actor", allowed }))]);
};

/** What to type instead, and whose it is. */
const nameOf = ({ name, label }: Actor): string | readonly string[] =>
  name === undefined || label === undefined || name === label ? (label ?? name ?? []) : `${name} (${label})`;

const MOST_NAMES = 10;
