import { DAY_MS, toMs } from "../../model/instant.ts";
import type { Instructions } from "./guide.ts";

/** Until when a guide is held to be right; milliseconds since the epoch. */
export const reviewDueMs = ({ reviewedAt }: Pick<Instructions, "reviewedAt">): number => toMs(reviewedAt) + YEAR_MS;

/** Portals move: what nobody has held against its source for a year says so. */
export const isStale = (instructions: Pick<Instructions, "reviewedAt">, nowMs: number): boolean => nowMs > reviewDueMs(instructions);

const YEAR_MS = 365 * DAY_MS;
