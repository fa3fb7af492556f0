/** Every way in which the simulator can be unreliable. Certainty and sources: {@link FAULTS}. */
export const FAULT_NAMES = [
  "invalid-client", "401", "401-default-realm", "401-piste", "429", "429-retry-after", "429-retry-after-date",
  "500", "502", "503", "reset", "half-answer", "not-json", "slow-headers", "slow-body",
  "code-retour-text", "unknown-fields", "unknown-values", "empty-pages", "shrinking-page", "clock-skew", "dns",
] as const;

export type FaultName = (typeof FAULT_NAMES)[number];
