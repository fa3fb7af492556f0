import { resolve } from "node:path";
import { ChorusError } from "../../diagnostics/chorus-error.ts";
import { diagnostic, type Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Instant } from "../../model/instant.ts";
import type { Observation } from "../../model/observation.ts";
import type { Origin } from "../../model/origin.ts";
import type { ProofDocument } from "../../model/proof.ts";
import { questionKey, type QuestionKey } from "../../model/question.ts";
import { proofValidityMs, wantedResources } from "../../plan/plan.ts";
import type { Files } from "../../ports/ports.ts";
import type { Project } from "../open-project.ts";
import { questionsOf } from "../questions.ts";
import { toObservation } from "./answers.ts";
import { refuseProof, type CheckedAgainst } from "./check-proof.ts";
import { readProof } from "./read-proof.ts";
import { recordReceived } from "./record-received.ts";
import { readPublicKeys, refuseSignature } from "./signature.ts";

export interface CollectRequest {
  readonly files: readonly { readonly path: string; readonly named: string }[];
  readonly nowMs: number;
  /** How old a proof may be, where the configuration's word does not count. */
  readonly maxAgeMs?: number | undefined;
}

export interface Collected {
  readonly proofs: readonly CollectedProof[];
  /** One for each file that was not taken in. */
  readonly refused: readonly Diagnostic[];
  /** Lines of the state that changed. */
  readonly subjects: number;
}

export interface CollectedProof {
  readonly file: string;
  readonly document: ProofDocument;
  /** Answers that say something here: one at least. */
  readonly answers: number;
  /** Questions that are asked here and were not asked there. */
  readonly unasked: number;
  /** By a key that is listed. */
  readonly isSigned: boolean;
}

/**
 * Takes in what clients' machines proved: each file that holds is judged as if it had been asked here, at the time at which
 * it was, and recorded with its origin. A file that does not hold is refused by itself.
 */
export const collectProofs = async (project: Project, files: Files, { files: given, nowMs, maxAgeMs }: CollectRequest): Promise<Collected> => {
  const refused: Diagnostic[] = [];
  const read: { readonly file: string; readonly document: ProofDocument }[] = [];
  for (const { path, named } of given) {
    const found = await readProof(path, files);
    if ("diagnostic" in found) refused.push(found.diagnostic);
    else read.push({ file: named, document: found.document });
  }
  const latest = latestProofs(project);
  const proofs: CollectedProof[] = [];
  const observations = new Map<QuestionKey, Observation>();
  // The older of two of one client first: the newer counts.
  for (const { file, document } of read.toSorted((a, b) => (a.document.madeAt < b.document.madeAt ? -1 : 1))) {
    const { client, environment, madeAt, answers } = document;
    const of = `${environment}/${client}`;
    const against = { desired: project.desired, file, nowMs, maxAgeMs: maxAgeMs ?? proofValidityMs(project.desired), collectedAt: latest.get(of) };
    const found = await checked(document, project, files, against);
    if ("diagnostics" in found) {
      refused.push(...found.diagnostics);
      continue;
    }
    const received = answers.flatMap((answer) => {
      const observation = toObservation(answer, { client, at: madeAt });
      return observation === undefined ? [] : [[questionKey(answer.question), observation] as const];
    });
    if (received.length === 0) {
      refused.push(diagnostic("CHR-PROOF-EMPTY", "error", { file, client }));
      continue;
    }
    latest.set(of, madeAt);
    for (const [key, observation] of received) observations.set(key, observation);
    proofs.push({ file, document, answers: received.length, unasked: unaskedOf(document, project, nowMs), isSigned: found.isSigned });
  }
  const madeAt = new Map(proofs.map(({ document: { environment, client, madeAt } }) => [`${environment}/${client}`, madeAt]));
  return { proofs, refused, subjects: await recordReceived(project, { observations, madeAt }, nowMs) };
};

/** What the configuration asks about the client today, and did not when the proof was made. */
const unaskedOf = ({ client, environment, applications, answers }: ProofDocument, { desired }: Project, nowMs: number): number => {
  const asked = new Set(answers.map(({ question }) => questionKey(question)));
  const through = new Set(applications.map(({ name }) => name));
  const questions = questionsOf(wantedResources(desired, nowMs, { client, environment }), new Map(), true);
  const missing = questions.filter((question) => through.has(question.application) && !asked.has(questionKey(question)));
  return new Set(missing.map(questionKey)).size;
};

type Checked = { readonly isSigned: boolean } | { readonly diagnostics: readonly Diagnostic[] };

const checked = async (
  document: ProofDocument,
  { desired, folder }: Project,
  files: Pick<Files, "read">,
  against: CheckedAgainst,
): Promise<Checked> => {
  const template = desired.clients?.preuves?.cles;
  // A client that is declared, first: the path of its keys is made of its code.
  const refused = refuseProof(document, against);
  if (refused !== undefined) return { diagnostics: [refused] };
  if (template === undefined) return { isSigned: false };
  try {
    const file = template.replaceAll("{code}", document.client);
    const unsigned = refuseSignature(document, against.file, { file, known: await readPublicKeys(resolve(folder, file), files) });
    return unsigned === undefined ? { isSigned: true } : { diagnostics: [unsigned] };
  } catch (error) {
    if (error instanceof ChorusError) return { diagnostics: error.diagnostics };
    throw error;
  }
};

/** When each client's last proof that is recorded had been made. */
const latestProofs = ({ state }: Project): Map<string, Instant> => {
  const latest = new Map<string, Instant>();
  for (const { address, conditions } of state.records.values()) {
    for (const { evidence } of conditions) {
      const origin: Origin | undefined = evidence === undefined || evidence.by === "attestation" ? undefined : evidence.origin;
      if (origin === undefined) continue;
      const of = `${address.slice(0, address.indexOf("/"))}/${origin.client}`;
      const before = latest.get(of);
      if (before === undefined || origin.at > before) latest.set(of, origin.at);
    }
  }
  return latest;
};
