/** Which part of a list is to be shown. */
export interface Page {
  /** From 1 on. */
  readonly number: number;
  /** How many a page holds. */
  readonly limit: number;
}

/** Where a page stands in its list. */
export interface PagePlace {
  readonly number: number;
  /** At least one: of an empty list the first is empty. */
  readonly pages: number;
  /** The first and the last that it shows, from 1 on; both 0 where it shows none. */
  readonly first: number;
  readonly last: number;
  readonly total: number;
}

/** What of a list is on a page; nothing beyond the last. */
export const onPage = <T>(list: readonly T[], { number, limit }: Page): readonly T[] => list.slice((number - 1) * limit, number * limit);

export const pagePlace = (total: number, { number, limit }: Page): PagePlace => {
  const before = (number - 1) * limit;
  const isEmpty = before >= total;
  return { number, pages: Math.max(1, Math.ceil(total / limit)), first: isEmpty ? 0 : before + 1, last: isEmpty ? 0 : Math.min(total, before + limit), total };
};
