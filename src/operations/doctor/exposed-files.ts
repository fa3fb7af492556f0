import { resolve } from "node:path";
import type { SecretReference } from "../../model/secret.ts";
import type { EnvironmentVariables, Files } from "../../ports/ports.ts";

export interface ExposedPorts {
  readonly files: Pick<Files, "stat">;
  readonly variables: EnvironmentVariables;
  /** The configuration's: where paths start. */
  readonly folder: string;
}

/**
 * Files of secrets that every user of this machine may read, as the configuration names them. Told, and no failure:
 * platforms mount secrets so, on machines that have no other users. On Windows modes say nothing.
 */
export const exposedFiles = async (references: readonly SecretReference[], { files, variables, folder }: ExposedPorts): Promise<readonly string[]> => {
  if (variables["OS"] === "Windows_NT") return [];
  const named = new Set(references.flatMap((reference) => (reference.from === "file" ? [reference.file] : [])));
  const exposed: string[] = [];
  for (const file of named) {
    const found = await files.stat(resolve(folder, file)).catch(() => undefined);
    if (found !== undefined && (found.mode & READ_BY_OTHERS) !== 0) exposed.push(file);
  }
  return exposed.toSorted();
};

const READ_BY_OTHERS = 0o004;
