import { guideMessages } from "../../../messages/guide-messages.ts";
import type { ReportWords } from "../../../messages/report-messages.ts";
import { noonOf } from "../../../model/instant.ts";
import type { Step } from "../../../model/step.ts";
import type { GuidedSteps } from "../../../plan/guided-steps.ts";
import { guideSheet, type GuideSheet } from "../../guide/guide-sheet.ts";
import { actorName } from "../../text/names.ts";
import { requestLines } from "../../text/requests.ts";
import type { Scene } from "../../text/scene.ts";
import { detailRow, type DetailBlock, type DetailRow } from "./detail.ts";
import type { ReportHead } from "./report-scene.ts";

/** What follows for one resource: the step and where its request stands, then how it is done. */
export const stepBlocks = (step: Step, { network }: Pick<ReportHead, "network">, words: ReportWords, scene: Scene): readonly DetailBlock[] => {
  const sheet = guideSheet(step, NOTHING_MORE, scene, { network, call: false });
  return [
    { level: "step", title: `${words.stepNumber(step.number)}${scene.words.words.colon}${sheet.title}`, rows: stepRows(step, words, scene) },
    { level: "guide", title: words.details.guide, rows: guideRows(sheet, scene) },
  ];
};

const stepRows = (step: Step, words: ReportWords, scene: Scene): readonly DetailRow[] => {
  const { plan } = scene.words;
  const { request } = step.items[0] ?? {};
  const where = step.portal === undefined ? plan.byChorus : plan.portals[step.portal][step.environment];
  return [
    ...detailRow(words.details.who, [`${actorName(step.actor, scene)} · ${where}`]),
    ...detailRow(words.details.waitsFor, step.waitsFor.length === 0 ? [] : [step.waitsFor.map((number) => words.stepNumber(number)).join(", ")]),
    ...detailRow(plan.leads.request, request?.state === "to-send" ? [words.requestStates["to-send"]] : requestLines(step, scene).map(({ text }) => text)),
  ];
};

const guideRows = (sheet: GuideSheet, { language, dates, words }: Scene): readonly DetailRow[] => {
  const { leads, wrong, source, certainties, stale, own } = guideMessages(language);
  const reviewed = dates.date(noonOf(sheet.reviewedAt));
  return [
    ...detailRow(leads.where, sheet.url === undefined ? [] : [sheet.url], sheet.url === undefined ? {} : { href: sheet.url }),
    ...detailRow(leads.needs, sheet.prerequisites),
    ...detailRow(leads.before, sheet.before),
    ...detailRow(leads.do, sheet.paths.flat(), { ordered: true }),
    ...detailRow(leads.type, sheet.fields.map((field) => `${field.group === undefined ? "" : `${field.group} · `}${field.label}${words.words.colon}${field.own === true ? own(field.value) : field.value}`)),
    ...detailRow(leads.submit, sheet.submit === undefined ? [] : [sheet.submit]),
    ...detailRow(leads.result, [sheet.result]),
    ...detailRow(leads.keep, sheet.keep),
    ...detailRow(leads.after, sheet.after),
    ...detailRow(leads.proof, [sheet.proof]),
    ...detailRow(leads.wrong, sheet.goesWrong.map(({ sees, remedy }) => wrong(sees, remedy))),
    ...detailRow(leads.doubts, sheet.doubts),
    ...detailRow(leads.source, [source(sheet.source, certainties[sheet.certainty], reviewed), ...(sheet.stale === true ? [stale(reviewed)] : [])]),
  ];
};

/** A sheet's standings and earlier steps are told elsewhere. */
const NOTHING_MORE: GuidedSteps = { steps: [], standings: new Map(), before: new Map() };
