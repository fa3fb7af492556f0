import { pointerPath, showPath } from "../config/path.ts";

/** What in a line of the state breaks its schema: empty for the line as a whole. Undefined where it fits. */
export const checkStateLine = async (line: unknown): Promise<string | undefined> => {
  const { validate } = await import("../config/validators/state.gen.js");
  return validate(line) ? undefined : showPath(pointerPath(validate.errors?.[0]?.instancePath ?? ""));
};
