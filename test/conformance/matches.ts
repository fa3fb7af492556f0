import type { Template } from "./row.ts";

/** What keeps a value from looking like a template, each with the place in the value. */
export const differences = (template: Template, value: unknown, at = ""): readonly string[] => {
  const wrong = (wanted: string): readonly string[] => [`${at === "" ? "the body" : at} is ${shown(value)}, not ${wanted}`];
  if (template instanceof RegExp) return typeof value === "string" && template.test(value) ? [] : wrong(String(template));
  if (typeof template === "string" && template.startsWith("<")) {
    const kind = KINDS[template];
    if (kind === undefined) throw new Error(`No such kind of value: ${template}`);
    return kind(value) ? [] : wrong(template.slice(1, -1));
  }
  if (typeof template !== "object") return Object.is(template, value) ? [] : wrong(shown(template));
  if (isList(template)) {
    return Array.isArray(value) ? value.flatMap((item, index) => differences(template[0], item, `${at}[${index}]`)) : wrong("a list");
  }
  const { "<some>": item, ...fields } = template;
  if (item !== undefined) {
    const found = Array.isArray(value) && value.some((one) => differences(item, one).length === 0);
    return found ? [] : wrong(`a list with ${shown(item)}`);
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) return wrong("an object");
  return Object.entries(fields).flatMap(([field, wanted]) => {
    const name = field.replace(/\?$/, "");
    const held = (value as Readonly<Record<string, unknown>>)[name];
    return name !== field && (held === undefined || held === null) ? [] : differences(wanted, held, at === "" ? name : `${at}.${name}`);
  });
};

/** The value at `listeStructures.0.idStructureCPP`. */
export const valueAt = (value: unknown, path: string): unknown =>
  path.split(".").reduce<unknown>((held, name) => (held as Readonly<Record<string, unknown>> | undefined)?.[name], value);

const KINDS: Readonly<Record<string, (value: unknown) => boolean>> = {
  "<any>": (value) => value !== undefined,
  "<absent>": (value) => value === undefined || value === null,
  "<text>": (value) => typeof value === "string" && value !== "",
  "<integer>": (value) => Number.isSafeInteger(value),
  "<number>": (value) => typeof value === "number",
  "<boolean>": (value) => typeof value === "boolean",
  "<date-time>": (value) => typeof value === "string" && !Number.isNaN(Date.parse(value)),
  "<success>": (value) => value === 0 || value === "0",
  "<refusal>": (value) => value !== undefined && value !== 0 && value !== "0",
  "<empty list>": (value) => Array.isArray(value) && value.length === 0,
};

const isList = (template: object): template is readonly [Template] => Array.isArray(template);

const shown = (value: unknown): string => (value === undefined ? "absent" : JSON.stringify(value).slice(0, 120));
