/** Items by key, in the order in which the keys are first met. (`Map.groupBy` is not in Node 20.) */
export const groupBy = <K, T>(items: Iterable<T>, keyOf: (item: T) => K): ReadonlyMap<K, readonly T[]> => {
  const groups = new Map<K, T[]>();
  for (const item of items) addTo(groups, keyOf(item), item);
  return groups;
};

/** Adds an item to the group of a key, which it begins where there is none. */
export const addTo = <K, T>(groups: Map<K, T[]>, key: K, item: T): void => {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [item]);
  else group.push(item);
};
