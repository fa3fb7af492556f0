/** French: the plural begins at two. `0 étape`, `1 étape`, `2 étapes`. */
export const pluralFr = (count: number, one: string, many: string): string => (Math.abs(count) < 2 ? one : many);

/** English: only one is singular. `0 steps`, `1 step`, `2 steps`. */
export const pluralEn = (count: number, one: string, many: string): string => (Math.abs(count) === 1 ? one : many);
