import { ChorusError } from "../diagnostics/chorus-error.ts";
import { diagnostic, type Diagnostic } from "../diagnostics/diagnostic.ts";
import { hasCode } from "../ports/error-code.ts";
import type { Files } from "../ports/ports.ts";

/**
 * The bytes of a file that Chorus wrote or should have written; undefined where there is none. Throws where it may not be
 * read, and where it is larger than one of its kind can be: no text can be made of that.
 */
export const readWhole = async (file: string, files: Pick<Files, "read" | "stat">, limitMb: number): Promise<Uint8Array | undefined> => {
  try {
    const stat = await files.stat(file);
    if (stat === undefined) return undefined;
    const found = tooLarge(file, stat.size, limitMb);
    if (found !== undefined) throw new ChorusError([found]);
    return await files.read(file);
  } catch (error) {
    if (error instanceof ChorusError) throw error;
    if (hasCode(error, "ENOENT", "ENOTDIR")) return undefined;
    const problem = hasCode(error, "EISDIR") ? "directory" : hasCode(error, "EACCES", "EPERM") ? "permission" : "other";
    throw new ChorusError([diagnostic("CHR-CONFIG-UNREADABLE", "error", { file, problem })], { cause: error });
  }
};

export const tooLarge = (file: string, size: number, limitMb: number): Diagnostic | undefined =>
  size > limitMb * MB ? diagnostic("CHR-FILE-TOO-LARGE", "error", { file, megabytes: Math.ceil(size / MB), limit: limitMb }) : undefined;

const MB = 1024 * 1024;
