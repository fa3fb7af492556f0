/**
 * An object without its members that are undefined, in the same order: where a type says `?`, a member is absent or has a
 * value. The same object where none is. The type comes from where it goes: a member that it does not know is an error.
 */
export const defined = <T extends object>(members: NoInfer<PossiblyUndefined<T>>): T => {
  // Plans make hundreds of thousands of these: most lack nothing, and need no copy.
  for (const name in members) {
    if (members[name] === undefined) return withoutUndefined(members) as T;
  }
  return members as T;
};

const withoutUndefined = (members: Readonly<Record<string, unknown>>): object => {
  const kept: Record<string, unknown> = {};
  for (const name in members) {
    if (members[name] !== undefined) kept[name] = members[name];
  }
  return kept;
};

/** `T`, with undefined where a member may be absent. */
type PossiblyUndefined<T> = { readonly [K in keyof T]: IsOptional<T, K> extends true ? T[K] | undefined : T[K] };

/** A key with `?`, or any key of a record. */
type IsOptional<T, K extends keyof T> = string extends K ? true : object extends Pick<T, K> ? true : false;
