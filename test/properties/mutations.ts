import fc from "fast-check";

/**
 * How often each property is tried: the same values for the same code, so that a change is not held up by another's defect.
 * `CHORUS_FUZZ=50` tries fifty times as often, other values each time.
 */
export const runs = (usual: number): { readonly numRuns: number; readonly seed?: number } => {
  const more = process.env["CHORUS_FUZZ"];
  return more === undefined ? { numRuns: usual, seed: 20_261_124 } : { numRuns: usual * Number(more) };
};

/** What people, editors, merges and broken disks do to a file. */
export interface Mutation {
  /** Where, in parts of the whole. */
  readonly at: number;
  readonly length: number;
  readonly with: string | Uint8Array;
}

const HOSTILE = [
  "", "\n", "\r", "\t", " ", "\u0000", "\ufeff", "\u001b[31m", "\u202e", "é", "\ud800", "😀", '"', "'", "\\", "{", "}", "[", "]", ",", ":", ";", "#", "&a ", "*a", "<<: *a", "|", ">",
  "null", "true", "-1", "0", "1e999", "99999999999999999999", "0.5", "{}", "[]", '""', "__proto__", "constructor", "toString", "../", "/etc/passwd", "=1+1", "<script>", "{code}", "2026-13-45", "+275760-09-13T00:00:00.000Z", "9999-12-31T23:59:59Z",
  "<<<<<<< ours\n", "=======\n", ">>>>>>> theirs\n",
] as const;

const mutation: fc.Arbitrary<Mutation> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.nat({ max: 4 }), fc.nat({ max: 60 }), fc.nat({ max: 5000 })),
  with: fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...HOSTILE) }, fc.string({ maxLength: 12 }), fc.uint8Array({ maxLength: 6 })),
});

const mutations: fc.Arbitrary<readonly Mutation[]> = fc.array(mutation, { minLength: 1, maxLength: 4 });

const mutate = (content: string, changes: readonly Mutation[]): Uint8Array =>
  changes.reduce<Uint8Array>((before, { at, length, with: inserted }) => {
    const start = Math.floor(at * before.length);
    return Buffer.concat([before.subarray(0, start), Buffer.from(inserted as string), before.subarray(start + length)]);
  }, Buffer.from(content));

/** A value in a JSON document that is put in the place of another one, or a key that is gone or new. */
export interface Graft {
  /** Which of its places, counted round. */
  readonly place: number;
  readonly what: "replace" | "remove" | "rename" | "double";
  readonly value: unknown;
}

const anything = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, 0, -1, 0.5, 1e308, 2 ** 53, "", " ", "x", "production", "true", "unknown", "2026-11-24T08:12:00Z", "9999-12-31T23:59:59Z", "2026-02-30", "a/b/c/d", "a\u0000b", "x".repeat(300), "production/structure/..", "__proto__", "constructor", "\u001b]0;x\u0007", [], {}),
  fc.string({ maxLength: 8 }),
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom("__proto__", "constructor", "length").map((key) => JSON.parse(`{"${key}":{"a":1}}`) as unknown),
);

const grafts: fc.Arbitrary<readonly Graft[]> = fc.array(
  fc.record({ place: fc.nat(), what: fc.constantFrom("replace", "replace", "remove", "rename", "double"), value: anything }),
  { minLength: 1, maxLength: 3 },
);

/** A JSON value with a few of its places changed: unlike bytes that are spoilt, mostly JSON and nearly right. */
export const graft = (value: unknown, changes: readonly Graft[]): unknown => changes.reduce<unknown>(graftOne, structuredClone(value));

const graftOne = (root: unknown, { place, what, value: given }: Graft): unknown => {
  const value = structuredClone(given);
  const places = [...placesIn(root)];
  const found = places[place % Math.max(places.length, 1)];
  if (found === undefined) return value;
  const { holder, key } = found;
  if (Array.isArray(holder)) {
    const at = Number(key);
    if (what === "remove") holder.splice(at, 1);
    else if (what === "double") holder.splice(at, 0, structuredClone(holder[at]));
    else holder[at] = value;
    return root;
  }
  const old = holder[key];
  // Also where the key is `__proto__`.
  const put = (name: string, put: unknown): unknown => Object.defineProperty(holder, name, { value: put, enumerable: true, configurable: true, writable: true });
  if (what === "remove" || what === "rename") delete holder[key];
  if (what === "rename") put(typeof value === "string" ? value : "other", old);
  if (what === "replace") put(key, value);
  if (what === "double") put(key, [old, structuredClone(old)]);
  return root;
};

interface Place {
  readonly holder: unknown[] | Record<string, unknown>;
  readonly key: string;
}

function* placesIn(value: unknown): Generator<Place> {
  if (typeof value !== "object" || value === null) return;
  const holder = value as Place["holder"];
  for (const [key, inner] of Object.entries(holder)) {
    yield { holder, key };
    yield* placesIn(inner);
  }
}

/** What becomes of a file: bytes are spoilt, or one of its values says something else. Small, so that it can be read where it fails. */
export type Change = { readonly bytes: readonly Mutation[] } | { readonly values: readonly Graft[]; readonly line: number };

export const spoilt: fc.Arbitrary<Change> = mutations.map((bytes) => ({ bytes }));

export const grafted: fc.Arbitrary<Change> = fc.record({ values: grafts, line: fc.nat() });

/** A text after it; of one that is JSON, or JSON line by line, values can be changed. */
export const changed = (text: string, change: Change): Uint8Array => {
  if ("bytes" in change) return mutate(text, change.bytes);
  const lines = text.startsWith("{\n") || text.startsWith("[\n") ? [text] : text.split("\n").filter((line) => line !== "");
  const at = change.line % lines.length;
  return Buffer.from(lines.map((line, index) => `${index === at ? JSON.stringify(graft(JSON.parse(line), change.values)) : line}\n`).join(""));
};
