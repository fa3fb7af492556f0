import { parseAddress, type Address } from "../../model/address.ts";
import type { Records } from "../../model/condition.ts";
import type { Desired } from "../../model/desired.ts";
import { ENVIRONMENTS } from "../../model/environment.ts";
import type { Resource } from "../../model/resource.ts";
import { isAbout } from "../covers.ts";
import type { Stop } from "./review-document.ts";
import { stopOfEnds, type StopOptions } from "./stops.ts";

export interface Recorded {
  readonly records: Records;
  /** The structure, application or account of each record. */
  readonly subjects: ReadonlyMap<Address, Address>;
  /** Records of what is declared no more, which the next write drops. */
  readonly gone: readonly Address[];
}

/** What a run is about. */
export interface Wanted {
  readonly desired: Desired;
  readonly resources: readonly Resource[];
}

/**
 * The same stops where no revision is at hand to compare with: what was recorded stands for what was wanted before. One
 * whose exit is known to have begun lives no more, so that each is counted once.
 */
export const stopsOfRecords = (wanted: Wanted, recorded: Recorded, { allowEnds, maxChanges }: StopOptions): readonly Stop[] => {
  if (allowEnds === true && maxChanges === undefined) return [];
  const { records, subjects, gone } = recorded;
  const known = new Set([...records.keys()].map((address) => subjects.get(address) ?? address));
  const living = livingOf(known, records);
  const isEnding = endingIn(wanted, new Set(gone.map((address) => subjects.get(address) ?? address)));
  const changed = new Set([
    ...[...living].filter(isEnding),
    ...wanted.resources.filter((one) => isOther(one, records.get(one.address), known.has(one.subject))).map(({ subject }) => subject),
  ]);
  return [
    ...(allowEnds === true ? [] : ENVIRONMENTS.flatMap((environment) => {
      const structures = [...living].filter((subject) => subject.startsWith(`${environment}/structure/`));
      return stopOfEnds(environment, structures.filter(isEnding).length, structures.length);
    })),
    ...(maxChanges === undefined || changed.size <= maxChanges ? [] : [{ stop: "changes" as const, changes: changed.size, limit: maxChanges }]),
  ];
};

/** Whose exit is not known to have begun: a structure's may be told by its own account alone. */
const livingOf = (known: ReadonlySet<Address>, records: Records): ReadonlySet<Address> => {
  const leaving = [...records.values()].filter(({ conditions }) => conditions.some(({ type }) => type === "Left"));
  const begun = new Set(leaving.map(({ address }) => whoseOf(address)));
  return new Set([...known].filter((subject) => !begun.has(whoseOf(subject))));
};

/** What is declared no more, what leaves now, and the structure of what leaves. */
const endingIn = ({ desired, resources }: Wanted, removed: ReadonlySet<Address>): ((subject: Address) => boolean) => {
  const leaving = resources.filter(({ lifecycle }) => lifecycle === "leaving");
  const subjects = new Set(leaving.map(({ subject }) => subject));
  const whose = new Set(leaving.map(({ address }) => whoseOf(address)));
  return (subject) => {
    if (removed.has(subject) || subjects.has(subject)) return true;
    const { environment, kind, names: [name = ""] } = parseAddress(subject) ?? { names: [] };
    if (environment === undefined || kind !== "structure" || !whose.has(whoseOf(subject))) return false;
    return desired.environments[environment]?.structures[name]?.etat === "sortant";
  };
};

/** `production/lyon`: the structure of a raccordement or a rattachement, or whoever an account or an application is called after. */
const whoseOf = (address: Address): string => {
  const parts = parseAddress(address);
  return `${parts?.environment ?? ""}/${parts?.names.at(-1) ?? ""}`;
};

/** Of a subject that nothing is known of, or about something else than what is known under its name. */
const isOther = (resource: Resource, record: ReturnType<Records["get"]>, isKnown: boolean): boolean => {
  if (resource.lifecycle === "paused") return false;
  return record === undefined ? !isKnown : !isAbout(record, resource);
};
