import type { EnvironmentName } from "../model/environment.ts";
import { toInstant } from "../model/instant.ts";
import { checkId, type Check } from "./doctor-document.ts";
import type { ExchangeNotes } from "./exchange-notes.ts";

/** This machine's clock against the server's `Date`: proofs, deadlines and certificates are judged by it. */
export const clockCheck = (environment: EnvironmentName, notes: ExchangeNotes, waitsFor: string | undefined): Check => {
  const self = { id: checkId(environment, "clock"), check: "clock", subject: "" } as const;
  const seen = notes.clockOf(environment);
  if (seen === undefined) {
    if (notes.hasAnswer(environment)) return { ...self, status: "unknown", reason: "no-date" };
    return { ...self, status: "waiting", reason: "nothing-answered", ...(waitsFor === undefined ? {} : { waitsFor }) };
  }
  const { aheadMs, request, status, at, durationMs } = seen;
  const isRight = Math.abs(aheadMs) <= TOLERANCE_MS;
  return {
    ...self,
    status: isRight ? "ok" : "failed",
    reason: isRight ? "clock-right" : "clock-off",
    evidence: { asked: request, status, at: toInstant(at), durationMs, tries: 1 },
    facts: { aheadS: Math.round(aheadMs / 1000) || 0 },
    ...(isRight ? {} : { causes: [{ cause: "clock", told: "clock-off" }] }),
  };
};

/** What clocks drift, and more: tokens and passwords are dated to the minute at best. */
const TOLERANCE_MS = 300_000;
