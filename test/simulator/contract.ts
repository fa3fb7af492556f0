import { readFileSync } from "node:fs";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";

/** The simulator's own description of itself, and the means to hold an exchange to it. */
const FILE = new URL("../../schemas/simulator.openapi.json", import.meta.url);

interface Media {
  readonly schema: unknown;
}

interface Response {
  readonly $ref?: string;
  readonly content?: Readonly<Record<string, Media>>;
}

export interface ContractOperation {
  readonly operationId: string;
  readonly deprecated?: boolean;
  readonly requestBody?: { readonly content: Readonly<Record<string, Media>> };
  readonly responses: Readonly<Record<string, Response>>;
}

interface Contract {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, ContractOperation>>>>;
  readonly components: { readonly responses: Readonly<Record<string, Response>> };
}

export const CONTRACT = JSON.parse(readFileSync(FILE, "utf8")) as Contract;

/** `METHOD /path` of every operation, with its `{name}` segments, and the operation. */
export const CONTRACT_OPERATIONS: ReadonlyMap<string, ContractOperation> = new Map(
  Object.entries(CONTRACT.paths).flatMap(([path, item]) =>
    methodsOf(item).map((method): [string, ContractOperation] => [`${method.toUpperCase()} ${path}`, item[method] as ContractOperation])),
);

/** One request and its answer, as they went over the wire. */
export interface Exchange {
  readonly method: string;
  /** With the environment in front, where there is one. */
  readonly path: string;
  /** The text of the request, when it had one. */
  readonly sent: string | undefined;
  readonly status: number;
  readonly type: string | null;
  readonly text: string;
}

/** What an exchange does that the contract does not say; empty when it keeps to it. */
export const breaches = (exchange: Exchange): readonly string[] => {
  const found = operationAt(exchange.method, exchange.path);
  const where = `${exchange.method} ${exchange.path} ${exchange.status}`;
  if (found === undefined) return NOWHERE.has(exchange.status) ? [] : [`${where}: not in the contract`];
  return [...answerBreaches(found.key, found.operation, exchange), ...requestBreaches(found.key, found.operation, exchange)]
    .map((what) => `${where}: ${what}`);
};

/** Whether the text of a request fits its operation. */
export const requestFits = (key: string, sent: string): boolean =>
  CONTRACT_OPERATIONS.get(key)?.requestBody?.content["application/json"] === undefined
  || validator(["paths", ...split(key), "requestBody", "content", "application/json", "schema"])(parse(sent));

const answerBreaches = (key: string, operation: ContractOperation, { status, type, text }: Exchange): readonly string[] => {
  const declared = operation.responses[status];
  if (declared === undefined) return ["the status is not declared"];
  if (text === "") return [];
  const component = declared.$ref?.split("/").at(-1);
  const content = component === undefined ? declared.content : CONTRACT.components.responses[component]?.content;
  const base = component === undefined ? ["paths", ...split(key), "responses", String(status)] : ["components", "responses", component];
  const mediaType = [type?.split(";")[0] ?? "", "*/*"].find((one) => content?.[one] !== undefined);
  if (mediaType === undefined) return [`a body of the type ${type} is not declared`];
  const value = mediaType === "application/json" ? parse(text) : text;
  const validate = validator([...base, "content", mediaType, "schema"]);
  return validate(value) ? [] : [`the answer does not fit: ${JSON.stringify(validate.errors?.slice(0, 3))} ${text.slice(0, 300)}`];
};

// A request that is answered as asked must fit; what does not fit is free to be refused.
const requestBreaches = (key: string, operation: ContractOperation, { sent, status, text }: Exchange): readonly string[] => {
  const json = operation.requestBody?.content["application/json"];
  if (json === undefined || sent === undefined || status >= 300 || /^\{"codeRetour":[1-9]/.test(text)) return [];
  return requestFits(key, sent) ? [] : [`the request does not fit: ${sent.slice(0, 300)}`];
};

const operationAt = (method: string, path: string): { readonly key: string; readonly operation: ContractOperation } | undefined => {
  const below = path.replace(/^\/(qualification|production)(?=\/)/, "");
  const exact = `${method} ${below}`;
  const key = CONTRACT_OPERATIONS.has(exact)
    ? exact
    : [...CONTRACT_OPERATIONS.keys()].find((template) => template.includes("{") && patternOf(template).test(exact));
  const operation = CONTRACT_OPERATIONS.get(key ?? "");
  return key === undefined || operation === undefined ? undefined : { key, operation };
};

const patternOf = (template: string): RegExp =>
  new RegExp(`^${template.replaceAll(/[.*+?^$()|[\]\\]/g, String.raw`\$&`).replaceAll(/\{[^}]+\}/g, "[^/]*")}$`);

const split = (key: string): readonly [string, string] => {
  const [method = "", path = ""] = key.split(" ");
  return [path, method.toLowerCase()];
};

const validators = new Map<string, ValidateFunction>();
const ajv = new Ajv2020({
  strict: false,
  allErrors: false,
  formats: { "date-time": /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/ },
});
ajv.addSchema(CONTRACT, "contract");

const validator = (pointer: readonly string[]): ValidateFunction => {
  const name = `contract#/${pointer.map((part) => encodeURIComponent(part.replaceAll("~", "~0").replaceAll("/", "~1"))).join("/")}`;
  const known = validators.get(name) ?? ajv.compile({ $ref: name });
  validators.set(name, known);
  return known;
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

// What the gateway and the server answer where there is nothing.
const NOWHERE: ReadonlySet<number> = new Set([400, 401, 403, 404, 405, 413]);

function methodsOf(item: Readonly<Record<string, ContractOperation>>): readonly string[] {
  return Object.keys(item).filter((name) => ["get", "post", "put", "patch", "delete"].includes(name));
}
