/** The two environments of PISTE and Chorus Pro, in the order in which one connects: qualification, then production. */
export const ENVIRONMENTS = ["qualification", "production"] as const;

export type EnvironmentName = (typeof ENVIRONMENTS)[number];

export const isEnvironmentName = (value: string): value is EnvironmentName =>
  (ENVIRONMENTS as readonly string[]).includes(value);
