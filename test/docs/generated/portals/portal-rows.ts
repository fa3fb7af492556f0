import { SECTION_2B, SECTION_3B, SECTION_4 } from "./chorus-pro-rows.ts";
import { OURS, SINCE } from "./later-rows.ts";
import { SECTION_1, SECTION_2A, SECTION_3A } from "./piste-rows.ts";
import type { PortalRow } from "./portal-row.ts";

/** Every screen, label and rule of AIFE's guide of 2020, in its order, then what came since, then what is ours. */
export const PORTAL_ROWS: readonly PortalRow[] = [...SECTION_1, ...SECTION_2A, ...SECTION_2B, ...SECTION_3A, ...SECTION_3B, ...SECTION_4, ...SINCE, ...OURS];
