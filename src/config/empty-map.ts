/** A map of a document, which inherits nothing: `constructor` may be a key. */
export type DataMap = Record<string, unknown>;

/** Not `Object.create(null)`: engines keep such an object as a hash table, which costs thousands of maps time and memory. */
export const emptyMap = (): DataMap => Object.create(NOTHING) as DataMap;

const NOTHING: object = Object.freeze(Object.create(null) as object);
