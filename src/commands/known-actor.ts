import { ChorusError } from "../diagnostics/chorus-error.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import { defined } from "../model/defined.ts";
import type { Desired } from "../model/desired.ts";
import { isActor } from "../model/is-actor.ts";
import type { Actor } from "../model/step.ts";
import type { PlanDocument } from "../plan/plan-document.ts";

/** An actor whom nobody answers to ends the run: nothing to do would look fine. Who is known may well have nothing to do. */
export const requireActor = (asked: string | undefined, { gestionnaires }: Desired, { steps, resources }: PlanDocument): void => {
  if (asked === undefined) return;
  const people: readonly Actor[] = [
    ...steps.map(({ actor }) => actor),
    ...Object.entries(gestionnaires).map(([name, { nom }]): Actor => ({ role: "gestionnaire", name, label: nom })),
    ...resources.flatMap(({ client }): readonly Actor[] => (client === undefined ? [] : [{ role: "gestionnaire", name: client }])),
  ];
  if (people.some((actor) => isActor(actor, asked))) return;
  const known = [...new Set(people.flatMap(({ name, label }) => label ?? name ?? []))].toSorted();
  const allowed = known.length === 0 ? undefined : known.slice(0, MOST_NAMES).join(", ");
  throw new ChorusError([diagnostic("CHR-USAGE", "error", defined({ problem: "invalid-argument", value: asked, of: "--actor", allowed }))]);
};

const MOST_NAMES = 10;
