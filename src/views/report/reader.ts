import { LIST, type Coded, type Composite, type Packed } from "./pack.ts";

/** Reads what was packed, piece by piece: thousands of resources are only read where somebody looks at them. */
export interface Reader {
  /** The value itself; what is shared is read once. */
  read(coded: Coded): unknown;
  /** A member of an object, unread; undefined where it has none. */
  member(coded: Coded, key: string): Coded | undefined;
  /** The items of a list, unread. */
  items(coded: Coded | undefined): readonly Coded[];
}

export const createReader = ({ shapes, table }: Pick<Packed, "shapes" | "table">): Reader => {
  const known: unknown[] = Array.from({ length: table.length });
  const compositeOf = (coded: Coded): Composite | undefined => {
    const found = typeof coded === "number" ? table[coded] : coded;
    return Array.isArray(found) ? (found as unknown as Composite) : undefined;
  };
  const build = ([shape, ...values]: Composite): unknown => {
    if (shape === LIST) return values.map(read);
    const built: Record<string, unknown> = {};
    for (const [place, key] of (shapes[shape] ?? []).entries()) define(built, key, read(values[place] ?? ""));
    return built;
  };
  const read = (coded: Coded): unknown => {
    if (typeof coded === "string") return coded;
    if (typeof coded !== "number") return build(coded);
    const entry = table[coded];
    if (!Array.isArray(entry)) return entry;
    return (known[coded] ??= build(entry as unknown as Composite));
  };
  return {
    read,
    member: (coded, key) => {
      const [shape = LIST, ...values] = compositeOf(coded) ?? [];
      const place = shape === LIST ? -1 : (shapes[shape]?.indexOf(key) ?? -1);
      return place < 0 ? undefined : values[place];
    },
    items: (coded) => (coded === undefined ? [] : (compositeOf(coded)?.slice(1) ?? [])),
  };
};

/** A key is data: `__proto__` is one like any other. */
const define = (on: Record<string, unknown>, key: string, value: unknown): void => {
  if (key === "__proto__") Object.defineProperty(on, key, { value, enumerable: true, configurable: true, writable: true });
  else on[key] = value;
};
