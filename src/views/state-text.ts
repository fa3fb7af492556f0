import { messages } from "../messages/messages.ts";
import type { Condition, Evidence, ResourceRecord } from "../model/condition.ts";
import type { HistoryEntry } from "../model/history.ts";
import { createDates, type Dates } from "./text/dates.ts";
import { BLANK, renderLines, type Line } from "./text/layout.ts";
import type { ScreenOptions } from "./text/scene.ts";

/** What is recorded of some resources, claim by claim, with what backs each. */
export const renderRecords = (records: readonly ResourceRecord[], screen: ScreenOptions): string => {
  const told = teller(screen);
  const lines = records.flatMap(({ address, conditions, voided }): readonly Line[] => [
    { indent: 0, text: address, style: "title" },
    ...conditions.flatMap((condition) => claimLines(condition, told)),
    ...(voided === undefined ? [] : [{ indent: 2, text: told.record.voided(told.dates.date(voided.attestedAt), told.dates.at(voided.at)), style: "quiet" as const }]),
  ]);
  return renderLines(lines, screen);
};

/** Who changed what, and when; each line of the state as it was and as it is. */
export const renderHistory = (entries: readonly HistoryEntry[], screen: ScreenOptions): string => {
  const { dates, record } = teller(screen);
  const lines = entries.flatMap(({ at, author, before, after }, index): readonly Line[] => [
    ...(index === 0 ? [] : [BLANK]),
    { indent: 0, text: [dates.at(at), author.who, author.command, author.commit, author.run].filter((part) => part !== undefined).join(" · "), style: "title" },
    { indent: 2, leads: [{ text: "-", width: 2, style: "removed" }], text: before ?? record.nothing },
    { indent: 2, leads: [{ text: "+", width: 2, style: "added" }], text: after ?? record.nothing },
  ]);
  return renderLines(lines, screen);
};

interface Teller extends Pick<ReturnType<typeof messages>, "reasons" | "words"> {
  readonly record: ReturnType<typeof messages>["run"]["record"];
  readonly dates: Dates;
}

const teller = ({ language, timeZone }: ScreenOptions): Teller => {
  const { run, reasons, words, dates } = messages(language);
  return { record: run.record, reasons, words, dates: createDates(dates, timeZone) };
};

const claimLines = (condition: Condition, { record, reasons, words, dates }: Teller): readonly Line[] => {
  const { type, status, reason, proof, since, provenAt, wasTrue, evidence } = condition;
  const proven = provenAt === undefined || provenAt === since ? "" : ` · ${record.provenAt(dates.at(provenAt))}`;
  const drift = wasTrue === true ? ` · ${record.wasTrue}` : "";
  const sign = SIGNS[status];
  return [
    { indent: 2, leads: [sign], text: `${words.conditions[type]} (${type}=${status})${words.colon}${reasons[reason]}` },
    { indent: 4, text: `${record.proofs[proof]} · ${record.since(dates.at(since))}${proven}${drift}`, style: "quiet" },
    ...evidenceText(evidence, record, dates).map((text): Line => ({ indent: 4, text, style: "quiet" })),
  ];
};

const evidenceText = (evidence: Evidence | undefined, record: Teller["record"], dates: Dates): readonly string[] => {
  if (evidence === undefined) return [];
  if (evidence.by === "inference") return [record.from(evidence.from.join(", "))];
  if (evidence.by === "attestation") return [record.attested(dates.date(evidence.at), dates.lastDay(evidence.until))];
  const { request, status, correlationId, tries } = evidence;
  return [[request, status, correlationId, tries > 1 ? record.tries(tries) : undefined].filter((part) => part !== undefined).join(" · ")];
};

const SIGNS = {
  true: { text: "✓", width: 2, style: "added" },
  false: { text: "✗", width: 2, style: "todo" },
  unknown: { text: "?", width: 2, style: "doubt" },
} as const;
