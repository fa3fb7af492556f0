const SHOWN = "[secret]";
const INSPECT = Symbol.for("nodejs.util.inspect.custom");

/**
 * A value that must never be read by a person or written anywhere. Strings, JSON and inspection all show `[secret]`;
 * only the transport calls `reveal`.
 */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return SHOWN;
  }

  toJSON(): string {
    return SHOWN;
  }

  [Symbol.toPrimitive](): string {
    return SHOWN;
  }

  [INSPECT](): string {
    return SHOWN;
  }
}

/** Where a secret is found; the only form in which a configuration may speak of one. */
export type SecretReference =
  | { readonly from: "environment"; readonly variable: string }
  | { readonly from: "file"; readonly file: string; readonly key?: string }
  | { readonly from: "command"; readonly command: readonly string[]; readonly key?: string };

/** How a reference is named to a person: `$NAME`, `file:key`, `command key`. */
export const describeSecret = (reference: SecretReference): string => {
  if (reference.from === "environment") return `$${reference.variable}`;
  const key = reference.key === undefined ? "" : ` ${reference.key}`;
  return reference.from === "file" ? `${reference.file}${key}` : `${reference.command[0] ?? ""}${key}`;
};
