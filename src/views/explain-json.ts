import type { Explainable, Explanation } from "../model/explanation.ts";
import { safeJson } from "./safe-json.ts";

/** What words mean, or which there are, for other programs. `schemas/explain.schema.json` */
export const renderExplainJson = (content: Explainable | { readonly explanations: readonly Explanation[] }): string => safeJson({ format: "chorus-explain", version: 1, ...content });
