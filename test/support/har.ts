import { Ajv } from "ajv";
import draft6 from "ajv/dist/refs/json-schema-draft-06.json" with { type: "json" };
import schemas from "har-schema";

/** What is wrong with a HAR, by the JSON Schema that others wrote (har-schema, as Postman's and npm's tools use it). */
export const problemsOfHar = (har: unknown): readonly unknown[] => {
  const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
  ajv.addMetaSchema(draft6);
  const { har: whole, ...parts } = schemas;
  ajv.addSchema(Object.values(parts));
  const validate = ajv.compile(whole ?? {});
  return validate(har) ? [] : (validate.errors ?? []);
};

export interface Har {
  readonly log: { readonly version: string; readonly entries: readonly HarEntry[] };
}

export interface HarEntry {
  readonly startedDateTime: string;
  readonly time: number;
  readonly timings: { readonly wait: number };
  readonly request: { readonly method: string; readonly url: string; readonly headers: readonly HarHeader[]; readonly postData?: { readonly text: string } };
  readonly response: {
    readonly status: number;
    readonly headers: readonly HarHeader[];
    readonly content: { readonly size: number; readonly text?: string; readonly comment?: string };
    readonly _error?: string;
  };
  readonly _try: number;
}

interface HarHeader {
  readonly name: string;
  readonly value: string;
}
