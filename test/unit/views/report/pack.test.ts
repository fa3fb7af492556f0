import fc from "fast-check";
import { expect, it } from "vitest";
import { plan } from "../../../../src/plan/plan.ts";
import { reportOf } from "../../../../src/plan/report/report-of.ts";
import { pack } from "../../../../src/views/report/pack.ts";
import { createReader } from "../../../../src/views/report/reader.ts";
import { clientsInput } from "../../../support/report-world.ts";

const unpacked = (value: unknown): unknown => {
  const packed = JSON.parse(JSON.stringify(pack(value))) as ReturnType<typeof pack>;
  return createReader(packed).read(packed.root);
};

it("loses nothing of any JSON", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
      expect(JSON.stringify(unpacked(value))).toBe(JSON.stringify(value));
    }),
    { numRuns: 500 },
  );
});

it("takes no key for another thing", () => {
  const value = JSON.parse('{"__proto__":{"polluted":1},"constructor":"x","a":[[],{},null,true,0,-1,"","long enough","long enough"]}') as object;
  expect(JSON.stringify(unpacked(value))).toBe(JSON.stringify(value));
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
});

it("holds a report, piece by piece, in less than a third of its JSON", async () => {
  const report = reportOf(plan(await clientsInput(60)));
  const packed = pack(report);
  const reader = createReader(packed);
  expect(reader.read(packed.root)).toEqual(JSON.parse(JSON.stringify(report)));
  const rows = reader.items(reader.member(packed.root, "rows"));
  expect(rows.map((row) => reader.read(reader.member(row, "name") ?? ""))).toEqual(report.rows.map(({ name }) => name));
  expect(reader.member(packed.root, "nothing")).toBeUndefined();
  expect(reader.items(undefined)).toEqual([]);
  expect(JSON.stringify(packed).length).toBeLessThan(JSON.stringify(report).length / 3);
});
