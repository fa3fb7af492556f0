import type { PlanDocument } from "../plan/plan-document.ts";

/** A plan for other programs, as `schemas/plan.schema.json` describes it. The same document gives the same bytes. */
export const renderPlanJson = (document: PlanDocument): string =>
  `${JSON.stringify(document, null, 2).replaceAll(OBEYED, escaped)}\n`;

/** JSON leaves some characters as they are that a terminal would obey; as escapes they mean the same. */
const escaped = (character: string): string => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`;

const OBEYED = /[\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;
