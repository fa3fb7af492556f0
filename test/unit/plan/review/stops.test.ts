import { describe, expect, it } from "vitest";
import type { Address } from "../../../../src/model/address.ts";
import type { ResourceRecord } from "../../../../src/model/condition.ts";
import type { Desired, Moved } from "../../../../src/model/desired.ts";
import type { Resource } from "../../../../src/model/resource.ts";
import { recordCovers } from "../../../../src/plan/covers.ts";
import type { SubjectChange } from "../../../../src/plan/review/review-document.ts";
import { stopOfEnds, stopsOf, type StopOptions } from "../../../../src/plan/review/stops.ts";
import { stopsOfRecords } from "../../../../src/plan/review/stops-of-records.ts";
import { resourceAt } from "../../../support/hand-made.ts";

const names = (count: number, prefix = "s"): readonly string[] => Array.from({ length: count }, (_, index) => `${prefix}${index}`);

/** Structures in production, those of `leaving` to leave. */
const desired = (structures: readonly string[], leaving: readonly string[] = [], moved?: readonly Moved[]): Desired =>
  ({ environments: { production: { structures: Object.fromEntries(structures.map((name) => [name, { etat: leaving.includes(name) ? "sortant" : "actif" }])) } }, ...(moved === undefined ? {} : { moved }) }) as unknown as Desired;

it.each([[4, 4, false], [5, 24, true], [5, 25, false], [6, 29, true], [5, 5, true]])("%d of %d structures that end are too many: %s", (ended, of, stops) => {
  expect(stopOfEnds("production", ended, of)).toEqual(stops ? [{ stop: "ends", environment: "production", ended, of }] : []);
});

describe("a change stops", () => {
  const ends = (ended: number, of: number) => [{ stop: "ends", environment: "production", ended, of }];
  const none: Desired = { environments: {} } as unknown as Desired;
  const moved = names(6).map((from) => ({ from, to: `new-${from}` }));
  const news = moved.map(({ to }) => to);

  it.each<readonly [string, Desired, Desired, StopOptions, readonly object[]]>([
    ["where nothing ends: no", desired(names(10)), desired(names(10)), {}, []],
    ["where structures are new: no", none, desired(names(10)), {}, []],
    ["where structures are declared no more", desired(names(10)), desired(names(4)), {}, ends(6, 10)],
    ["where their environment is", desired(names(6)), none, {}, ends(6, 6)],
    ["where structures are to leave", desired(names(10)), desired(names(10), names(6)), {}, ends(6, 10)],
    ["where those that left before are declared no more: no", desired(names(10), names(8)), desired(names(2, "t")), {}, []],
    ["counting those alone that were not to leave", desired(names(10), ["s0", "s1", "s2"]), desired([]), {}, ends(7, 10 - 3)],
    ["where structures are only called otherwise: no", desired(names(6)), desired(news, [], moved), {}, []],
    ["where they are called otherwise, and are to leave", desired(names(6)), desired(news, news, moved), {}, ends(6, 6)],
    ["where they were to be called otherwise, and are still there: no", desired(names(6)), desired(names(6), [], moved), {}, []],
    ["where somebody said so: no", desired(names(10)), desired([]), { allowEnds: true }, []],
    ["where somebody did not", desired(names(10)), desired([]), { allowEnds: false }, ends(10, 10)],
  ])("%s", (_, before, now, options, expected) => {
    expect(stopsOf({ before, now, subjects: [] }, options)).toEqual(expected);
  });

  it("where it changes more than it may", () => {
    const stops = (maxChanges?: number) => stopsOf({ before: none, now: none, subjects: [{}, {}, {}] as unknown as readonly SubjectChange[] }, maxChanges === undefined ? {} : { maxChanges });
    expect([undefined, 2, 3, 4].map(stops)).toEqual([[], [{ stop: "changes", changes: 3, limit: 2 }], [], []]);
  });
});

