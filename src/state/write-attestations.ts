import { join } from "node:path";
import { ChorusError } from "../diagnostics/chorus-error.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Attestation } from "../model/attestation.ts";
import type { Files } from "../ports/ports.ts";
import { ATTESTATIONS_FILE } from "./attestations-file.ts";
import { editAttestations } from "./edit-attestations.ts";
import { withFileLock, type LockPorts } from "./file-lock.ts";

export interface WritePorts extends LockPorts {
  readonly files: Files;
}

/**
 * Adds attestations to the file, each in the place of the older words on the same address or at the end; all else stays
 * as it was written. Who writes at the same time waits.
 */
export const writeAttestations = async (folder: string, ports: WritePorts, given: readonly Attestation[]): Promise<string> => {
  const yaml = await import("yaml");
  const file = join(folder, ATTESTATIONS_FILE);
  await withFileLock(`${file}.lock`, ports, async () => {
    const before = (await ports.files.stat(file)) === undefined ? HEADER : new TextDecoder().decode(await ports.files.read(file));
    const after = editAttestations(before, given, yaml);
    if (after === undefined) throw new ChorusError([diagnostic("CHR-ATTESTATION-FORM", "error", { problem: "list" }, { file, line: 1, column: 1 })]);
    await ports.files.replace(file, after);
  });
  return file;
};

const HEADER = "# Ce que des personnes ont vu et qu'aucune API ne dit. / What people saw and no API tells.\n\n";
