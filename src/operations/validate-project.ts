import { resolve } from "node:path";
import { closest } from "../config/closest.ts";
import type { Loaded } from "../config/load.ts";
import { diagnostic, sortDiagnostics, type Diagnostic } from "../diagnostics/diagnostic.ts";
import { declareResources } from "../kinds/kinds.ts";
import type { Desired } from "../model/desired.ts";
import { readAttestations, type ReadAttestations } from "../state/attestations-file.ts";
import { evidenceWarnings, type EvidenceFiles } from "../state/evidence-file.ts";
import { moveAttestations } from "../state/moves.ts";
import { validate, type ValidateRequest } from "./validate.ts";

export interface ValidateProjectRequest extends ValidateRequest {
  readonly files: ValidateRequest["files"] & EvidenceFiles;
  readonly nowMs: number;
}

/** A configuration with everything that is wrong with it and with what people attested beside it. */
export const validateProject = async (request: ValidateProjectRequest): Promise<Loaded> => {
  const loaded = await validate(request);
  const folder = resolve(loaded.folder);
  const read = await readAttestations(folder, request.files);
  const found = [
    ...read.diagnostics,
    ...(await evidenceWarnings(folder, read, request.files)),
    ...(loaded.desired === undefined ? [] : await unmatched(loaded.desired, read, request.nowMs)),
  ];
  return found.length === 0 ? loaded : { ...loaded, diagnostics: sortDiagnostics([...loaded.diagnostics, ...found]) };
};

/** Words on what is not declared, or no longer: each with its place. */
const unmatched = async (desired: Desired, { attestations, placeOf }: ReadAttestations, nowMs: number): Promise<readonly Diagnostic[]> => {
  if (attestations.size === 0) return [];
  const declared = declareResources(desired, nowMs).map(({ address }) => address);
  const known = new Set(declared);
  const found: Diagnostic[] = [];
  for (const [address, word] of attestations) {
    const today = [...moveAttestations(new Map([[address, word]]), desired.moved).keys()];
    if (today.every((one) => known.has(one))) continue;
    found.push(diagnostic("CHR-ATTESTATION-UNMATCHED", "warning", { address, ...closest(address, declared) }, await placeOf?.(address, "address")));
  }
  return found;
};
