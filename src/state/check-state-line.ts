/** Where a line of the state breaks its schema, as a JSON pointer and what is wrong there; undefined where it fits. */
export const checkStateLine = async (line: unknown): Promise<string | undefined> => {
  const { validate } = await import("../config/validators/state.gen.js");
  if (validate(line)) return undefined;
  const [error] = validate.errors ?? [];
  return `${error?.instancePath ?? ""} ${error?.keyword ?? "schema"}`.trim();
};
