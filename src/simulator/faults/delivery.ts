/** How an answer travels. Several faults may have a part in it. */
export interface Delivery {
  /** Milliseconds before the first byte. */
  readonly headersMs?: number;
  /** Milliseconds over which the body is spread. */
  readonly bodyMs?: number;
  /** `reset`: the connection ends without an answer. `half`: half of the announced body comes, then the end. */
  readonly cut?: "reset" | "half";
  /** Takes the place of the body, whatever its content type says. */
  readonly text?: string;
  /** Added to the `Date` header. */
  readonly skewMs?: number;
}

/** Both at once: delays and skews add up, and the harder cut wins. */
export function combine(one: Delivery, other: Delivery): Delivery {
  const cut = [one.cut, other.cut].includes("reset") ? "reset" : (one.cut ?? other.cut);
  const text = one.text ?? other.text;
  return {
    headersMs: (one.headersMs ?? 0) + (other.headersMs ?? 0),
    bodyMs: (one.bodyMs ?? 0) + (other.bodyMs ?? 0),
    skewMs: (one.skewMs ?? 0) + (other.skewMs ?? 0),
    ...(cut === undefined ? {} : { cut }),
    ...(text === undefined ? {} : { text }),
  };
}
