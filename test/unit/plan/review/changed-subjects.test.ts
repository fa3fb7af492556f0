import { expect, it } from "vitest";
import type { Desired, Moved, Structure } from "../../../../src/model/desired.ts";
import type { Plan } from "../../../../src/plan/plan.ts";
import { changedSubjects } from "../../../../src/plan/review/changed-subjects.ts";
import { sameNames } from "../../../../src/plan/review/same-names.ts";
import { resourceAt } from "../../../support/hand-made.ts";

interface Side {
  /** In production: of each, what differs from an active one with one SIRET. */
  readonly structures?: Readonly<Record<string, Partial<Structure>>>;
  /** What is wanted at addresses beside the structures', each with its subject. */
  readonly others?: readonly (readonly [address: string, subject: string, more?: object])[];
}

const planOf = ({ structures = {}, others = [] }: Side): Plan => {
  const declared = Object.fromEntries(Object.entries(structures).map(([name, more]) => [name, { identifiant: "1", type: "SIRET", etat: "actif", ...more }]));
  const production = Object.keys(declared).length === 0 ? {} : { production: { structures: declared } };
  const own = Object.entries(declared).map(([name, { identifiant, etat }]) => resourceAt(`production/structure/${name}`, { spec: { identifiant, etat } }));
  const all = [...own, ...others.map(([address, subject, more]) => resourceAt(address, { subject, ...more }))];
  return { input: { desired: { environments: production } as unknown as Desired }, assessed: all.map((resource) => ({ resource })) } as unknown as Plan;
};

const changes = (before: Side, now: Side, moved: readonly Moved[] = []) => changedSubjects(planOf(before), planOf(now), sameNames(moved));

const LYON = { subject: "production/structure/lyon", environment: "production", kind: "structure", name: "lyon", identifiant: "1" };
const APP = "production/application/lyon";
const application = { subject: APP, environment: "production", kind: "application", name: "lyon" };

it.each<readonly [string, Side, Side, readonly object[]]>([
  ["the same", { structures: { lyon: {} } }, { structures: { lyon: {} } }, []],
  ["a new one, in an environment that was none", {}, { structures: { lyon: { client: "C1" } } }, [{ ...LYON, client: "C1", change: "added" }]],
  ["one that is declared no more", { structures: { lyon: { client: "C1" } } }, {}, [{ ...LYON, client: "C1", change: "removed" }]],
  ["another SIRET", { structures: { lyon: {} } }, { structures: { lyon: { identifiant: "2" } } }, [{ ...LYON, identifiant: "2", change: "identifier", before: "1" }]],
  ["one that takes another's place", { structures: { nantes: {} } }, { structures: { nantes: {}, lyon: { remplace: "nantes" } } }, [{ ...LYON, change: "identifier", before: "nantes" }]],
  ["one that leaves", { structures: { lyon: {} } }, { structures: { lyon: { etat: "sortant" } } }, [{ ...LYON, change: "leaving" }]],
  ["one that pauses", { structures: { lyon: {} } }, { structures: { lyon: { etat: "pause" } } }, [{ ...LYON, change: "changed" }]],
  ["one that comes back", { structures: { lyon: { etat: "sortant" } } }, { structures: { lyon: {} } }, [{ ...LYON, change: "changed" }]],
  [
    "one that leaves still, of which less is wanted",
    { structures: { lyon: { etat: "sortant" } }, others: [["production/rattachement/t/lyon", LYON.subject]] },
    { structures: { lyon: { etat: "sortant" } } },
    [{ ...LYON, change: "changed" }],
  ],
  ["another life of what is on it", { structures: { lyon: {} }, others: [["production/edi/lyon", LYON.subject]] }, { structures: { lyon: {} }, others: [["production/edi/lyon", LYON.subject, { lifecycle: "paused" }]] }, [{ ...LYON, change: "changed" }]],
  ["an application called like a structure: nothing of that", { structures: { lyon: { client: "C1" } }, others: [[APP, APP]] }, { structures: { lyon: { client: "C1" } }, others: [[APP, APP, { spec: { nom: "A" } }]] }, [{ ...application, change: "changed" }]],
  ["an application in an environment without structures", { others: [[APP, APP]] }, {}, [{ ...application, change: "removed" }]],
])("tells of %s", (_, before, now, expected) => {
  expect(changes(before, now)).toStrictEqual(expected);
});

it("tells of several by their addresses", () => {
  expect(changes({ structures: { b: {} } }, { structures: { c: {}, a: {} } }).map(({ name, change }) => `${change} ${name}`)).toEqual(["added a", "removed b", "added c"]);
});

it("takes what is only called otherwise for the same, whatever order its names give", () => {
  const of = (application: string, structure: string): readonly (readonly [string, string, object])[] =>
    ["b", application].map((one) => [`production/raccordement/${one}/${structure}`, `production/structure/${structure}`, { spec: { application: one } }] as const);
  const before = { structures: { lugdunum: {} }, others: of("z", "lugdunum") };
  const now = { structures: { lyon: {} }, others: of("a", "lyon").toReversed() };
  const moved = [{ from: "lugdunum", to: "lyon" }, { from: "z", to: "a" }];
  expect(changes(before, now, moved)).toEqual([]);
  expect(changes(before, now, moved.slice(0, 1)).map(({ name, change }) => `${change} ${name}`)).toEqual(["changed lyon"]);
  expect(changes(before, { ...now, structures: { lyon: { identifiant: "2" } } }, moved)).toMatchObject([{ name: "lyon", change: "identifier", before: "1" }]);
});
