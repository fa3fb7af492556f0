/** Turns the lines of one version into those of the next. */
export type Migration = (lines: readonly unknown[]) => readonly unknown[];

/** Migrations by the version that they start from. The first format is version 1: there is nothing older yet. */
export const MIGRATIONS: Readonly<Record<number, Migration>> = {};

export const migrate = (
  lines: readonly unknown[],
  from: number,
  migrations: Readonly<Record<number, Migration>> = MIGRATIONS,
): readonly unknown[] => {
  const next = migrations[from];
  return next === undefined ? lines : migrate(next(lines), from + 1, migrations);
};
