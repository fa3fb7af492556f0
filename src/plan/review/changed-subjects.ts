import { parseAddress, type Address } from "../../model/address.ts";
import { defined } from "../../model/defined.ts";
import type { Desired, Structure } from "../../model/desired.ts";
import { groupBy } from "../../model/group-by.ts";
import type { Assessed } from "../assess.ts";
import { digestOf } from "../digest.ts";
import type { Plan } from "../plan.ts";
import type { SubjectChange } from "./review-document.ts";
import { sameNames, type SameNames } from "./same-names.ts";

/** The structures, applications and accounts of which something else is wanted now, by address. */
export const changedSubjects = (before: Plan, now: Plan, names: SameNames): readonly SubjectChange[] => {
  const [old, wanted] = [bySubject(before, names), bySubject(now)];
  return [...new Set([...old.keys(), ...wanted.keys()])].toSorted().flatMap((subject) => {
    const pair = {
      names,
      before: { desired: before.input.desired, meaning: old.get(subject) },
      now: { desired: now.input.desired, meaning: wanted.get(subject) },
    };
    const change = changeOf(subject, pair);
    return change === undefined ? [] : [change];
  });
};

interface Side {
  readonly desired: Desired;
  /** Everything that is wanted of a subject, in short; absent: nothing is. */
  readonly meaning: string | undefined;
}

const bySubject = ({ assessed }: Plan, names: SameNames = sameNames([])): ReadonlyMap<Address, string> =>
  new Map([...groupBy(assessed, ({ resource }) => names.address(resource.subject))].map(([subject, all]) => [subject, meaningOf(all, names)]));

const meaningOf = (assessed: readonly Assessed[], names: SameNames): string =>
  digestOf(
    assessed
      .map(({ resource: { address, spec, lifecycle } }) => [names.address(address), lifecycle, names.value(spec)] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );

const changeOf = (subject: Address, { names, before, now }: { readonly names: SameNames; readonly before: Side; readonly now: Side }): SubjectChange | undefined => {
  const parts = parseAddress(subject);
  if (parts === undefined) return undefined;
  const { environment, kind, names: [name = ""] } = parts;
  const structureOf = ({ desired }: Side, called: string) => (kind === "structure" ? desired.environments[environment]?.structures[called] : undefined);
  const [was, is] = [structureOf(before, names.before(name)), structureOf(now, name)];
  const common = { subject, environment, kind, name, client: (is ?? was)?.client, identifiant: (is ?? was)?.identifiant };
  if (now.meaning === undefined) return defined({ ...common, change: "removed" });
  const replaced = replacedBy(was, is);
  if (replaced !== undefined) return defined({ ...common, change: "identifier", before: replaced });
  if (before.meaning === undefined) return defined({ ...common, change: "added" });
  if (is?.etat === "sortant" && was?.etat !== "sortant") return defined({ ...common, change: "leaving" });
  return before.meaning === now.meaning ? undefined : defined({ ...common, change: "changed" });
};

/** The SIRET, or the structure, in whose place another comes. */
const replacedBy = (was: Structure | undefined, is: Structure | undefined): string | undefined => {
  if (is === undefined) return undefined;
  if (was === undefined) return is.remplace;
  return was.identifiant === is.identifiant ? undefined : was.identifiant;
};
