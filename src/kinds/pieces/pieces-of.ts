import type { CompteTechnique, Desired, DesiredEnvironment, Named, Raccordement, Structure } from "../../model/desired.ts";
import { environmentsOf } from "../../model/environments-of.ts";
import { addTo, groupBy } from "../../model/group-by.ts";
import type { Frame, Piece, Placed } from "./piece.ts";

/** A configuration's pieces, one for each structure of each environment, to be joined with its frame. */
export function* piecesOf(desired: Desired, frame: Frame): Generator<Piece> {
  const contacts = chooser(desired.contacts, frame.contacts);
  const gestionnaires = chooser(desired.gestionnaires, frame.gestionnaires);
  for (const { environment, wanted } of environmentsOf(desired)) {
    const framed = frame.environments.find((one) => one.environment === environment);
    const on = onStructures(wanted, new Set(framed?.comptesTechniques.map(([, name]) => name)));
    const applications = chooser(wanted.applications, framed?.applications ?? []);
    for (const [name, structure] of Object.entries(wanted.structures)) {
      const successor = structure.etat === "sortant" ? on.successors.get(name) : undefined;
      const names = successor === undefined || successor === name ? [name] : [name, successor];
      const structures = names.flatMap((one) => on.structures.get(one) ?? []);
      const raccordements = names.flatMap((one) => on.raccordements.get(one) ?? []);
      yield {
        environment,
        name,
        structures,
        raccordements,
        comptesTechniques: names.flatMap((one) => on.comptesTechniques.get(one) ?? []),
        covered: names.flatMap((one) => on.covered.get(one) ?? []),
        applications: applications(raccordements.map(([, , { application }]) => application)),
        contacts: contacts(raccordements.map(([, , { contact }]) => contact)),
        gestionnaires: gestionnaires(structures.map(([, , { gestionnaire }]) => gestionnaire)),
      };
    }
  }
}

interface OnStructures {
  readonly structures: ReadonlyMap<string, Placed<Structure>>;
  /** By the name of the one that is replaced; of several that replace it the last, as `successorsIn` has it. */
  readonly successors: ReadonlyMap<string, string>;
  readonly raccordements: ReadonlyMap<string, Placed<Raccordement>>;
  /** Each with what it covers cut down to that structure. */
  readonly comptesTechniques: ReadonlyMap<string, Placed<CompteTechnique>>;
  readonly covered: ReadonlyMap<string, Piece["covered"]>;
}

const onStructures = (wanted: DesiredEnvironment, framed: ReadonlySet<string>): OnStructures => {
  const structures = new Map<string, Placed<Structure>>();
  const successors = new Map<string, string>();
  for (const [place, [name, structure]] of Object.entries(wanted.structures).entries()) {
    structures.set(name, [[place, name, structure]]);
    if (structure.remplace !== undefined) successors.set(structure.remplace, name);
  }
  const raccordements = new Map<string, Placed<Raccordement>[number][]>();
  for (const [place, [name, raccordement]] of Object.entries(wanted.raccordements).entries()) {
    addTo(raccordements, raccordement.structure, [place, name, raccordement]);
  }
  const comptesTechniques = new Map<string, Placed<CompteTechnique>[number][]>();
  const covered = new Map<string, Piece["covered"][number][]>();
  for (const [place, [name, account]] of Object.entries(wanted.comptesTechniques).entries()) {
    // What is written twice is declared twice.
    for (const [structure, couvre] of groupBy(account.couvre, (one) => one)) {
      if (framed.has(name)) addTo(covered, structure, [name, couvre]);
      else addTo(comptesTechniques, structure, [place, name, { ...account, couvre }]);
    }
  }
  return { structures, successors, raccordements, comptesTechniques, covered };
};

/** Those of these names that the frame lacks. */
const chooser = <T>(named: Named<T>, framed: Placed<T>): ((names: readonly (string | undefined)[]) => Placed<T>) => {
  const known = new Set(framed.map(([, name]) => name));
  const placed = new Map<string | undefined, Placed<T>[number]>();
  for (const [place, [name, value]] of Object.entries(named).entries()) if (!known.has(name)) placed.set(name, [place, name, value]);
  return (names) =>
    [...new Set(names)].flatMap((name) => {
      const one = placed.get(name);
      return one === undefined ? [] : [one];
    });
};
