import { groupBy } from "./group-by.ts";

/** How many there are, in all and of each sort. */
export interface Count {
  readonly total: number;
  readonly by: Readonly<Record<string, number>>;
}

/** The sorts in the order that is given, then as they are met. */
export const countBy = <T>(list: readonly T[], sortOf: (one: T) => string, order: readonly string[] = []): Count => {
  const groups = groupBy(list, sortOf);
  const sorts = new Set([...order.filter((sort) => groups.has(sort)), ...groups.keys()]);
  return { total: list.length, by: Object.fromEntries([...sorts].map((sort) => [sort, groups.get(sort)?.length ?? 0])) };
};
