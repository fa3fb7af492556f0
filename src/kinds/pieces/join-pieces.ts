import type { CompteTechnique, Desired, DesiredEnvironment, Named } from "../../model/desired.ts";
import type { Frame, FrameEnvironment, Piece, Placed } from "./piece.ts";

/** A configuration in which no more is wanted than is on the structures of some pieces. On these it wants the same. */
export const joinPieces = ({ desired, contacts, gestionnaires, environments }: Frame, pieces: readonly Piece[]): Desired => ({
  ...desired,
  contacts: together([...contacts, ...pieces.flatMap((piece) => piece.contacts)]),
  gestionnaires: together([...gestionnaires, ...pieces.flatMap((piece) => piece.gestionnaires)]),
  environments: Object.fromEntries(
    environments.map((framed) => [framed.environment, joinEnvironment(framed, pieces.filter(({ environment }) => environment === framed.environment))]),
  ),
});

const joinEnvironment = (framed: FrameEnvironment, pieces: readonly Piece[]): DesiredEnvironment => {
  const accounts = new Map(framed.comptesTechniques.map((one) => [one[1], one]));
  const covering = pieces
    .flatMap(({ covered }) => covered)
    .flatMap(([name, couvre]): Placed<CompteTechnique> => {
      const account = accounts.get(name);
      return account === undefined ? [] : [[account[0], name, { ...account[2], couvre }]];
    });
  return {
    applications: together([...framed.applications, ...pieces.flatMap(({ applications }) => applications)]),
    structures: together(pieces.flatMap(({ structures }) => structures)),
    comptesTechniques: together([...framed.comptesTechniques, ...covering, ...pieces.flatMap(({ comptesTechniques }) => comptesTechniques)], bothCover),
    raccordements: together(pieces.flatMap(({ raccordements }) => raccordements)),
  };
};

/** In their order among all. Several pieces may bring the same thing. */
const together = <T>(placed: Placed<T>, merge: (one: T, other: T) => T = (one) => one): Named<T> => {
  const all = new Map<string, Placed<T>[number]>();
  for (const [place, name, value] of placed) {
    const known = all.get(name);
    all.set(name, [place, name, known === undefined ? value : merge(known[2], value)]);
  }
  // Inherits nothing: `constructor` may be a name.
  const named = Object.create(null) as Record<string, T>;
  for (const [, name, value] of [...all.values()].toSorted(([a], [b]) => a - b)) named[name] = value;
  return named;
};

const bothCover = (one: CompteTechnique, other: CompteTechnique): CompteTechnique => ({
  ...one,
  couvre: [...one.couvre, ...other.couvre.filter((name) => !one.couvre.includes(name))],
});
