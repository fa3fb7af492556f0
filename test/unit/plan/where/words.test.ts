import { describe, expect, it } from "vitest";
import { isWhere } from "../../../../src/plan/where/is-where.ts";
import { parseWhere } from "../../../../src/plan/where/parse-where.ts";
import { WHERE_FIELDS, type WhereFacts } from "../../../../src/plan/where/where.ts";

const DAY = 86_400_000;

const is = (text: string, facts: WhereFacts): boolean | undefined => {
  const where = parseWhere(text);
  if ("problem" in where) throw new Error(JSON.stringify(where.problem));
  return isWhere(where, facts);
};
const FIELDS = Object.keys(WHERE_FIELDS);
const problem = (text: string): unknown => parseWhere(text);

it.each([
  ["C004*17", "C00417", true],
  ["C0041*17", "C00417", false],
  ["a*b*c", "a-b-c", true],
  ["a*b*c", "a-c", false],
  ["a*x*c", "a-c", false],
  ["a*bc*cd", "abcd", false],
  ["a*bc*cd", "abccd", true],
  ["*b*", "b", true],
  ["*ab*ab*", "ab", false],
  ["*ab*ab*", "abab", true],
  ["*", "", true],
  ["**", "x", true],
  ["a*", "ba", false],
  ["*a", "ab", false],
])("%s lets « %s » through: %s", (pattern, text, expected) => {
  expect(is(`name="${pattern}"`, { name: [text] })).toBe(expected);
});

it.each([
  ["evry", "Évry", true],
  ["ÉVRY", "evry", true],
  ["strass", "Straße", false],
])("finds « %s » in « %s », whatever its case and its accents, and no letter for another: %s", (part, text, expected) => {
  expect(is(`name~"${part}"`, { name: [text] })).toBe(expected);
});

it.each([["<12d", false], ["<=12d", true], [">12d", false], [">=12d", true], ["<13d", true], ["<=11d", false], [">11d", true], [">=13d", false], ["<3d,30d", true], ["<3d,4d", false]])("what ends in 12 days is due%s: %s", (claim, expected) => {
  expect(is(`due${claim}`, { due: [12 * DAY] })).toBe(expected);
});

describe("what cannot be read says what may stand there", () => {
  it.each([
    ["lifecycle", ["active", "paused", "leaving"]],
    ["status", ["in-order", "to-do", "unknown", "accepted", "paused"]],
    ["proof", ["verified", "inferred", "attested", "none"]],
    ["unknown", ["unprovable", "not-configured", "not-asked", "waiting", "elsewhere", "transient", "unexpected-answer", "contradicted"]],
    ["drifted", ["yes", "no"]],
    ["request", ["to-send", "asked", "refused", "blocked", "done"]],
    ["environment", ["qualification", "production"]],
  ])("%s", (field, allowed) => {
    expect(problem(`${field}=x`)).toEqual({ problem: { column: field.length + 2, found: "x", expected: "word", allowed } });
    for (const word of allowed) expect(is(`${field}=${word}`, { [field]: [word] })).toBe(true);
  });

  it.each<readonly [string, object]>([
    ["name=a b", { column: 8, found: "b", expected: "connective", allowed: ["and", "or"] }],
    ["(name=a", { column: 8, found: "", expected: "parenthesis", allowed: [")"] }],
    ["environment<production", { column: 12, found: "<", expected: "operator", allowed: ["=", "!="] }],
    ["name<a", { column: 5, found: "<", expected: "operator", allowed: ["=", "!=", "~"] }],
    ["due=3d", { column: 4, found: "=", expected: "operator", allowed: ["<", "<=", ">", ">="] }],
    ["due<soon", { column: 5, found: "soon", expected: "duration" }],
    ["name=(", { column: 6, found: "(", expected: "value" }],
    ["name=)", { column: 6, found: ")", expected: "value" }],
    ["name=<=", { column: 6, found: "<=", expected: "value" }],
    ["name=>", { column: 6, found: ">", expected: "value" }],
    ["name='a b", { column: 6, found: "a b", expected: "quote" }],
    ['name="a b', { column: 6, found: "a b", expected: "quote" }],
    ['name="(', { column: 6, found: "(", expected: "quote" }],
    ['"name=a', { column: 1, found: "name=a", expected: "field", allowed: FIELDS }],
    ['"name', { column: 1, found: "name", expected: "field", allowed: FIELDS }],
  ])("« %s »", (text, expected) => {
    expect(problem(text)).toStrictEqual({ problem: expected });
  });

  it("is read up to a length, in which nothing nests too deep", () => {
    const longest = "name=".padEnd(4000, "x");
    expect(problem(longest)).toMatchObject({ field: "name" });
    expect(problem(`${longest}x`)).toEqual({ problem: { column: 4001, found: "", expected: "shorter" } });
  });

  it("takes marks in quotes as values, and never a word in quotes for one of its own", () => {
    expect(problem('name="("')).toEqual({ field: "name", operator: "=", values: ["("] });
    expect(problem('"name"=a')).toMatchObject({ problem: { column: 1, expected: "field" } });
    expect(problem('name"="a')).toMatchObject({ problem: { column: 5, expected: "operator" } });
    expect(problem(`"name`)).toMatchObject({ problem: { column: 1, expected: "field" } });
  });
});
