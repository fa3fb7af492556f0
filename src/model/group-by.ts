/** Nothing is a group of none. */
export type Group<T> = readonly [T, ...T[]];

/** Items by key, in the order in which the keys are first met. (`Map.groupBy` is not in Node 20.) */
export const groupBy = <K, T>(items: Iterable<T>, keyOf: (item: T) => K): ReadonlyMap<K, Group<T>> => {
  const groups = new Map<K, [T, ...T[]]>();
  for (const item of items) addTo(groups, keyOf(item), item);
  return groups;
};

/** Adds an item to the group of a key, which it begins where there is none. */
export const addTo = <K, T>(groups: Growing<K, T>, key: K, item: T): void => {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [item]);
  else group.push(item);
};

interface Growing<K, T> {
  get(key: K): T[] | undefined;
  set(key: K, group: [T, ...T[]]): unknown;
}
