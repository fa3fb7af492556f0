/** Turns a line of one version into that of the next. */
export type Migration = (line: unknown) => unknown;

/** Migrations by the version that they start from. */
export const MIGRATIONS: Readonly<Record<number, Migration>> = {
  // Version 2 has `was`, which no line of version 1 has: of what drifted before, it is not known what proved it.
  1: (line) => line,
};

export const migrate = (line: unknown, from: number, migrations: Readonly<Record<number, Migration>> = MIGRATIONS): unknown => {
  const next = migrations[from];
  return next === undefined ? line : migrate(next(line), from + 1, migrations);
};
