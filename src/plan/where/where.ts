/** Which resources somebody wants to see: claims on what is known of each, put together with `and`, `or` and `not`. */
export type Where =
  | { readonly all: readonly Where[] }
  | { readonly any: readonly Where[] }
  | { readonly not: Where }
  | Claim;

/** `status=to-do,unknown`: one of the values; `name=C0*`: a pattern; `due<30d`: a duration from now. */
export interface Claim {
  readonly field: WhereField;
  readonly operator: WhereOperator;
  readonly values: readonly string[];
}

export const WHERE_OPERATORS = ["!=", "<=", ">=", "=", "<", ">", "~"] as const;

export type WhereOperator = (typeof WHERE_OPERATORS)[number];

/** `word`: one of a few. `text`: compared as it is, with `*` for anything. `duration`: from now until it ends. */
export type WhereType = "word" | "text" | "duration";

/**
 * What can be asked of a resource. The first ones are known of the configuration alone: the platforms are not asked
 * about what they leave out. The others are what came of it.
 */
export const WHERE_FIELDS = {
  environment: "word",
  kind: "word",
  name: "text",
  client: "text",
  application: "text",
  address: "text",
  lifecycle: "word",
  status: "word",
  proof: "word",
  reason: "text",
  unknown: "word",
  drifted: "word",
  action: "word",
  actor: "text",
  request: "word",
  due: "duration",
} as const satisfies Readonly<Record<string, WhereType>>;

export type WhereField = keyof typeof WHERE_FIELDS;

/** What is known of a resource. A field that is absent is not known yet; one that is empty has no value. */
export type WhereFacts = { readonly [F in Exclude<WhereField, "due">]?: readonly string[] } & {
  /** Milliseconds until the first of its ends; negative: past. */
  readonly due?: readonly number[];
};
