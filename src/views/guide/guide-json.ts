import { safeJson } from "../safe-json.ts";
import { shown } from "../text/wrap.ts";
import type { GuideDocument } from "./guide-document.ts";

/** Guides for other programs: the same document that the text is rendered from. */
export const renderGuideJson = (document: GuideDocument): string => shown(safeJson(document));
