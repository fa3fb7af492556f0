/**
 * Where a statement about PISTE and Chorus Pro comes from: an official description; measured on the platforms by an
 * integrator; told by a client's code, a guide or a vendor; concluded from those; or not known, one guess among several.
 */
export type Certainty = "official" | "measured" | "secondary" | "inferred" | "unconfirmed";

/** One statement about the platforms, as a request and what must come back. Reads only. */
export interface Row {
  readonly name: string;
  /** In the words of whoever states it. */
  readonly says: string;
  readonly source: string;
  readonly certainty: Certainty;
  readonly sends: Sent;
  /** Several: one of them is enough. */
  readonly expects: Expected | readonly Expected[];
  /** What later rows need, as a path into the answer: `{id}` in theirs. */
  readonly remembers?: Readonly<Record<string, string>>;
}

export type Sent = TokenRequest | ApiCall;

/** A request for a token. `{clientId}` and `{clientSecret}` are filled in. */
export interface TokenRequest {
  readonly to: "token";
  readonly form: Readonly<Record<string, string>>;
  /** `id:secret`, as HTTP Basic. */
  readonly basic?: string;
}

/** A call below `/cpro/`. */
export interface ApiCall {
  readonly to: string;
  readonly method?: "GET";
  readonly body?: unknown;
  /** A good one when left out. */
  readonly token?: "none" | "unknown";
  readonly account?: "none" | "unknown";
}

export interface Expected {
  readonly status: number;
  readonly headers?: Readonly<Record<string, RegExp>>;
  readonly body?: Template;
  /** The bytes of another row's answer. */
  readonly sameBodyAs?: string;
}

/**
 * What a JSON value must look like. Texts in angle brackets stand for values; an object says only the fields that count,
 * `name?` where one may be missing; a list of one template holds for each item. `<nothing>` and `<request>` are the
 * body as a whole: empty, or the request sent back.
 */
export type Template = string | number | boolean | RegExp | readonly [Template] | { readonly [field: string]: Template };

/** A list that holds, among others, an item like this one. */
export const some = (item: Template): Template => ({ "<some>": item });