describe("where no revision is at hand, a run stops", () => {
  const at = (address: string, more: object = {}): Resource => resourceAt(`production/${address}`, more);
  const structure = (name: string, more: object = {}): Resource => at(`structure/${name}`, { spec: { type: "SIRET", identifiant: name }, ...more });
  const of = (name: string): object => ({ subject: `production/structure/${name}` });
  const attached = (name: string, lifecycle = "active"): Resource => at(`rattachement/t/${name}`, { ...of(name), lifecycle, spec: { login: "t", structure: {} } });
  const LEFT = [{ type: "Left" }];
  type Known = Readonly<Record<string, { readonly subject?: string; readonly conditions?: readonly object[]; readonly covers?: string }>>;

  /** What is wanted against what is recorded, with any number of changes told. */
  const told = (wanted: { readonly desired?: Desired; readonly resources?: readonly Resource[] }, known: Known, gone: readonly string[] = [], options: StopOptions = { maxChanges: 0 }) => {
    const full = (address: string): Address => (address.startsWith("qualification/") ? address : `production/${address}`) as Address;
    const records = new Map(Object.entries(known).map(([address, { conditions = [], covers }]) => [full(address), { address: full(address), conditions, ...(covers === undefined ? {} : { covers }) } as unknown as ResourceRecord]));
    const subjects = new Map(Object.entries(known).flatMap(([address, { subject }]) => (subject === undefined ? [] : [[full(address), full(subject)] as const])));
    return stopsOfRecords({ desired: desired([]), resources: [], ...wanted }, { records, subjects, gone: gone.map(full) }, options).map((stop) => (stop.stop === "ends" ? `${stop.ended}/${stop.of}` : `${stop.changes}>${stop.limit}`));
  };
  const structures = (count: number): Known => Object.fromEntries(names(count).map((name) => [`structure/${name}`, {}]));
  const addresses = (count: number): readonly string[] => Object.keys(structures(count));

  it.each<readonly [string, StopOptions, readonly string[]]>([
    ["both ways", { maxChanges: 5 }, ["6/10", "6>5"]],
    ["over what ends alone", {}, ["6/10"]],
    ["over what ends, where nobody said so", { allowEnds: false }, ["6/10"]],
    ["over what changes alone", { allowEnds: true, maxChanges: 5 }, ["6>5"]],
    ["over nothing that it may change", { allowEnds: true, maxChanges: 6 }, []],
    ["over nothing where all is allowed", { allowEnds: true }, []],
  ])("%s", (_, options, expected) => {
    expect(told({ resources: [] }, structures(10), addresses(6), options)).toEqual(expected);
  });

  it.each<readonly [string, Parameters<typeof told>, readonly string[]]>([
    ["of nothing that is as it was", [{ resources: [structure("a")] }, { "structure/a": { covers: recordCovers(structure("a")) } }], []],
    ["of what is new", [{ resources: [structure("a"), structure("b")] }, {}], ["2>0"]],
    ["of what is new, and paused: not", [{ resources: [structure("a", { lifecycle: "paused" })] }, {}], []],
    ["of what is more wanted of what is known: not", [{ resources: [attached("a")] }, { "structure/a": {} }], []],
    ["of another SIRET", [{ resources: [structure("a")] }, { "structure/a": { covers: "other" } }], ["1>0"]],
    ["of what is dropped, by whose it is", [{}, { "structure/a": {}, "espace/a/x": { subject: "structure/a" }, "espace/a/y": { subject: "structure/a" } }, ["espace/a/x", "espace/a/y"]], ["1>0"]],
    ["of a structure that leaves, known by what is on it", [{ desired: desired(["a"], ["a"]), resources: [attached("a", "leaving")] }, { "rattachement/t/a": { subject: "structure/a" } }], ["1>0"]],
    ["of what leaves, whatever it is", [{ resources: [at("compte-technique/t", { lifecycle: "leaving", spec: { login: "t" } })] }, { "compte-technique/t": {} }], ["1>0"]],
    ["of the structure of an account that leaves, called after it", [{ desired: desired(["a"], ["a"]), resources: [at("compte-technique/a", { lifecycle: "leaving", spec: {} })] }, { "compte-technique/a": {}, "structure/a": {} }], ["2>0"]],
    ["of no structure that stays where its account leaves", [{ desired: desired(["a"]), resources: [at("compte-technique/a", { lifecycle: "leaving", spec: {} })] }, { "compte-technique/a": {}, "structure/a": {} }], ["1>0"]],
    ["of no structure that is not declared, where an account called alike leaves", [{ resources: [at("compte-technique/a", { lifecycle: "leaving", spec: {} })] }, { "compte-technique/a": {}, "structure/a": {} }], ["1>0"]],
    ["of no account that is called like a structure that leaves", [{ desired: desired(["a"], ["a"]), resources: [attached("a", "leaving")] }, { "structure/a": {}, "compte-technique/a": {} }], ["1>0"]],
    ["of no structure that leaves on a date", [{ desired: desired(["a", "b"], ["a"]), resources: [attached("b", "leaving")] }, { "structure/a": {}, "structure/b": {} }], ["1>0"]],
    ["of no exit that has begun, as its raccordement tells", [{}, { "raccordement/app/a": { subject: "structure/a", conditions: LEFT }, "structure/a": {} }, ["structure/a"]], []],
    ["of no exit that has begun, as its account tells", [{}, { "compte-technique/a": { conditions: LEFT }, "structure/a": {} }, ["structure/a"]], []],
    ["of what was known, and whose exit has not begun", [{}, { "structure/a": { conditions: [{ type: "Active" }] } }, ["structure/a"]], ["1>0"]],
    ["of an exit that has begun in qualification alone", [{}, { "qualification/compte-technique/a": { conditions: LEFT }, "structure/a": {} }, ["structure/a"]], ["1>0"]],
    ["of another's exit than the one that has begun", [{}, { "rattachement/t/b": { subject: "structure/b", conditions: LEFT }, "structure/a": {} }, ["structure/a"]], ["1>0"]],
  ])("over the change %s", (_, [wanted, known, gone], expected) => {
    expect(told(wanted, known, gone)).toEqual(expected);
  });
});
