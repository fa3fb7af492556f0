/** The code that Node and libraries put on an error, `ENOENT` and the like; undefined where there is none. */
export const errorCode = (error: unknown): string | undefined => {
  const code: unknown = typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
  return typeof code === "string" ? code : undefined;
};

export const hasCode = (error: unknown, ...codes: readonly string[]): boolean => codes.includes(errorCode(error) ?? "");
