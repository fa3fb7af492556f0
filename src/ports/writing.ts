import { ChorusError } from "../diagnostics/chorus-error.ts";
import type { CodeArguments } from "../diagnostics/codes.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import { errorCode } from "./error-code.ts";

/** What the machine refuses is the user's to mend, not our bug: told with its place. */
export const writing = async <T>(file: string, work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    const problem = REFUSALS[errorCode(error) ?? ""];
    if (problem === undefined) throw error;
    throw new ChorusError([diagnostic("CHR-FILE-REFUSED", "error", { file, problem })], { cause: error });
  }
};

const REFUSALS: Readonly<Record<string, CodeArguments["CHR-FILE-REFUSED"]["problem"]>> = {
  EACCES: "permission",
  EPERM: "permission",
  EROFS: "read-only",
  ENOSPC: "full",
  EDQUOT: "full",
  EISDIR: "directory",
  ENOTDIR: "directory",
  ENAMETOOLONG: "name",
};
