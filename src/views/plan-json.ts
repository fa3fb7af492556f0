import type { SealedPlan } from "../plan/plan-document.ts";
import { safeJson } from "./safe-json.ts";

/** A plan for other programs, as `schemas/plan.schema.json` describes it. The same document gives the same bytes. */
export const renderPlanJson = (document: SealedPlan): string => safeJson(document);
