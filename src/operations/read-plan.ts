import { tooLarge } from "../config/read-whole.ts";
import { ChorusError } from "../diagnostics/chorus-error.ts";
import type { CodeArguments } from "../diagnostics/codes.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import { parseJson } from "../model/parse-json.ts";
import type { SealedPlan } from "../plan/plan-document.ts";
import { hasCode } from "../ports/error-code.ts";
import type { Files } from "../ports/ports.ts";

/** A plan from a file. Throws `CHR-PLAN-FORM` where it is none, or one of another version. */
export const readPlan = async (file: string, files: Pick<Files, "read" | "stat">): Promise<SealedPlan> => {
  const document = parseJson(new TextDecoder().decode(await readBytes(file, files)));
  if (document === undefined) throw malformed(file, "json");
  const { validate } = await import("../config/validators/plan.gen.js");
  if (!validate(document)) {
    const [error] = validate.errors ?? [];
    throw malformed(file, "schema", error?.instancePath);
  }
  return document as SealedPlan;
};

/** One to apply. Of what a filter leaves out nobody saw anything: such a plan is for reading. */
export const readReviewedPlan = async (file: string, files: Pick<Files, "read" | "stat">): Promise<SealedPlan> => {
  const plan = await readPlan(file, files);
  if (plan.selection?.where !== undefined) throw malformed(file, "filtered");
  return plan;
};

const readBytes = async (file: string, files: Pick<Files, "read" | "stat">): Promise<Uint8Array> => {
  try {
    const found = tooLarge(file, (await files.stat(file))?.size ?? 0, MOST_MB);
    if (found !== undefined) throw new ChorusError([found]);
    return await files.read(file);
  } catch (error) {
    if (error instanceof ChorusError) throw error;
    throw malformed(file, hasCode(error, "ENOENT") ? "not-found" : "unreadable");
  }
};

const malformed = (file: string, problem: CodeArguments["CHR-PLAN-FORM"]["problem"], place?: string): ChorusError => {
  const where = place === undefined || place === "" ? {} : { place };
  return new ChorusError([diagnostic("CHR-PLAN-FORM", "error", { file, problem, ...where })]);
};

/** One over a hundred thousand clients takes less. */
const MOST_MB = 256;
