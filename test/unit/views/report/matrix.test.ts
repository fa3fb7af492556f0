import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plan } from "../../../../src/plan/plan.ts";
import { isSettled } from "../../../../src/plan/report/report-mark.ts";
import { reportOf } from "../../../../src/plan/report/report-of.ts";
import { toMatrix } from "../../../../src/views/report/matrix/matrix.ts";
import { toMatrixIndex } from "../../../../src/views/report/matrix/matrix-index.ts";
import { EMPTY_QUERY, formatQuery, parseQuery, type Query } from "../../../../src/views/report/matrix/query.ts";
import { cellsOfRow } from "../../../../src/views/report/matrix/row-cells.ts";
import { selectRows } from "../../../../src/views/report/matrix/select-rows.ts";
import { clientsInput } from "../../../support/report-world.ts";

const report = reportOf(plan(await clientsInput(60, ["Pâtisserie Œuvrard"])));
const matrix = toMatrix(toMatrixIndex(report));

const names = (query: Partial<Query>): readonly string[] => selectRows(matrix.rows, { ...EMPTY_QUERY, ...query }).map(({ name }) => name);

describe("the table", () => {
  it("has of each row the cells of the report, one a stage, with how many stand so", () => {
    for (const [place, row] of report.rows.entries()) {
      const cells = matrix.rows[place]?.cells;
      for (const { kind, addresses } of cellsOfRow(row, report.shared)) expect(cells?.get(kind)?.of).toBeGreaterThanOrEqual(addresses.length);
      for (const { count, of } of cells?.values() ?? []) expect(count > 0 && count <= of).toBe(true);
    }
    expect(matrix.columns).toEqual(["compte-piste", "application", "cgu", "subscription", "credentials", "structure", "compte-technique", "espace", "raccordement", "rattachement"]);
  });

  it("finds by every word of a name, a code or an identifier, whatever the case and the accents", () => {
    expect(names({ search: "patisserie" })).toEqual(["C00000"]);
    expect(names({ search: "PÂTISSERIE c00000" })).toEqual(["C00000"]);
    expect(names({ search: report.rows.find(({ name }) => name === "C00007")?.identifier?.value ?? "" })).toEqual(["C00007"]);
    expect(names({ search: "nobody" })).toEqual([]);
    expect(names({ search: "   " })).toHaveLength(61);
  });

  it("filters by the state of a row, or of one stage", () => {
    const toDo = names({ mark: "toDo" });
    expect(toDo).toEqual(report.rows.filter(({ mark }) => mark === "toDo").map(({ name }) => name));
    expect(names({ mark: "settled" })).toEqual(report.rows.filter(({ mark }) => isSettled(mark)).map(({ name }) => name));
    expect(names({ mark: "drifted" })).toHaveLength(5);
    expect(names({ mark: "waiting", stage: "structure" }).length).toBeGreaterThan(0);
    expect(names({ mark: "settled", stage: "raccordement" })).toHaveLength(61);
    expect(names({ environment: "qualification" })).toEqual([]);
    expect(names({ request: "blocked" }).length).toBeGreaterThan(0);
    expect(names({ mark: "no such mark" })).toEqual([]);
  });

  it.each(["name", "environment", "date", "request", "espace"])("sorts by %s both ways, and keeps every row", (sort) => {
    const up = names({ sort });
    const down = names({ sort, descending: true });
    expect([...up].toSorted()).toEqual(names({}).toSorted());
    expect([...down].toSorted()).toEqual([...up].toSorted());
    expect(down).toEqual(up.toReversed());
  });
});

describe("what the address says", () => {
  it("is read back as it was written", () => {
    const query = fc.record({
      search: fc.string(),
      environment: fc.string(),
      mark: fc.string(),
      stage: fc.string(),
      request: fc.string(),
      sort: fc.stringMatching(/^[a-z-]*[a-z]$/).map((sort) => sort.replace(/^-+/, "")),
      descending: fc.boolean(),
      page: fc.nat(1e6),
      open: fc.string(),
    });
    fc.assert(
      fc.property(query, (one) => {
        const written = one.sort === "" ? { ...one, descending: false } : one;
        expect(parseQuery(formatQuery(written))).toEqual(written);
      }),
    );
  });

  it.each(["", "#", "#page=-3&sort=-", "#page=1e9&q=%E0%A4%A", "#deadlines", "#__proto__=1"])("makes no trouble of %j", (hash) => {
    const query = parseQuery(hash);
    expect(selectRows(matrix.rows, query).length).toBeGreaterThanOrEqual(0);
    expect(Number.isSafeInteger(query.page) && query.page >= 0).toBe(true);
  });
});
