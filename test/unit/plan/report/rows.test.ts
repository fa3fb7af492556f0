import { describe, expect, it } from "vitest";
import type { Resource } from "../../../../src/model/resource.ts";
import type { Plan } from "../../../../src/plan/plan.ts";
import { reportRows, type RowContext } from "../../../../src/plan/report/report-rows.ts";
import { resourceAt } from "../../../support/hand-made.ts";

interface Known extends Partial<Omit<RowContext, "resources">> {
  /** What is known of a resource beside that it is proven. */
  readonly more?: Readonly<Record<string, object>>;
  readonly topology?: string;
}

const STRUCTURES = {
  lyon: { type: "SIRET", identifiant: "73282932000082", nom: "Lyon", gestionnaire: "finances" },
  nantes: { type: "UE_HORS_FRANCE", identifiant: "BE0123456789", client: "C1", nom: "Nantes" },
};
const environment = { structures: STRUCTURES, comptesTechniques: { t: { application: "app" } } };
const desired = { gestionnaires: { finances: { nom: "Direction financière" } }, environments: { production: environment, qualification: environment } };

const rowsOf = (resources: readonly Resource[], { more = {}, deadlines = [], requests = new Map(), topology }: Known = {}) => {
  const known = new Map(resources.map(({ address, kind }) => [address, { address, kind, mark: "proven", ...more[address] }]));
  const plan = { assessed: resources.map((resource) => ({ resource })), input: { desired: { ...desired, topology } } } as unknown as Plan;
  return reportRows(plan, { resources: known as unknown as RowContext["resources"], deadlines, requests });
};

const at = (...addresses: readonly string[]): readonly Resource[] => addresses.map((address) => resourceAt(`production/${address}`));
const named = ({ rows }: ReturnType<typeof rowsOf>) => rows.map(({ subject, name }) => `${subject} ${name}`);

