import { ChorusError } from "../diagnostics/chorus-error.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import { defined } from "../model/defined.ts";
import type { Desired } from "../model/desired.ts";
import { selectActors } from "../model/select-actors.ts";
import type { Actor } from "../model/step.ts";
import type { PlanDocument } from "../plan/plan-document.ts";

/**
 * The one person whom `--actor` means. One whom nobody answers to ends the run: nothing to do would look fine. So does one
 * who may be several: each would get, or be noted as asked, what is another's. Who is known may well have nothing to do.
 */
export const requireActor = (asked: string | undefined, { gestionnaires }: Desired, { steps, resources }: PlanDocument): Actor | undefined => {
  if (asked === undefined) return undefined;
  const people: readonly Actor[] = [
    ...steps.map(({ actor }) => actor),
    ...Object.entries(gestionnaires).map(([name, { nom }]): Actor => ({ role: "gestionnaire", name, label: nom })),
    ...resources.flatMap(({ client }): readonly Actor[] => (client === undefined ? [] : [{ role: "gestionnaire", name: client }])),
  ];
  const [found, ...others] = selectActors(people, asked);
  if (found !== undefined && others.length === 0) return found;
  const [problem, shown] = found === undefined ? (["invalid-argument", people] as const) : (["ambiguous", [found, ...others]] as const);
  const known = [...new Set(shown.flatMap(nameOf))].toSorted();
  const allowed = known.length === 0 ? undefined : known.slice(0, MOST_NAMES).join(", ");
  throw new ChorusError([diagnostic("CHR-USAGE", "error", defined({ problem, value: asked, of: "--actor", allowed }))]);
};

/** What to type instead, and whose it is. */
const nameOf = ({ name, label }: Actor): string | readonly string[] =>
  name === undefined || label === undefined || name === label ? (label ?? name ?? []) : `${name} (${label})`;

const MOST_NAMES = 10;
