import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { messages } from "../../../src/messages/messages.ts";
import { IDENTIFIER_TYPES } from "../../../src/model/identifier.ts";

const schemaOf = (name: string) => JSON.parse(readFileSync(new URL(`../../../schemas/${name}.schema.json`, import.meta.url), "utf8")) as { readonly definitions: Readonly<Record<string, Schema>> };

interface Schema {
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
}

it("knows the words of the code, as the plan's schema does", () => {
  const [proof, plan] = [schemaOf("proof").definitions, schemaOf("plan").definitions];
  for (const shared of ["environment", "instant", "reason", "unknown", "fact"]) expect(proof[shared], shared).toEqual(plan[shared]);
  expect(proof["clue"]?.enum).toEqual(Object.keys(messages("fr").causes.told));
  expect(proof["question"]?.properties?.["ask"]?.enum?.toSorted()).toEqual(Object.keys(messages("fr").requests.asks).toSorted());
  expect(proof["identifierType"]?.enum).toEqual([...IDENTIFIER_TYPES]);
});
