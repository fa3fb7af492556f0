import type { CodeArguments } from "../../diagnostics/codes.ts";
import { diagnostic, type Diagnostic } from "../../diagnostics/diagnostic.ts";
import { defined } from "../../model/defined.ts";
import { parseJson } from "../../model/parse-json.ts";
import type { ProofDocument } from "../../model/proof.ts";
import { hasCode } from "../../ports/error-code.ts";
import type { Files } from "../../ports/ports.ts";

export type ReadProof = { readonly document: ProofDocument } | { readonly diagnostic: Diagnostic };

/** A proof from a file, or why it is none. It comes from outside: nothing is taken for granted. */
export const readProof = async (file: string, files: Pick<Files, "read" | "stat">): Promise<ReadProof> => {
  try {
    const stat = await files.stat(file);
    if (stat === undefined) return malformed(file, "not-found");
    if (stat.size > MOST_BYTES) return malformed(file, "too-large");
    const document = parseJson(new TextDecoder().decode(await files.read(file)));
    if (document === undefined) return malformed(file, "json");
    const { validate } = await import("../../config/validators/proof.gen.js");
    if (validate(document)) return { document: document as ProofDocument };
    return malformed(file, "schema", validate.errors?.[0]?.instancePath);
  } catch (error) {
    return malformed(file, hasCode(error, "ENOENT") ? "not-found" : "unreadable");
  }
};

const malformed = (file: string, problem: CodeArguments["CHR-PROOF-FORM"]["problem"], place?: string): ReadProof => ({
  diagnostic: diagnostic("CHR-PROOF-FORM", "error", defined({ file, problem, place: place === "" ? undefined : place })),
});

/** A client with a thousand structures takes a hundredth of it. */
const MOST_BYTES = 64 * 1024 * 1024;
