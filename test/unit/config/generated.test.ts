import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv } from "ajv";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { validate } from "../../../src/config/validators/config.gen.js";

const GENERATE = new URL("../../../scripts/generate.mjs", import.meta.url).href;
const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

describe("what is generated from the schema", () => {
  it("has types that are those of the schema", () => {
    const { status, stderr } = spawnSync(process.execPath, ["scripts/generate.mjs", "--check"], { cwd: ROOT });
    expect(String(stderr)).toBe("");
    expect(status).toBe(0);
  });

  it("has a validator that agrees with a compiled one", async () => {
    const { ajvOptions, withoutWords } = (await import(GENERATE)) as { readonly ajvOptions: (name: string) => object; readonly withoutWords: (schema: object) => object };
    const schema = JSON.parse(readFileSync(`${ROOT}schemas/config.schema.json`, "utf8")) as object;
    const compiled = new Ajv(ajvOptions("config")).compile(withoutWords(schema));
    fc.assert(
      fc.property(configurations, (configuration) => {
        const [ours, theirs] = [structuredClone(configuration), structuredClone(configuration)];
        expect(validate(ours)).toBe(compiled(theirs));
        expect(validate.errors).toEqual(compiled.errors);
        expect(ours).toEqual(theirs);
      }),
      { numRuns: 500 },
    );
  });

  it("describes every property with an example", () => {
    const schema: unknown = JSON.parse(readFileSync(`${ROOT}schemas/config.schema.json`, "utf8"));
    const lacking: string[] = [];
    const definitions = (schema as { readonly definitions: Record<string, Record<string, unknown>> }).definitions;
    const visit = (value: unknown, path: string): void => {
      if (typeof value !== "object" || value === null) return;
      const properties = (value as Record<string, unknown>)["properties"];
      if (typeof properties === "object" && properties !== null) {
        for (const [key, property] of Object.entries(properties as Record<string, Record<string, unknown>>)) {
          const named = property["$ref"];
          const reference = typeof named === "string" ? (named.split("/").at(-1) ?? "") : "";
          const all = { ...definitions[reference], ...property };
          if (all["description"] === undefined || all["examples"] === undefined) lacking.push(`${path}.${key}`);
        }
      }
      for (const [key, inner] of Object.entries(value)) if (key !== "examples") visit(inner, `${path}.${key}`);
    };
    visit(schema, "");
    expect(lacking).toEqual([]);
  });
});

/** Documents that look like configurations, right and wrong ones. */
const word = fc.constantFrom("1", "", "siege", "73282932000074", "factures", "direct", "actif", "false", "a@b.fr", "30d");
const { value } = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 4 }, word, fc.array(tie("value"), { maxLength: 3 }), tie("map")),
  map: fc.dictionary(
    fc.constantFrom(
      "version", "topology", "piste", "email", "application", "production", "apis", "espaces", "contact", "nom",
      "telephone", "structures", "siege", "identifiant", "etat", "raccordement", "usage", "solution", "secrets",
      "clientId", "env", "file", "command", "clients", "from", "environments", "comptesTechniques", "couvre", "x-a",
    ),
    tie("value"),
    { maxKeys: 6 },
  ),
}));
const configurations = value;
