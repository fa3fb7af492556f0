/** Where a line of the state breaks its schema, as a JSON pointer: empty for the line as a whole. Undefined where it fits. */
export const checkStateLine = async (line: unknown): Promise<string | undefined> => {
  const { validate } = await import("../config/validators/state.gen.js");
  return validate(line) ? undefined : (validate.errors?.[0]?.instancePath ?? "");
};
