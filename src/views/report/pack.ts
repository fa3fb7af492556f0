/** A document with every value once: what is met again is named by its place in the table. See {@link reader}. */
export interface Packed {
  /** The keys of objects that are alike. */
  readonly shapes: readonly (readonly string[])[];
  /** Values that are met more than once, the commonest first, as their places are then short. */
  readonly table: readonly (Literal | Composite)[];
  readonly root: Coded;
}

/** A place in the table, or what it is: a text, or something made of others. */
export type Coded = number | string | Composite;

/** A shape's place and the values of its keys; with {@link LIST} ahead, the items of a list. */
export type Composite = readonly [shape: number, ...values: Coded[]];

export type Literal = string | number | boolean | null;

export const LIST = -1;

/** Packs any JSON; members that are undefined are left out. Nothing is lost: a test holds it. */
export const pack = (value: unknown): Packed => {
  const seen = new Table();
  const root = seen.add(value);
  const shared = seen.nodes.flatMap((node, id) => (isShared(node) ? [id] : [])).toSorted((a, b) => (seen.nodes[b]?.uses ?? 0) - (seen.nodes[a]?.uses ?? 0) || a - b);
  const places = new Map(shared.map((id, place) => [id, place]));
  const code = (id: number): Coded => places.get(id) ?? spell(id);
  const spell = (id: number): string | Composite => {
    const node = seen.nodes[id];
    return node?.parts === undefined ? String(node?.literal) : [node.shape, ...node.parts.map(code)];
  };
  return {
    shapes: seen.shapes,
    table: shared.map((id) => {
      const node = seen.nodes[id];
      return node?.parts === undefined ? (node?.literal ?? null) : spell(id);
    }),
    root: code(root),
  };
};

interface Node {
  /** How many distinct values hold it. */
  uses: number;
  readonly literal?: Literal;
  readonly parts?: readonly number[];
  readonly shape: number;
}

/** A number would be taken for a place; a short text is no longer than one. */
const isShared = ({ uses, literal }: Node): boolean => {
  if (literal === undefined) return uses > 1;
  return typeof literal !== "string" || (uses > 1 && literal.length > SHORT);
};

class Table {
  readonly nodes: Node[] = [];
  readonly shapes: (readonly string[])[] = [];
  readonly #ids = new Map<string, number>();
  readonly #shapeIds = new Map<string, number>();

  /** The place of a value, the same for what is equal. */
  add(value: unknown): number {
    if (typeof value !== "object" || value === null) return this.#node(`${typeof value} ${String(value)}`, { uses: 0, literal: value as Literal, shape: LIST });
    const isList = Array.isArray(value);
    const entries = isList ? [] : Object.entries(value).filter(([, member]) => member !== undefined);
    const parts = (isList ? (value as readonly unknown[]) : entries.map(([, member]) => member as unknown)).map((one) => this.add(one));
    const shape = isList ? LIST : this.#shape(entries.map(([key]) => key));
    const known = this.nodes.length;
    const id = this.#node(`${shape}:${parts.join(",")}`, { uses: 0, parts, shape });
    if (id === known) for (const part of parts) this.#use(part);
    return id;
  }

  #use(id: number): void {
    const node = this.nodes[id];
    if (node !== undefined) node.uses++;
  }

  #node(key: string, node: Node): number {
    const found = this.#ids.get(key);
    if (found !== undefined) return found;
    this.nodes.push(node);
    this.#ids.set(key, this.nodes.length - 1);
    return this.nodes.length - 1;
  }

  #shape(keys: readonly string[]): number {
    const key = JSON.stringify(keys);
    const found = this.#shapeIds.get(key);
    if (found !== undefined) return found;
    this.shapes.push(keys);
    this.#shapeIds.set(key, this.shapes.length - 1);
    return this.shapes.length - 1;
  }
}

const SHORT = 4;
