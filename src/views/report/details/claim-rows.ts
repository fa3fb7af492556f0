import type { ReportWords } from "../../../messages/report-messages.ts";
import type { Evidence } from "../../../model/condition.ts";
import type { PlannedCondition } from "../../../plan/plan-document.ts";
import type { ReportedResource } from "../../../plan/report/report-document.ts";
import { withBraces } from "../../text/braces.ts";
import { causesText } from "../../text/causes.ts";
import { nameAddress } from "../../text/names.ts";
import type { Scene } from "../../text/scene.ts";
import { detailRow, type DetailRow } from "./detail.ts";

/** What is claimed of a resource, each with its proof or why there is none. */
export const claimRows = (resource: ReportedResource, words: ReportWords, scene: Scene): readonly DetailRow[] => {
  const { conditions, waitsFor = [], word } = resource;
  const { plan, words: vocabulary } = scene.words;
  const causes = conditions.flatMap((condition) => condition.causes ?? []);
  return [
    ...conditions.flatMap((condition) => detailRow(vocabulary.conditions[condition.type], conditionTexts(condition, words, scene))),
    ...detailRow(words.details.accepted, conditions.flatMap(({ accepted }) => (accepted === undefined ? [] : [plan.acceptedUntil(scene.dates.lastDay(accepted.until), accepted.by, vocabulary.quoted(accepted.reason))]))),
    ...detailRow(words.details.word, word === undefined ? [] : [words.word(word.by, scene.dates.at(word.at), scene.dates.lastDay(word.until)), vocabulary.quoted(word.seen), ...evidenceOf(word)]),
    ...detailRow(plan.leads.causes, causes.length === 0 ? [] : [causesText(causes, scene)]),
    ...detailRow(words.details.waitsFor, withBraces(waitsFor).slice(0, MOST_WAITS)),
  ];
};

const conditionTexts = (condition: PlannedCondition, words: ReportWords, scene: Scene): readonly string[] => {
  const { status, reason, unknown, since, wasTrue, stale, provenAt, fact } = condition;
  const { dates } = scene;
  const { words: vocabulary, plan, reasons } = scene.words;
  const answer = { true: vocabulary.yes, false: vocabulary.no, unknown: words.marks.unknown }[status];
  const classed = unknown === undefined ? "" : ` (${plan.unknownClasses[unknown](1)})`;
  return [
    `${answer}${vocabulary.colon}${reasons[reason]}${classed}`,
    ...proofTexts(condition, words, scene),
    ...(fact?.fact === "expiry" ? [`${fact.estimated === true ? words.details.endsAtTheLatest : words.details.ends} ${dates.date(fact.expiresAt)}`] : []),
    ...(wasTrue === true ? [plan.wasTrueUntil(dates.at(since))] : [`${words.details.since} ${dates.date(since)}`]),
    ...(stale !== undefined && provenAt !== undefined && !scene.document.offline ? [`${words.details.stale} ${dates.date(provenAt)}`] : []),
  ];
};

const proofTexts = ({ evidence, provenAt, proof }: PlannedCondition, words: ReportWords, scene: Scene): readonly string[] => {
  if (evidence === undefined) return [];
  const when = provenAt === undefined ? "" : `, ${scene.dates.at(provenAt)}`;
  if (evidence.by === "attestation") return [`${words.marks.attested}, ${scene.dates.at(evidence.at)} → ${scene.dates.lastDay(evidence.until)}`];
  const { colon } = scene.words.words;
  if (evidence.by === "inference") {
    return [`${words.details.inferred}${colon}${evidence.from.map((address) => claimName(address, scene)).join(", ")}${when}`, ...originTexts(evidence, scene)];
  }
  const verdict = proof === "verified" ? `${words.details.verified}${colon}` : "";
  const { against, surprise } = evidence;
  return [
    `${verdict}${answerText(evidence, scene)}${when}`,
    ...originTexts(evidence, scene),
    ...(surprise === undefined ? [] : [`${words.details.surprise}${colon}${surprise}`]),
    ...(against === undefined ? [] : [`${words.details.against}${colon}${answerText({ ...against, tries: 1 }, scene)}, ${scene.dates.at(against.at)}`]),
  ];
};

const answerText = ({ status, request, tries, correlationId }: Pick<Extract<Evidence, { by: "api" }>, "status" | "request" | "tries" | "correlationId">, scene: Scene): string =>
  scene.words.plan.evidence(String(status ?? ""), request, tries, correlationId ?? "");

/** The client's machine that proved it, where one did. */
const originTexts = ({ origin }: Pick<Extract<Evidence, { by: "api" }>, "origin">, scene: Scene): readonly string[] =>
  origin === undefined ? [] : [scene.words.proofs.from(origin.client, scene.dates.date(origin.at))];

export const claimName = (address: Parameters<typeof nameAddress>[0], scene: Scene): string => {
  const { name, claim } = nameAddress(address, scene);
  return claim === "" ? name : `${claim} (${name})`;
};

const evidenceOf = ({ evidence }: NonNullable<ReportedResource["word"]>): readonly string[] =>
  evidence === undefined ? [] : [typeof evidence === "string" ? evidence : `${evidence.file} (SHA-256 ${evidence.sha256})`];

const MOST_WAITS = 10;