describe("a row", () => {
  it("of a structure names it, who acts for it, and has a cell a stage, in the order of an onboarding", () => {
    const { rows, shared } = rowsOf(at("espace/lyon/raccordements", "espace/lyon/factures-emises", "rattachement/t/lyon", "structure/lyon", "compte-technique/t"), {
      more: { "production/espace/lyon/factures-emises": { mark: "stale", drifted: false }, "production/structure/lyon": { mark: "attested" } },
    });
    expect(shared).toEqual([]);
    expect(rows).toStrictEqual([{
      environment: "production",
      subject: "structure",
      name: "lyon",
      nom: "Lyon",
      identifier: { type: "SIRET", value: "73282932000082" },
      gestionnaire: "Direction financière",
      mark: "stale",
      cells: [
        { kind: "structure", mark: "attested", addresses: ["production/structure/lyon"] },
        { kind: "compte-technique", mark: "proven", addresses: ["production/compte-technique/t"] },
        { kind: "espace", mark: "stale", addresses: ["production/espace/lyon/raccordements", "production/espace/lyon/factures-emises"] },
        { kind: "rattachement", mark: "proven", addresses: ["production/rattachement/t/lyon"] },
      ],
    }]);
  });

  it("of a client's says whose it is; of an application that is called like a structure, nothing of that", () => {
    const { rows } = rowsOf([resourceAt("production/structure/nantes", { client: "C1" }), ...at("application/nantes")]);
    const cells = (kind: string) => [{ kind, mark: "proven", addresses: [`production/${kind}/nantes`] }];
    expect(rows).toStrictEqual([
      { environment: "production", subject: "structure", name: "nantes", nom: "Nantes", identifier: { type: "UE_HORS_FRANCE", value: "BE0123456789" }, client: "C1", gestionnaire: "Nantes", mark: "proven", cells: cells("structure") },
      { environment: "production", subject: "application", name: "nantes", mark: "proven", cells: cells("application") },
    ]);
  });

  it("shares with others what they rest on together, and is as bad as that", () => {
    const ACCOUNT = "production/compte-technique/t";
    const { rows, shared } = rowsOf(at("rattachement/t/lyon", "rattachement/t/nantes", "compte-technique/t", "structure/paris", "structure/brest", "rattachement/u/reims", "compte-technique/u"), {
      more: { [ACCOUNT]: { mark: "due", drifted: true } },
      deadlines: [{ address: ACCOUNT, actBy: "2026-12-01T00:00:00Z" }] as unknown as RowContext["deadlines"],
      requests: new Map([[ACCOUNT, { state: "asked" }]]) as unknown as RowContext["requests"],
    });
    expect(shared).toEqual([[{ kind: "compte-technique", mark: "due", addresses: [ACCOUNT] }]]);
    expect(rows.map(({ name, mark, drifted, shares, cells, actBy, request }) => [name, mark, drifted, shares, cells.map(({ kind }) => kind), actBy, request])).toEqual([
      ["lyon", "due", true, 0, ["rattachement"], undefined, undefined],
      ["nantes", "due", true, 0, ["rattachement"], undefined, undefined],
      ["brest", "proven", undefined, undefined, ["structure"], undefined, undefined],
      ["paris", "proven", undefined, undefined, ["structure"], undefined, undefined],
      ["reims", "proven", undefined, undefined, ["compte-technique", "rattachement"], undefined, undefined],
    ]);
  });

  it("is drifted where one of several things at a stage is", () => {
    const drifted = (address: string) => rowsOf(at("espace/lyon/a", "espace/lyon/b"), { more: { [address]: { drifted: true } } }).rows[0]?.drifted;
    expect(["production/espace/lyon/a", "production/espace/lyon/b", "production/espace/lyon/c"].map(drifted)).toEqual([true, true, undefined]);
  });

  it("is to be seen to when the first of its ends is", () => {
    const ends = [["espace/lyon/b", 5], ["structure/lyon", 4], ["structure/lyon", 7], ["structure/nantes", 3], [undefined, 1]] as const;
    const deadlines = ends.map(([address, day]) => ({ ...(address === undefined ? {} : { address: `production/${address}` }), actBy: `2026-12-0${day}T00:00:00Z` }));
    const { rows } = rowsOf(at("structure/lyon", "espace/lyon/b", "structure/nantes", "structure/paris"), { deadlines: deadlines as unknown as RowContext["deadlines"] });
    expect(rows.map(({ name, actBy }) => [name, actBy])).toEqual([["lyon", "2026-12-04T00:00:00Z"], ["nantes", "2026-12-03T00:00:00Z"], ["paris", undefined]]);
  });

  it.each<readonly [string, readonly object[], object]>([
    ["refused before blocked", [{ state: "blocked", days: 9 }, { state: "refused", days: 1 }], { state: "refused", days: 1 }],
    ["blocked before asked", [{ state: "asked", days: 9 }, { state: "blocked", days: 1 }], { state: "blocked", days: 1 }],
    ["asked before to send", [{ state: "to-send" }, { state: "asked", days: 1, reminders: 2 }], { state: "asked", days: 1 }],
    ["to send before done", [{ state: "done", days: 9 }, { state: "to-send" }], { state: "to-send" }],
    ["what waits for longer", [{ state: "asked", days: 3 }, { state: "asked", days: 12 }, { state: "asked", days: 5 }], { state: "asked", days: 12 }],
    ["what waits at all, the one before", [{ state: "asked" }, { state: "asked", days: 1 }], { state: "asked", days: 1 }],
    ["what waits at all, the one behind", [{ state: "asked", days: 1 }, { state: "asked" }], { state: "asked", days: 1 }],
  ])("tells of its requests the one that needs most attention: %s", (_, requests, told) => {
    for (const some of [requests, requests.toReversed()]) {
      const espaces = at(...some.map((__, place) => `espace/lyon/${place}`));
      const asked = new Map(espaces.map(({ address }, place) => [address, some[place]]));
      expect(rowsOf(espaces, { requests: asked as unknown as RowContext["requests"] }).rows[0]?.request).toStrictEqual(told);
    }
  });

  it("tells a client's of the client's requests, not of the operator's on which it rests", () => {
    const CLIENTS = "production/espace/nantes/a";
    const OURS = "production/raccordement/app/siege";
    const resources = [resourceAt(CLIENTS, { client: "C1" }), resourceAt("production/rattachement/t/nantes", { client: "C1" }), resourceAt(OURS)];
    const requested = (asked: Readonly<Record<string, string>>) =>
      rowsOf(resources, { topology: "concentrateur", more: { [CLIENTS]: { client: "C1" } }, requests: new Map(Object.entries(asked).map(([address, state]) => [address, { state }])) as unknown as RowContext["requests"] }).rows
        .find(({ client }) => client === "C1")?.request;
    expect(requested({ [CLIENTS]: "done", [OURS]: "to-send" })).toEqual({ state: "done" });
    expect(requested({ [OURS]: "to-send" })).toBeUndefined();
  });
});

describe("rows come in the order", () => {
  const urgent = (...marks: readonly (readonly [string, object])[]) =>
    named(rowsOf(at(...marks.map(([address]) => address)), { more: Object.fromEntries(marks.map(([address, more]) => [`production/${address}`, more])) }));

  it("of what was so and is not, then of what asks for most, then of their names", () => {
    expect(urgent(["structure/b", {}], ["structure/a", {}], ["structure/c", { mark: "toDo" }], ["structure/d", { drifted: true }], ["structure/e", { mark: "due" }])).toEqual([
      "structure d", "structure c", "structure e", "structure a", "structure b",
    ]);
    expect(urgent(["structure/a", {}], ["structure/c", {}], ["structure/b", {}], ["application/b", {}], ["compte-piste/b", {}])).toEqual(["structure a", "structure b", "application b", "account b", "structure c"]);
  });

  it("of their environments, before their names", () => {
    const some = ["qualification/structure/a", "production/structure/b", "qualification/structure/c", "production/structure/a"].map((one) => resourceAt(one));
    for (const resources of [some, some.toReversed()]) {
      expect(rowsOf(resources).rows.map((row) => `${row.environment} ${row.name}`)).toEqual(["production a", "production b", "qualification a", "qualification c"]);
    }
  });
});
