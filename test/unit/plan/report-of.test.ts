import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { DAY_MS, toInstant } from "../../../src/model/instant.ts";
import { plan, type PlanInput } from "../../../src/plan/plan.ts";
import type { ReportDocument } from "../../../src/plan/report/report-document.ts";
import { isSettled, REPORT_MARKS, reportMarkOf } from "../../../src/plan/report/report-mark.ts";
import { reportOf } from "../../../src/plan/report/report-of.ts";
import { renderReportJson } from "../../../src/views/report/report-json.ts";
import { clientsInput } from "../../support/report-world.ts";
import { freshInput, halfWayInput } from "../views/fixtures/half-way.ts";
import { doubtfulInput, ediInput, manyInput, offlineInput } from "../views/fixtures/other-plans.ts";

const INPUTS: readonly (readonly [name: string, input: () => PlanInput | Promise<PlanInput>])[] = [
  ["half-way", halfWayInput],
  ["fresh", freshInput],
  ["many", () => manyInput(20)],
  ["edi", ediInput],
  ["doubtful", doubtfulInput],
  ["offline", offlineInput],
  ["clients", () => clientsInput(60)],
];

const reported = async (input: () => PlanInput | Promise<PlanInput>): Promise<{ readonly report: ReportDocument; readonly input: PlanInput }> => {
  const made = await input();
  return { report: reportOf(plan(made)), input: made };
};

describe.each(INPUTS)("a report, %s", (_name, input) => {
  const schema = JSON.parse(readFileSync(new URL("../../../schemas/report.schema.json", import.meta.url), "utf8")) as object;
  const validate = new Ajv({ strict: true, strictRequired: false, allErrors: true, allowUnionTypes: true }).compile(schema);

  it("follows the schema", async () => {
    validate(JSON.parse(renderReportJson((await reported(input)).report)));
    expect(validate.errors).toBeNull();
  });

  it("leaves nothing out: every resource is in a row, every row's cells are known", async () => {
    const { report } = await reported(input);
    const inRows = new Set(report.rows.flatMap((row) => cellsOf(row, report)).flatMap(({ addresses }) => addresses));
    expect(report.resources.map(({ address }) => address).filter((address) => !inRows.has(address))).toEqual([]);
    expect([...inRows].toSorted()).toEqual(report.resources.map(({ address }) => address).toSorted());
    expect(new Set(report.rows.map(({ environment, subject, name }) => `${environment} ${subject} ${name}`)).size).toBe(report.rows.length);
  });

  it("shows no row as fine of which anything is not", async () => {
    const { report } = await reported(input);
    const marks = new Map(report.resources.map(({ address, mark }) => [address, mark]));
    for (const row of report.rows) {
      const all = cellsOf(row, report).flatMap(({ addresses }) => addresses.map((address) => marks.get(address)));
      expect(isSettled(row.mark)).toBe(all.every((mark) => mark !== undefined && isSettled(mark)));
    }
    for (const { status, address } of plan(await input()).document.resources) {
      if (status !== "in-order") expect([address, isSettled(marks.get(address) ?? "unknown")]).toEqual([address, false]);
    }
  });

  it("is the same whatever the order of what it is made from", async () => {
    const made = await input();
    const turned = { ...made, records: new Map([...made.records].toReversed()), observations: new Map([...made.observations].toReversed()) };
    expect(renderReportJson(reportOf(plan(turned)))).toBe(renderReportJson(reportOf(plan(made))));
  });
});

describe("a report of clients", () => {
  it("puts regressions first, then what is to do, and counts rows at each stage once", async () => {
    const { report } = await reported(() => clientsInput(60));
    const order = report.rows.map(({ drifted, mark }) => (drifted === true ? -1 : REPORT_MARKS.indexOf(mark)));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    const [production] = report.environments;
    expect(production).toMatchObject({ rows: 61, drifted: 5 });
    for (const { kind, ...counts } of production?.stages ?? []) {
      expect([kind, Object.values(counts).reduce((sum, count) => sum + count, 0)]).toEqual([kind, 61]);
    }
  });

  it("says stale of what nobody has seen for longer than proofs are renewed after, offline too", async () => {
    const input = await clientsInput(60);
    const before = reportOf(plan(input)).rows.find(({ name }) => name === "C00013");
    expect(before?.mark).toBe("stale");
    const later = reportOf(plan({ ...input, nowMs: input.nowMs + 60 * DAY_MS }));
    expect(later.resources.filter(({ mark }) => mark === "proven")).toEqual([]);
  });

  it("tells the age of requests, the oldest first, and of each row the one that needs attention", async () => {
    const { report } = await reported(() => clientsInput(60));
    const days = report.requests.map(({ days: age = -1 }) => age);
    expect(days.length).toBeGreaterThan(3);
    expect(days).toEqual(days.toSorted((a, b) => b - a));
    expect(report.requests.map(({ state }) => state)).toContain("blocked");
    expect(report.requestsToSend).toBeGreaterThan(0);
    expect(report.rows.some(({ request }) => request?.state === "blocked" && request.days !== undefined)).toBe(true);
  });

  it("names nobody's e-mail or telephone of the file that stays outside of Git", async () => {
    const { report } = await reported(() => clientsInput(20));
    expect(report.rows.every((row) => !JSON.stringify(row).includes("@"))).toBe(true);
  });

  it("tells each guide once, with its source and when it was reviewed", async () => {
    const { report } = await reported(() => clientsInput(60));
    const keys = report.guides.map(({ action, environment }) => `${action} ${environment}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(report.guides.find(({ action }) => action === "reset-password")).toMatchObject({ portal: "chorus-pro", url: expect.stringMatching(/^https:/) as string, reviewedAt: "2026-11-24" });
  });
});

it("calls nothing proven that was last seen before", () => {
  const resource = { address: "production/structure/a", kind: "structure", status: "in-order", conditions: [{ provenAt: toInstant(5_000), proof: "verified" }] } as unknown as Parameters<typeof reportMarkOf>[0];
  expect(reportMarkOf(resource, { open: new Set(), offline: true, staleBeforeMs: 5_000 })).toBe("proven");
  expect(reportMarkOf(resource, { open: new Set(), offline: true, staleBeforeMs: 6_000 })).toBe("stale");
});

const cellsOf = (row: ReportDocument["rows"][number], { shared }: ReportDocument) => [...row.cells, ...(row.shares === undefined ? [] : (shared[row.shares] ?? []))];
