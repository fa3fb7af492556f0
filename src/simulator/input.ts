import { businessRefusal, malformed } from "./envelope.ts";
import type { Answer } from "./answer.ts";
import { isJsonObject } from "./json.ts";
import type { Json, JsonObject } from "./json.ts";
import { own } from "./own.ts";

/** The fields that an operation reads from its body. Fields it does not name are ignored. */
export type InputShape = { readonly [field: string]: FieldShape };

export type FieldShape =
  | { readonly kind: "integer"; readonly required?: true; readonly minimum?: number }
  | { readonly kind: "text" | "boolean" | "number" | "list"; readonly required?: true }
  | { readonly kind: "choice"; readonly values: readonly string[] }
  | { readonly kind: "object"; readonly fields: InputShape }
  | { readonly kind: "refused" };

/**
 * The answer to a body that does not fit, or undefined when it does. A wrong type or an unknown
 * value of an enumeration is malformed (400); a missing mandatory field is a business refusal (200).
 */
export function checkInput(shape: InputShape, body: JsonObject, path = ""): Answer | undefined {
  for (const [name, field] of Object.entries(shape)) {
    const answer = checkField(field, own(body, name) ?? null, `${path}${name}`);
    if (answer !== undefined) return answer;
  }
  return undefined;
}

function checkField(field: FieldShape, value: Json, path: string): Answer | undefined {
  if (value === null) {
    return "required" in field ? businessRefusal(`Le champ ${path} est obligatoire.`) : undefined;
  }
  switch (field.kind) {
    case "refused":
      return malformed(`champ ${path} inconnu.`);
    case "integer": {
      const number = toInteger(value);
      if (number === undefined) return malformed(`${path} doit être un entier.`);
      return number < (field.minimum ?? number) ? businessRefusal(`${path} est trop petit.`) : undefined;
    }
    case "text":
      return typeof value === "string" ? undefined : malformed(`${path} doit être un texte.`);
    case "boolean":
      return typeof value === "boolean" ? undefined : malformed(`${path} doit être un booléen.`);
    case "number":
      return isNumber(value) ? undefined : malformed(`${path} doit être un nombre.`);
    case "list":
      return Array.isArray(value) ? undefined : malformed(`${path} doit être une liste.`);
    case "choice":
      return field.values.some((known) => known === value) ? undefined : malformed(`${path} a une valeur inconnue.`);
    case "object":
      return isJsonObject(value)
        ? checkInput(field.fields, value, `${path}.`)
        : malformed(`${path} doit être un objet.`);
  }
}

/** Reads a field that {@link checkInput} has passed; null counts as absent. */
export function integerOf(body: JsonObject, name: string): number | undefined {
  return toInteger(own(body, name));
}

export function textOf(body: JsonObject, name: string): string | undefined {
  const value = own(body, name);
  return typeof value === "string" && value !== "" ? value : undefined;
}

export function booleanOf(body: JsonObject, name: string): boolean | undefined {
  const value = own(body, name);
  return typeof value === "boolean" ? value : undefined;
}

export function objectOf(body: JsonObject, name: string): JsonObject {
  const value = own(body, name);
  return isJsonObject(value) ? value : {};
}

// A number in a string is accepted, as Java binders do.
function toInteger(value: Json | undefined): number | undefined {
  if (typeof value === "number") return Number.isSafeInteger(value) ? value : undefined;
  return typeof value === "string" && /^-?[0-9]{1,15}$/.test(value) ? Number(value) : undefined;
}

function isNumber(value: Json): boolean {
  return typeof value === "number" ? Number.isFinite(value) : typeof value === "string" && /^-?[0-9]{1,15}([.][0-9]{1,9})?$/.test(value);
}
