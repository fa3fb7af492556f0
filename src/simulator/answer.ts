import type { Json } from "./json.ts";

/** What the simulator sends back; the server adds the correlation id and the date. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** The request was understood and refused: a setting chooses the status of such answers. */
  readonly business?: true;
}

export const JSON_TYPE = "application/json;charset=utf-8";

export function json(status: number, value: Json, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status, headers: { "content-type": JSON_TYPE, ...headers }, body: JSON.stringify(value) };
}

/** A refusal of the gateway: everything is in the header, the body is empty. */
export function challenge(status: number, realm: string, error: string, description: string): Answer {
  return {
    status,
    headers: { "www-authenticate": `Bearer realm="${realm}",error="${error}",error_description="${description}"` },
  };
}
