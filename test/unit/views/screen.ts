import pc from "picocolors";
import type { Language } from "../../../src/messages/language.ts";
import { PARIS } from "./fixtures/half-way.ts";

/** A screen without colours. */
export const screen = (language: Language = "fr", width = 100, colors = false) => ({
  language,
  width,
  palette: pc.createColors(colors),
  timeZone: PARIS,
});

export const RUN = { requests: 31, durationMs: 3100, reused: 0 };
