import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { GUIDES } from "../../../src/catalogue/guides/guides.ts";
import { messages } from "../../../src/messages/messages.ts";
import { KINDS } from "../../../src/model/address.ts";
import { plan, type PlanInput } from "../../../src/plan/plan.ts";
import { sealPlan } from "../../../src/plan/seal-plan.ts";
import { renderPlanJson } from "../../../src/views/plan-json.ts";
import { freshInput, halfWayInput } from "./fixtures/half-way.ts";
import { doubtfulInput, ediInput, inOrderInput, manyInput, offlineInput } from "./fixtures/other-plans.ts";

const schema = JSON.parse(readFileSync(new URL("../../../schemas/plan.schema.json", import.meta.url), "utf8")) as Schema;

interface Schema {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
  readonly definitions?: Readonly<Record<string, Schema>>;
  readonly enum?: readonly string[];
  readonly type?: string;
  readonly additionalProperties?: boolean | Schema;
  readonly $ref?: string;
}

const sealed = (input: PlanInput) => sealPlan(plan(input));

describe("a plan as JSON", () => {
  const validate = new Ajv({ strict: true, allErrors: true, allowUnionTypes: true }).compile(schema);

  test.each([halfWayInput, freshInput, () => manyInput(20), ediInput, doubtfulInput, offlineInput, inOrderInput])(
    "follows the schema (%#)",
    (input) => {
      const document = sealed(input());
      const parsed: unknown = JSON.parse(renderPlanJson(document));
      validate(parsed);
      expect(validate.errors).toBeNull();
      expect(parsed).toEqual(document);
    },
  );

  test("two spaces, keys in the document's order, one newline at the end", () => {
    const text = renderPlanJson(sealed(inOrderInput()));
    expect(text.startsWith('{\n  "format": "chorus-plan",\n  "version": 1,\n  "createdAt": "2026-11-24T08:12:00Z",\n')).toBe(true);
    expect(text.endsWith("}\n")).toBe(true);
  });

  test("a terminal has nothing to obey, and the value is the same", () => {
    const document = { ...sealed(inOrderInput()), notices: [{ notice: "qualification-first", application: "\u009b31m\u202e\u001b[2J" }] } as const;
    const text = renderPlanJson(document);
    expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\u202e]/u);
    expect(JSON.parse(text)).toEqual(document);
  });
});

describe("the schema", () => {
  test("knows the words of the code", () => {
    const { definitions = {} } = schema;
    expect(definitions["kind"]?.enum).toEqual([...KINDS]);
    expect(definitions["step"]?.properties?.["action"]?.enum).toEqual(Object.keys(GUIDES));
    expect(definitions["reason"]?.enum).toEqual(Object.keys(messages("fr").reasons));
    expect(definitions["unknown"]?.enum).toEqual(Object.keys(messages("fr").plan.unknownClasses));
    expect(definitions["cause"]?.properties?.["cause"]?.enum).toEqual(Object.keys(messages("fr").causes.is));
    expect(definitions["cause"]?.properties?.["told"]?.enum).toEqual(Object.keys(messages("fr").causes.told));
    expect(definitions["condition"]?.properties?.["type"]?.enum).toEqual(Object.keys(messages("fr").words.conditions));
  });

  test("describes every property and lets no other in", () => {
    const faults: string[] = [];
    const visit = (node: Schema, path: string): void => {
      if (node.$ref === undefined && node.description === undefined) faults.push(`${path}: no description`);
      if (node.properties !== undefined && node.additionalProperties !== false) faults.push(`${path}: open`);
      for (const [name, child] of Object.entries(node.properties ?? {})) visit(child, `${path}/${name}`);
      for (const [name, child] of Object.entries(node.definitions ?? {})) visit(child, `${path}#${name}`);
      for (const [index, child] of (node.oneOf ?? []).entries()) visit(child, `${path}|${index}`);
      if (node.items !== undefined) visit(node.items, `${path}[]`);
    };
    visit(schema, "");
    expect(faults).toEqual([]);
  });

  test("uses no keyword that the standalone validator pays for at load", () => {
    expect(JSON.stringify(schema)).not.toMatch(/"(minLength|maxLength|uniqueItems)":|"format":\s*"/);
  });
});
