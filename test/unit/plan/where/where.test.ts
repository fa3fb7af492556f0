import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isWhere } from "../../../../src/plan/where/is-where.ts";
import { parseWhere } from "../../../../src/plan/where/parse-where.ts";
import type { Where, WhereFacts } from "../../../../src/plan/where/where.ts";

const DAY = 86_400_000;

const read = (text: string): Where => {
  const where = parseWhere(text);
  if ("problem" in where) throw new Error(JSON.stringify(where.problem));
  return where;
};

const FACTS: WhereFacts = {
  environment: ["production"],
  kind: ["compte-technique"],
  name: ["Mairie d'Évry"],
  client: ["C00417"],
  application: ["billing"],
  status: ["to-do"],
  drifted: ["no"],
  request: [],
  due: [12 * DAY],
};

describe("a filter", () => {
  it.each([
    ["environment=production and due<30d and application=billing", true],
    ["due<10d", false],
    ["due>=12d", true],
    ["not due<10d", true],
    ["status=unknown,to-do", true],
    ["status!=to-do", false],
    ["client=C004*", true],
    ["client=*17", true],
    ["client=C*4*7", true],
    ["client=C0041", false],
    ["client=C00417*17", false],
    ["name~evry", true],
    [`name="Mairie d'Évry"`, true],
    [String.raw`name='Mairie d\'Évry'`, true],
    ["request=asked", false],
    ["request!=asked", true],
    ["environment=qualification or status=to-do and due<30d", true],
    ["(environment=qualification or status=to-do) and due<3d", false],
    ["not not drifted=no", true],
    ["reason=expired", undefined],
    ["reason=expired and due<3d", false],
    ["reason=expired or due<30d", true],
  ])("%s", (text, expected) => {
    expect(isWhere(read(text), FACTS)).toBe(expected);
  });

  it("of what has no end, says nothing about it", () => {
    expect(isWhere(read("due<999d"), { ...FACTS, due: [] })).toBe(false);
    expect(isWhere(read("not due<999d"), { ...FACTS, due: [] })).toBe(true);
    expect(isWhere(read("due<0d"), { ...FACTS, due: [-DAY] })).toBe(true);
  });

  it.each([
    ["", 1, "", "field"],
    ["envronment=production", 1, "envronment", "field"],
    ["environment", 12, "", "operator"],
    ["environment<production", 12, "<", "operator"],
    ["environment=", 13, "", "value"],
    ["environment=prod", 13, "prod", "word"],
    ["due<soon", 5, "soon", "duration"],
    ["due=3d", 4, "=", "operator"],
    ["name=a b", 8, "b", "connective"],
    ["name=a and", 11, "", "field"],
    ["(name=a", 8, "", "parenthesis"],
    ["name=a)", 7, ")", "connective"],
    [`name="a`, 6, "a", "quote"],
    ["name=a,,b", 8, ",", "value"],
    ["name=a ! b", 8, "!", "connective"],
    ["status=to-do,done", 14, "done", "word"],
  ])("%s is refused where it goes wrong", (text, column, found, expected) => {
    expect(parseWhere(text)).toMatchObject({ problem: { column, found, expected } });
  });

  it("reads what it is written as", () => {
    fc.assert(fc.property(wheres(), (where) => {
        expect(parseWhere(write(where))).toEqual(where);
      }));
  });

  it("never fails, whatever it is given", () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: fc.constantFrom(..."()\"'\\,=<>!~* andort".split("")) })), (text) => void parseWhere(text)));
  });

  it("tells of part of the facts nothing that all of them deny", () => {
    const known = fc.subarray(Object.keys(FACTS));
    fc.assert(
      fc.property(wheres(), known, (where, fields) => {
        const part = isWhere(where, Object.fromEntries(Object.entries(FACTS).filter(([field]) => fields.includes(field))));
        if (part !== undefined) expect(isWhere(where, FACTS)).toBe(part);
      }),
    );
  });
});

const claims = (): fc.Arbitrary<Where> =>
  fc.oneof(
    fc.record({ field: fc.constantFrom("name", "client"), operator: fc.constantFrom("=", "!=", "~"), values: fc.array(fc.string(), { minLength: 1, maxLength: 3 }) }),
    fc.record({ field: fc.constantFrom("environment"), operator: fc.constantFrom("=", "!="), values: fc.constantFrom(["production"], ["production", "qualification"]) }),
    fc.record({ field: fc.constantFrom("due"), operator: fc.constantFrom("<", ">="), values: fc.constantFrom(["3d"], ["12h", "7j"]) }),
  );

/** Put together as they are read: nothing of one part, no part that could stand without its own parentheses. */
const wheres = (): fc.Arbitrary<Where> =>
  fc.letrec<{ any: Where; all: Where; one: Where }>((tie) => ({
    any: fc.oneof(tie("all"), fc.array(tie("all"), { minLength: 2, maxLength: 3 }).map((any) => ({ any }))),
    all: fc.oneof(tie("one"), fc.array(tie("one"), { minLength: 2, maxLength: 3 }).map((all) => ({ all }))),
    one: fc.oneof({ maxDepth: 3 }, claims(), tie("one").map((not) => ({ not })), tie("any")),
  })).any;

const write = (where: Where): string => {
  if ("any" in where) return where.any.map((part) => ("any" in part ? `(${write(part)})` : write(part))).join(" or ");
  if ("all" in where) return where.all.map((part) => ("any" in part || "all" in part ? `(${write(part)})` : write(part))).join(" and ");
  if ("not" in where) return "any" in where.not || "all" in where.not ? `not (${write(where.not)})` : `not ${write(where.not)}`;
  const values = where.values.map((value) => (/^[\w-]+$/.test(value) && !["and", "or", "not"].includes(value) ? value : `"${value.replaceAll(/[\\"]/g, String.raw`\$&`)}"`));
  return `${where.field}${where.operator}${values.join(",")}`;
};
