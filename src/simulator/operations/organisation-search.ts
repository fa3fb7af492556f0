import { json } from "../answer.ts";
import type { Answer } from "../answer.ts";
import { referenceRefusal } from "../envelope.ts";
import { isJsonObject } from "../json.ts";
import type { Json, JsonObject } from "../json.ts";
import { own } from "../own.ts";
import type { ScenarioSettings } from "../scenario.ts";

/** One criterion of a search, ready to test a record. */
export interface Criterion {
  readonly field: string;
  /** The values that can match, when the operator can tell: they allow a look-up instead of a scan. */
  readonly values?: readonly string[];
  matches(record: JsonObject): boolean;
}

/** Answers a search over `candidates`: an array of records, sorted and cut down to fields as the body asks; a refusal is one too. */
export function search(
  body: JsonObject,
  settings: Required<ScenarioSettings>,
  candidates: (criteria: readonly Criterion[]) => readonly JsonObject[],
): Answer {
  const criteria = readCriteria(body, settings.in);
  if (typeof criteria === "string") return referenceRefusal(400, "ParamsInvalidRecherche", "Recherche invalide.", criteria);
  const found = candidates(criteria).filter((record) => criteria.every((criterion) => criterion.matches(record)));
  return json(200, sortRecords(found, body).map((record) => selectFields(record, body)));
}

/** The values that a search asks of a field, each once; undefined when they are not given one by one. */
export function valuesFor(criteria: readonly Criterion[], field: string): readonly string[] | undefined {
  const values = criteria.find((criterion) => criterion.field === field && criterion.values !== undefined)?.values;
  return values === undefined ? undefined : [...new Set(values)];
}

/** The criteria of `{ <field>: {op, val}, … }`, or what is wrong with them. */
function readCriteria(body: JsonObject, spelling: Required<ScenarioSettings>["in"]): readonly Criterion[] | string {
  const criteria: Criterion[] = [];
  for (const [field, value] of Object.entries(body)) {
    if (field.startsWith("_")) continue;
    const criterion = isJsonObject(value) ? readCriterion(field, value, spelling) : "op et val sont attendus";
    if (typeof criterion === "string") return `${field} : ${criterion}`;
    criteria.push(criterion);
  }
  return criteria.length === 0 ? "au moins un champ de recherche est attendu" : criteria;
}

function readCriterion(field: string, { op, val }: JsonObject, spelling: Required<ScenarioSettings>["in"]): Criterion | string {
  if (val === undefined || val === null) return "val est attendu";
  if (op === "IN") {
    const values = valuesOf(val, spelling);
    if (values === undefined) return "val n'a pas la forme attendue par IN";
    const set = new Set(values);
    return { field, values, matches: (record) => set.has(textOf(own(record, field) ?? "")) };
  }
  if (typeof val === "object") return "val doit être une valeur simple";
  if (op === "=") return { field, values: [textOf(val)], matches: (record) => textOf(own(record, field) ?? "") === textOf(val) };
  const test = typeof op === "string" ? own(OPERATORS, op) : undefined;
  return test === undefined ? "op inconnu" : { field, matches: (record) => test(own(record, field) ?? "", val) };
}

// Which spelling is right is not published: the scenario chooses.
function valuesOf(val: Json, spelling: Required<ScenarioSettings>["in"]): readonly string[] | undefined {
  if (spelling === "array") return Array.isArray(val) ? val.map(textOf) : undefined;
  if (spelling === "comma") return typeof val === "string" ? val.split(",").map((one) => one.trim()) : undefined;
  return undefined;
}

const OPERATORS: { readonly [op: string]: (field: Json, val: Json) => boolean } = {
  CONTAINS: (field, val) => textOf(field).toLowerCase().includes(textOf(val).toLowerCase()),
  ">": (field, val) => compare(field, val) > 0,
  "<": (field, val) => compare(field, val) < 0,
  ">=": (field, val) => compare(field, val) >= 0,
  "<=": (field, val) => compare(field, val) <= 0,
};

/** Sorts by `_sort`, then by what only `_desc` names; a field in `_desc` goes from high to low. */
function sortRecords(records: readonly JsonObject[], body: JsonObject): readonly JsonObject[] {
  const descending = new Set(namesOf(own(body, "_desc")));
  const fields = new Set([...namesOf(own(body, "_sort")), ...descending]);
  if (fields.size === 0) return records;
  return records.toSorted((left, right) => {
    for (const field of fields) {
      const order = compare(own(left, field) ?? "", own(right, field) ?? "");
      if (order !== 0) return descending.has(field) ? -order : order;
    }
    return 0;
  });
}

/** Keeps the fields that `_fields` names; all of them without it. */
function selectFields(record: JsonObject, body: JsonObject): JsonObject {
  const fields = namesOf(own(body, "_fields"));
  return fields.length === 0 ? record : Object.fromEntries(Object.entries(record).filter(([name]) => fields.includes(name)));
}

function namesOf(value: Json | undefined): readonly string[] {
  if (typeof value === "string") return [value];
  return Array.isArray(value) ? value.filter((name) => typeof name === "string") : [];
}

function compare(left: Json, right: Json): number {
  const [a, b] = typeof left === "number" && typeof right === "number" ? [left, right] : [textOf(left), textOf(right)];
  return a === b ? 0 : a < b ? -1 : 1;
}

function textOf(value: Json): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
