import { digestOf } from "./digest.ts";
import type { SealedPlan } from "./plan-document.ts";

/**
 * Fingerprint of what a person reviews in a plan: of each resource its desired values, its verdicts, its step and its
 * arguments. Times, ids and prose do not count: the same plan made an hour later has the same one.
 */
export const planDigest = ({ resources }: Pick<SealedPlan, "resources">): string =>
  digestOf(resources.map(({ address, digest }) => [address, digest]));
