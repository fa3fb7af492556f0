import { obeyedEscaped } from "../model/obeyed-escaped.ts";

/** JSON for other programs, which a terminal may show too. */
export const safeJson = (value: unknown): string => `${obeyedEscaped(JSON.stringify(value, null, 2))}\n`;
