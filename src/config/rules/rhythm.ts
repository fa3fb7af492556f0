import { diagnostic } from "../../diagnostics/diagnostic.ts";
import { durationMs } from "../../model/instant.ts";
import type { Rule } from "./rules.ts";

/** Reminders count from the first message: one at the time of another, or before it, would never be sent. */
export const checkRhythm: Rule = function* ({ desired, locate }) {
  const relances = desired.clients?.relances ?? [];
  for (const [index, value] of relances.entries()) {
    const before = relances[index - 1];
    if (before === undefined || durationMs(value) > durationMs(before)) continue;
    yield diagnostic("CHR-CONFIG-VALUE", "error", { key: "relances", value, example: "[7d, 15d, 30d]" }, locate(["clients", "relances", String(index)]));
  }
};
