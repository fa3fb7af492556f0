import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import fc from "fast-check";
import { expect, test } from "vitest";
import { checkFaultPlan, checkScenario } from "../../src/simulator/check-scenario.ts";
import { FAULT_NAMES } from "../../src/simulator/faults/fault-names.ts";
import { FAULTS } from "../../src/simulator/faults/fault-table.ts";

const schema = JSON.parse(readFileSync(new URL("../../schemas/scenario.schema.json", import.meta.url), "utf8")) as {
  definitions: { fault: { properties: { fault: { enum: string[] } } } };
};
const validate = new Ajv({ strict: true }).compile(schema);

test("the schema, the names and the table have the same faults", () => {
  expect(schema.definitions.fault.properties.fault.enum).toEqual(FAULT_NAMES);
  expect(Object.keys(FAULTS).toSorted()).toEqual([...FAULT_NAMES].toSorted());
});

test("the schema, the scenario's checker and the admin call take the same faults", () => {
  const junk = fc.oneof(fc.constantFrom("", "/", "/cpro", "x", "production", 0, 1, 1.5, 0.1, -1, null, true, -315_360_000_001, -5), fc.jsonValue({ maxDepth: 1 }));
  const fault = fc.record({
    fault: fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...FAULT_NAMES) }, junk),
    rate: fc.oneof({ weight: 4, arbitrary: fc.constantFrom(0, 0.05, 1) }, junk),
    route: fc.oneof({ weight: 4, arbitrary: fc.constantFrom("/", "/cpro/structures", "/a b", "/a?b") }, junk),
    environment: fc.oneof({ weight: 4, arbitrary: fc.constantFrom("qualification", "production") }, junk),
    delayMs: junk,
    retryAfterS: junk,
    skewMs: junk,
    other: junk,
  }, { requiredKeys: [] });
  let held = 0;
  fc.assert(fc.property(fc.oneof(fc.array(fault, { maxLength: 2 }), junk), (faults) => {
    const scenario = { version: 1, environments: {}, faults };
    const byHand = checkScenario(scenario).length === 0;
    expect(byHand, JSON.stringify(faults)).toBe(validate(scenario));
    expect(checkFaultPlan({ faults }).length === 0).toBe(byHand);
    held += byHand ? 1 : 0;
  }), { numRuns: 2000 });
  expect(held).toBeGreaterThan(50);
});
