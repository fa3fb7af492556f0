import type { CompteTechnique, Desired, DesiredEnvironment, Named } from "../../model/desired.ts";
import { environmentsOf } from "../../model/environments-of.ts";
import type { Frame, Placed } from "./piece.ts";

/**
 * What every piece of a configuration is joined with. Where its hosts are is left out: from it, nothing is asked of them.
 *
 * @param many more things of one sort than this are with the pieces that need them
 */
export const frameOf = (desired: Desired, many = MANY): Frame => {
  const wanted = environmentsOf(desired);
  return {
    desired: {
      ...desired,
      comptesPiste: {},
      contacts: {},
      gestionnaires: {},
      environments: Object.fromEntries(wanted.map(({ environment }) => [environment, NOTHING])),
    },
    contacts: unlessMany(desired.contacts, many),
    gestionnaires: gestionnairesOf(desired, many),
    environments: wanted.map(({ environment, wanted: { applications, comptesTechniques } }) => ({
      environment,
      applications: unlessMany(applications, many),
      comptesTechniques: accountsOf(comptesTechniques, many),
    })),
  };
};

const NOTHING: DesiredEnvironment = { applications: {}, structures: {}, comptesTechniques: {}, raccordements: {} };

/** Where many are, each structure needs a few of them: then these are with its piece. */
const unlessMany = <T>(named: Named<T>, many: number): Placed<T> => {
  const all = Object.entries(named);
  return all.length > many ? [] : all.map(([name, value], place) => [place, name, value]);
};

/** The first by name acts where none is named. */
const gestionnairesOf = ({ gestionnaires }: Desired, many: number): Frame["gestionnaires"] => {
  const names = Object.keys(gestionnaires);
  const first = names.toSorted()[0];
  const acting = first === undefined ? undefined : gestionnaires[first];
  const few = unlessMany(gestionnaires, many);
  return few.length > 0 || first === undefined || acting === undefined ? few : [[names.indexOf(first), first, acting]];
};

const accountsOf = (accounts: Named<CompteTechnique>, many: number): Placed<CompteTechnique> => {
  const operator = operatorOf(accounts);
  return Object.entries(accounts).flatMap(([name, account], place) =>
    name === operator || account.couvre.length > many ? [[place, name, { ...account, couvre: [] }] as const] : [],
  );
};

/** As `structureEntries` chooses it: the first by name of those that are no client's and call through an application. */
const operatorOf = (accounts: Named<CompteTechnique>): string | undefined => {
  let chosen: string | undefined;
  for (const [name, { client, application }] of Object.entries(accounts)) {
    if (client === undefined && application !== undefined && (chosen === undefined || name < chosen)) chosen = name;
  }
  return chosen;
};

const MANY = 50;
