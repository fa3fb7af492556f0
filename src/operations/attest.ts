import { ChorusError } from "../diagnostics/chorus-error.ts";
import { diagnostic, type Diagnostic } from "../diagnostics/diagnostic.ts";
import { kindNamed, kindOfResource } from "../kinds/kinds.ts";
import type { Attestation, EvidenceReference } from "../model/attestation.ts";
import type { ResourceRecord } from "../model/condition.ts";
import { meantDay } from "../model/day.ts";
import { defined } from "../model/defined.ts";
import { DAY_MS, durationMs, parseInstant, parseUntil, toInstant, toMs, type Instant } from "../model/instant.ts";
import { NOT_ASKED } from "../model/observation.ts";
import type { Resource } from "../model/resource.ts";
import { coversOf, isAbout } from "../plan/covers.ts";
import { writeAttestations, type WritePorts } from "../state/write-attestations.ts";
import type { Project } from "./open-project.ts";

export interface AttestRequest {
  readonly resources: readonly Resource[];
  readonly by: string;
  /** What was seen, or why a difference is accepted. */
  readonly word: { readonly seen: string } | { readonly accepted: string };
  readonly evidence?: EvidenceReference | undefined;
  /** Dates as given on the command line. */
  readonly at?: string;
  readonly until?: string;
  readonly nowMs: number;
}

export interface Attested {
  readonly file: string;
  readonly attestations: readonly Attestation[];
}

/**
 * Writes a person's word on resources. What an API has proven needs none, has no difference to accept, and a word against
 * a proof would be void: that is refused, as are dates that cannot be read.
 */
export const attest = async (project: Project, ports: WritePorts, request: AttestRequest): Promise<Attested> => {
  const refused = request.resources.flatMap((resource) => refusal(project, resource, request));
  if (refused.length > 0) throw new ChorusError(refused);
  const attestations = request.resources.map((resource) => toAttestation(resource, request));
  return { file: await writeAttestations(project.folder, ports, attestations), attestations };
};

const refusal = ({ state }: Project, resource: Resource, { word, nowMs }: AttestRequest): readonly Diagnostic[] => {
  const { address, kind } = resource;
  const accepts = "accepted" in word;
  if (!accepts && !kindNamed(kind).attestable) {
    return [diagnostic("CHR-NOTHING-TO-ATTEST", "error", { address, reason: "not-attestable" })];
  }
  const record = state.records.get(address);
  const [claim] = kindOfResource(resource).judge(resource, () => NOT_ASKED);
  const known = record !== undefined && isAbout(record, resource) ? record.conditions.find(({ type }) => type === claim?.type) : undefined;
  const isProven = known?.status === "true" && known.proof !== "attested" && (accepts || !mayBeRenewed(resource, record, nowMs));
  return isProven ? [diagnostic("CHR-NOTHING-TO-ATTEST", "error", { address, reason: accepts ? "no-difference" : "proven" })] : [];
};

/** An account works on when its password is made anew, and a word may be all that tells when: unless an API dates it, and far ahead. */
const mayBeRenewed = (resource: Resource, record: ResourceRecord | undefined, nowMs: number): boolean => {
  if (resource.kind !== "compte-technique") return false;
  const dated = record?.conditions.find(({ fact }) => fact?.fact === "expiry");
  if (dated?.fact?.fact !== "expiry" || dated.fact.estimated === true) return true;
  const isElsewhere = dated.evidence?.by === "api" && dated.evidence.origin !== undefined;
  return isElsewhere || toMs(dated.fact.expiresAt) <= nowMs + durationMs(resource.spec.renewBefore);
};

const toAttestation = (resource: Resource, request: AttestRequest): Attestation => {
  const { address, kind } = resource;
  const at = request.at === undefined ? toInstant(request.nowMs) : readDate("--at", request.at, parseInstant);
  const life = kindNamed(kind).attestedForDays * DAY_MS;
  const until = request.until === undefined ? toInstant(request.nowMs + life) : readDate("--until", request.until, parseUntil);
  if (at > toInstant(request.nowMs)) throw wrongDate("--at", request.at ?? at);
  if (until < at || until < toInstant(request.nowMs)) throw wrongDate("--until", request.until ?? until);
  return defined({
    address,
    by: request.by,
    at,
    ...request.word,
    until,
    evidence: request.evidence,
    covers: coversOf(resource),
  });
};

const readDate = (option: string, text: string, parse: (text: string) => Instant | undefined): Instant => {
  const instant = parse(text);
  if (instant === undefined) throw new ChorusError([diagnostic("CHR-DATE-FORM", "error", defined({ value: text, of: option, fix: meantDay(text) }))]);
  return instant;
};

const wrongDate = (of: string, value: string): ChorusError =>
  new ChorusError([diagnostic("CHR-USAGE", "error", { problem: "invalid-argument", value, of })]);
