import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FAULT_NAMES } from "../../src/simulator/faults/fault-names.ts";
import { FAULTS } from "../../src/simulator/faults/fault-table.ts";
import { faults } from "../../src/simulator/faults/faults.ts";
import type { RequestKind } from "../../src/simulator/faults/faults.ts";
import { parseFault } from "../../src/simulator/faults/parse-fault.ts";
import type { ScenarioFault } from "../../src/simulator/scenario.ts";

const kind: fc.Arbitrary<RequestKind> = fc.record({
  environment: fc.constantFrom("qualification", "production"),
  who: fc.constantFrom("A", "B", "?"),
  route: fc.constantFrom("POST structures rechercher", "GET transverses health-check", "?"),
  path: fc.constantFrom("/cpro/structures/v1/rechercher", "/cpro/transverses/v1/health-check", "/api/oauth/token"),
});
const rule: fc.Arbitrary<ScenarioFault> = fc.record({
  fault: fc.constantFrom(...FAULT_NAMES),
  rate: fc.constantFrom(0, 0.05, 0.3, 0.9, 1),
  route: fc.constantFrom("/", "/cpro", "/cpro/structures", "/cpro/struct"),
  environment: fc.constantFrom("qualification" as const, "production" as const),
}, { requiredKeys: ["fault"] });

const fates = (seed: number, rules: readonly ScenarioFault[], kinds: readonly RequestKind[]): readonly string[] => {
  const { strike } = faults(() => ({ seed, faults: rules }));
  return kinds.map((one) => JSON.stringify(strike(one)));
};

describe("replay", () => {
  test("the same seed and requests meet the same fate", () => {
    fc.assert(fc.property(fc.nat(), fc.array(rule, { maxLength: 5 }), fc.array(kind, { maxLength: 60 }), (seed, rules, kinds) => {
      expect(fates(seed, rules, kinds)).toEqual(fates(seed, rules, kinds));
    }));
  });

  test("the n-th of a kind meets its fate whatever comes between: order and neighbours decide nothing", () => {
    fc.assert(fc.property(fc.nat(), fc.array(rule, { maxLength: 4 }), kind, fc.array(kind, { maxLength: 60 }), (seed, rules, one, others) => {
      const isOther = ({ environment, who, route }: RequestKind): boolean =>
        environment !== one.environment || who !== one.who || route !== one.route;
      const mixed = others.filter(isOther).flatMap((other) => [one, other]);
      const alone = mixed.filter((each) => each === one);
      const found = fates(seed, rules, mixed).filter((_, index) => mixed[index] === one);
      expect(found).toEqual(fates(seed, rules, alone));
    }));
  });

  test("a fault more changes nothing of the others", () => {
    fc.assert(fc.property(fc.nat(), rule, rule, kind, (seed, first, second, one) => {
      fc.pre(JSON.stringify(first) !== JSON.stringify(second));
      const kinds = Array.from({ length: 20 }, () => one);
      const both = fates(seed, [first, second], kinds).map((text) => (JSON.parse(text) as { rule: unknown }[]).filter((each) => JSON.stringify(each.rule) === JSON.stringify(first)));
      expect(both).toEqual(fates(seed, [first], kinds).map((text) => JSON.parse(text) as unknown));
    }));
  });

  test("putting faults in force begins the counts anew", () => {
    const plan = { seed: 3, faults: [{ fault: "500", rate: 0.5 } as const] };
    const all = faults(() => ({ seed: 1, faults: [] }));
    const one: RequestKind = { environment: "production", who: "A", route: "?", path: "/cpro/x" };
    const round = (): readonly number[] => {
      all.replace(plan);
      return Array.from({ length: 50 }, () => all.strike(one).length);
    };
    expect(round()).toEqual(round());
  });
});

describe("rates", () => {
  const REQUESTS = 4000;

  test("are kept, within five standard deviations of a binomial law", () => {
    fc.assert(fc.property(fc.nat(), kind, fc.constantFrom(0.01, 0.05, 0.1, 0.5, 0.9), (seed, one, rate) => {
      const { strike } = faults(() => ({ seed, faults: [{ fault: "500", rate }] }));
      let struck = 0;
      for (let count = 0; count < REQUESTS; count += 1) struck += strike(one).length;
      expect(Math.abs(struck - REQUESTS * rate)).toBeLessThan(5 * Math.sqrt(REQUESTS * rate * (1 - rate)));
    }), { numRuns: 60 });
  });

  test("two faults strike independently of each other", () => {
    const { strike } = faults(() => ({ seed: 11, faults: [{ fault: "500", rate: 0.3 }, { fault: "slow-body", rate: 0.4 }] }));
    const one: RequestKind = { environment: "production", who: "A", route: "?", path: "/cpro/x" };
    let both = 0;
    for (let count = 0; count < REQUESTS; count += 1) both += strike(one).length === 2 ? 1 : 0;
    expect(Math.abs(both - REQUESTS * 0.12)).toBeLessThan(5 * Math.sqrt(REQUESTS * 0.12 * 0.88));
  });

  test("0 never strikes, 1 always", () => {
    fc.assert(fc.property(fc.nat(), kind, (seed, one) => {
      const { strike } = faults(() => ({ seed, faults: [{ fault: "500", rate: 0 }, { fault: "503" }] }));
      for (let count = 0; count < 50; count += 1) expect(strike(one).map((each) => each.rule.fault)).toEqual(["503"]);
    }));
  });
});

describe("as text", () => {
  test.each<[string, ScenarioFault]>([
    ["invalid-client=10%", { fault: "invalid-client", rate: 0.1 }],
    ["401=5%@/cpro/structures@production", { fault: "401", rate: 0.05, route: "/cpro/structures", environment: "production" }],
    ["429@qualification@/cpro", { fault: "429", rate: 1, environment: "qualification", route: "/cpro" }],
    ["slow-body=0.25,delayMs=2000", { fault: "slow-body", rate: 0.25, delayMs: 2000 }],
    ["clock-skew,skewMs=-60000", { fault: "clock-skew", rate: 1, skewMs: -60_000 }],
    ["429-retry-after=100%,retryAfterS=5", { fault: "429-retry-after", rate: 1, retryAfterS: 5 }],
    ["dns@production", { fault: "dns", rate: 1, environment: "production" }],
  ])("%s", (text, fault) => { expect(parseFault(text)).toEqual(fault); });

  test.each([
    ["", "name"], ["flood", "name"], ["500=", "rate"], ["500=101%", "rate"], ["500=2", "rate"], ["500=-1%", "rate"], ["500=1=1", "rate"],
    ["dns=5%", "rate"], ["500@sandbox", "place"], ["500@/a@/b", "place"], ["500@production@qualification", "place"], ["500@", "place"],
    ["500,delay=1", "parameter"], ["500,delayMs=-1", "parameter"], ["500,delayMs=", "parameter"], ["500,", "parameter"],
  ])("%j is wrong in its %s", (text, problem) => { expect(parseFault(text)).toEqual({ problem }); });

  test("any text is a fault or one problem", () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom("=", "@", ",", "%", "/", "5", "-", "500", "production", "delayMs", ".") }), (text) => {
      const parsed = parseFault(text);
      expect("problem" in parsed || parsed.fault in FAULTS).toBe(true);
    }));
  });
});
