import { hash } from "node:crypto";
import { isAbsolute, join, relative, resolve, sep } from "node:path";
import { diagnostic, type Diagnostic } from "../diagnostics/diagnostic.ts";
import { hasCode } from "../ports/error-code.ts";
import type { Files } from "../ports/ports.ts";
import type { ReadAttestations } from "./attestations-file.ts";

export type EvidenceProblem = "missing" | "outside" | "too-large";

/**
 * The bytes of a file that is evidence and their SHA-256. Only what is in the configuration's folder, wherever links lead,
 * is read: a configuration under review may name any file.
 */
export const readEvidenceFile = async (
  folder: string,
  file: string,
  files: EvidenceFiles,
): Promise<{ readonly bytes: Uint8Array; readonly sha256: string } | EvidenceProblem> => {
  const path = resolve(folder, file);
  if (!isInside(folder, path)) return "outside";
  try {
    const stat = await files.stat(path);
    if (stat === undefined || (stat.mode & FILE_TYPE) === FOLDER) return "missing";
    if (!isInside(await files.realPath(folder), await files.realPath(path))) return "outside";
    if (stat.size > MOST_BYTES) return "too-large";
    const bytes = await files.read(path);
    return { bytes, sha256: hash("sha256", bytes, "hex") };
  } catch (error) {
    if (hasCode(error, "ENOENT", "EACCES", "EISDIR", "ENOTDIR")) return "missing";
    throw error;
  }
};

export type EvidenceFiles = Pick<Files, "read" | "stat" | "realPath">;

/** Files that people's words rest on, and that are gone or no longer what they were. */
export const evidenceWarnings = async (
  folder: string,
  { attestations, placeOf }: ReadAttestations,
  files: EvidenceFiles,
): Promise<readonly Diagnostic[]> => {
  const found: Diagnostic[] = [];
  for (const { address, evidence } of attestations.values()) {
    if (evidence === undefined || typeof evidence === "string") continue;
    const { file, sha256 } = evidence;
    const read = await readEvidenceFile(folder, file, files);
    const problem = typeof read === "string" ? read : read.sha256 === sha256 ? undefined : "changed";
    if (problem === undefined) continue;
    found.push(diagnostic("CHR-EVIDENCE-FILE", "warning", { file: join(folder, file), problem }, await placeOf?.(address, "evidence")));
  }
  return found;
};

const isInside = (folder: string, path: string): boolean => {
  const below = relative(folder, path);
  return below !== "" && below !== ".." && !below.startsWith(`..${sep}`) && !isAbsolute(below);
};

const MOST_BYTES = 64 * 1024 * 1024;
const FILE_TYPE = 0o170000;
const FOLDER = 0o040000;
