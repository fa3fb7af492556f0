import { closest } from "../../config/closest.ts";
import { diagnostic, type Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Desired } from "../../model/desired.ts";
import { DAY_MS, toInstant, toMs, type Instant } from "../../model/instant.ts";
import type { ProofDocument } from "../../model/proof.ts";
import { clientsOf } from "./clients.ts";
import { foreignSubject } from "./foreign-subject.ts";
import { askedDigest, proofDigest } from "./digest.ts";

export interface CheckedAgainst {
  readonly desired: Desired;
  /** As named by the person. */
  readonly file: string;
  readonly nowMs: number;
  readonly maxAgeMs: number;
  /** When the client's last proof that was collected had been made. */
  readonly collectedAt: Instant | undefined;
}

/** Why a proof is not taken in, whoever signed it; undefined where it is. The first reason counts: of a file that was altered nothing else is known. */
export const refuseProof = (proof: ProofDocument, against: CheckedAgainst): Diagnostic | undefined => {
  for (const check of CHECKS) {
    const refused = check(proof, against);
    if (refused !== undefined) return refused;
  }
  return undefined;
};

type Check = (proof: ProofDocument, against: CheckedAgainst) => Diagnostic | undefined;

const whole: Check = (proof, { file }) => {
  const { client, answers, asked, digest, madeAt } = proof;
  const of = { file, client };
  if (digest !== proofDigest(proof)) return diagnostic("CHR-PROOF-ALTERED", "error", { ...of, what: "digest" });
  if (asked !== askedDigest(answers.map(({ question }) => question))) return diagnostic("CHR-PROOF-ALTERED", "error", { ...of, what: "asked" });
  const earliest = toInstant(toMs(madeAt) - DAY_MS);
  const isOff = answers.some(({ trace }) => trace !== undefined && (trace.at > madeAt || trace.at < earliest));
  return isOff ? diagnostic("CHR-PROOF-ALTERED", "error", { ...of, what: "times" }) : undefined;
};

const ofOurs: Check = ({ client, environment }, { desired, file }) => {
  const clients = clientsOf(desired);
  const environments = clients.get(client);
  if (environments === undefined) return diagnostic("CHR-PROOF-CLIENT", "error", { file, client, ...closest(client, [...clients.keys()]) });
  return environments.includes(environment) ? undefined : diagnostic("CHR-PROOF-ENVIRONMENT", "error", { file, client, environment });
};

const aboutWhatIsDeclared: Check = (proof, { desired, file }) => {
  const foreign = foreignSubject(proof, desired);
  return foreign === undefined ? undefined : diagnostic("CHR-PROOF-SUBJECT", "error", { file, client: proof.client, ...foreign });
};

const ofItsTime: Check = ({ client, madeAt }, { file, nowMs, maxAgeMs }) => {
  if (toMs(madeAt) > nowMs + CLOCKS_DIFFER_MS) return diagnostic("CHR-PROOF-FUTURE", "error", { file, client, madeAt });
  if (nowMs - toMs(madeAt) <= maxAgeMs) return undefined;
  return diagnostic("CHR-PROOF-OLD", "error", { file, client, madeAt, limitHours: Math.floor(maxAgeMs / HOUR_MS) });
};

const newerThanTheLast: Check = ({ client, madeAt }, { file, collectedAt }) =>
  collectedAt !== undefined && madeAt <= collectedAt
    ? diagnostic("CHR-PROOF-REPLAYED", "error", { file, client, madeAt, before: collectedAt })
    : undefined;

const CHECKS: readonly Check[] = [whole, ofOurs, aboutWhatIsDeclared, ofItsTime, newerThanTheLast];

const HOUR_MS = 3_600_000;
/** Two machines' clocks. */
const CLOCKS_DIFFER_MS = 600_000;
