import { hasCode } from "../ports/error-code.ts";
import type { Files } from "../ports/ports.ts";
import { diagnostic, type Diagnostic, type Location } from "../diagnostics/diagnostic.ts";
import { decodeLegacy } from "./legacy-text.ts";
import { sourceText, type SourceText } from "./source-text.ts";

export type Read =
  | { readonly source: SourceText; readonly diagnostic?: never }
  | { readonly source?: never; readonly diagnostic: Diagnostic };

/** A place that is looked for only where there is something to tell of it. */
export type FindPlace = () => Promise<Location>;

export interface ReadRequest {
  readonly file: string;
  readonly limitMb: number;
  /** What a missing file is called. */
  readonly missing: "CHR-CONFIG-NOT-FOUND" | "CHR-CSV-NOT-FOUND" | "CHR-SCENARIO-NOT-FOUND";
  /** Where the file is named, for a file that another one names. */
  readonly where?: FindPlace | undefined;
  /** Old spreadsheets write the code page of Windows or of a Mac: accepted where nothing is read but names. */
  readonly legacy: boolean;
}

/** A file as text, whatever Unicode it is in, or why it cannot be had. */
export const readText = async (files: Pick<Files, "read" | "stat">, request: ReadRequest): Promise<Read> => {
  const { file, limitMb, where } = request;
  try {
    const stat = await files.stat(file);
    if (stat === undefined) return { diagnostic: diagnostic(request.missing, "error", { file }, await where?.()) };
    if (stat.size > limitMb * MB) {
      const megabytes = Math.ceil(stat.size / MB);
      return { diagnostic: diagnostic("CHR-FILE-TOO-LARGE", "error", { file, megabytes, limit: limitMb }, await where?.()) };
    }
    return decode(await files.read(file), request);
  } catch (error) {
    return { diagnostic: unreadable(error, request, await where?.()) };
  }
};

const unreadable = (error: unknown, { file, missing }: ReadRequest, where: Location | undefined): Diagnostic => {
  if (hasCode(error, "ENOENT", "ENOTDIR")) return diagnostic(missing, "error", { file }, where);
  const problem = hasCode(error, "EISDIR") ? "directory" : hasCode(error, "EACCES", "EPERM") ? "permission" : "other";
  return diagnostic("CHR-CONFIG-UNREADABLE", "error", { file, problem }, where);
};

const decode = (bytes: Uint8Array, { file, legacy }: ReadRequest): Read => {
  const encoding = utf16(bytes) ?? "utf-8";
  try {
    return { source: sourceText(file, new TextDecoder(encoding, { fatal: true }).decode(bytes)) };
  } catch {
    if (legacy) return { source: sourceText(file, decodeLegacy(bytes)) };
    const source = sourceText(file, new TextDecoder(encoding).decode(bytes));
    const at = Math.max(source.text.indexOf("\ufffd"), 0);
    return { diagnostic: diagnostic("CHR-FILE-ENCODING", "error", { file }, source.at(at, at + 1)) };
  }
};

/** By its byte order mark, else by the zero that every ASCII letter has: Windows tools write it. */
export const utf16 = ([first, second, third, fourth]: Uint8Array): "utf-16le" | "utf-16be" | undefined => {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  if (first !== 0 && second === 0 && third !== 0 && fourth === 0) return "utf-16le";
  if (first === 0 && second !== 0 && third === 0 && fourth !== 0) return "utf-16be";
  return undefined;
};

const MB = 1024 * 1024;
