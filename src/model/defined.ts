/**
 * An object without its members that are undefined, in the same order: where a type says `?`, a member is absent or has a
 * value. The type comes from where the object goes, so a member that it does not know is an error.
 */
export const defined = <T extends object>(members: NoInfer<PossiblyUndefined<T>>): T => {
  const kept: Record<string, unknown> = {};
  // Plans make hundreds of thousands of these: no array for each, as `Object.entries` would.
  for (const name in members) {
    if (members[name] !== undefined) kept[name] = members[name];
  }
  return kept as T;
};

/** `T`, with undefined where a member may be absent. */
type PossiblyUndefined<T> = { readonly [K in keyof T]: IsOptional<T, K> extends true ? T[K] | undefined : T[K] };

/** A key with `?`, or any key of a record. */
type IsOptional<T, K extends keyof T> = string extends K ? true : object extends Pick<T, K> ? true : false;
