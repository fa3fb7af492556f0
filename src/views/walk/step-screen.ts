import { GUIDES } from "../../catalogue/guides/guides.ts";
import type { Network } from "../../catalogue/environments.ts";
import { MOST_DIGITS } from "../../apply/walk/keys.ts";
import { stepValues, type StepValue } from "../../apply/walk/step-values.ts";
import { guideMessages, type GuideLead } from "../../messages/guide-messages.ts";
import { walkMessages, type WalkWords } from "../../messages/walk-messages.ts";
import type { Step } from "../../model/step.ts";
import { guideSheet, type GuideSheet } from "../guide/guide-sheet.ts";
import { row, rowLines, type Row } from "../guide/rows.ts";
import { sheetRows } from "../guide/sheet-rows.ts";
import { causeLines } from "../text/causes.ts";
import { BLANK, renderLines, type Line } from "../text/layout.ts";
import { requestLines } from "../text/requests.ts";
import type { Scene, ScreenOptions } from "../text/scene.ts";
import { seenTexts } from "../text/seen.ts";
import { sessionHeading } from "../text/sessions.ts";
import { labelText } from "../text/step-body.ts";
import { stepTitle } from "../text/step-title.ts";
import { valueText } from "../text/step-values.ts";
import { widthOf } from "../text/wrap.ts";

export interface StepPlace {
  readonly number: number;
  readonly of: number;
}

/** A step as it stands before the person: where in the walk, what was seen, the guide, the values with their keys. */
export const renderStep = (step: Step, { number, of }: StepPlace, scene: Scene, screen: ScreenOptions & { readonly network: Network }): string => {
  const words = walkMessages(scene.language);
  return renderLines(
    [
      BLANK,
      { indent: 0, text: `${words.counter(number, of)} · ${sessionHeading({ actor: step.actor, steps: [step] }, scene)}`, style: "person" },
      BLANK,
      { indent: 2, text: stepTitle(step, scene), style: "title" },
      ...rowLines(stepRows(step, sheetOf(step, scene, screen.network), scene, words), guideMessages(scene.language)),
      BLANK,
    ],
    screen,
  );
};

/** The whole guide, with what goes wrong, what nobody confirmed and the ways around. */
export const renderWholeGuide = (step: Step, scene: Scene, screen: ScreenOptions & { readonly network: Network }): string => {
  const words = guideMessages(scene.language);
  const rows = sheetRows(sheetOf(step, scene, screen.network), words, scene);
  return renderLines([BLANK, { indent: 2, text: stepTitle(step, scene), style: "title" }, ...rowLines(rows, words), BLANK], screen);
};

const sheetOf = (step: Step, scene: Scene, network: Network): GuideSheet =>
  guideSheet(step, { steps: [step], standings: new Map(step.items.map(({ address }) => [address, "open"])), before: new Map() }, scene, { network, call: false });

/** What is needed while clicking; the rest is in the whole guide. */
const stepRows = (step: Step, sheet: GuideSheet, scene: Scene, words: WalkWords): readonly Row[] => {
  const { lookFirst } = scene.words.plan;
  const rows = sheetRows(sheet, guideMessages(scene.language), scene);
  const named = (...leads: readonly GuideLead[]): readonly Row[] => leads.flatMap((lead) => rows.filter((one) => one.lead === lead));
  const look = step.why === "contradicted" || step.why === "attestation-expired" ? [lookFirst[step.why]] : [];
  return [
    row("seen", seenTexts(step, scene)),
    { lead: "causes", lines: causeLines(step, scene) },
    { lead: "request", lines: requestLines(step, scene) },
    ...named("where", "needs"),
    row("before", [...look, ...sheet.before]),
    ...named("do"),
    { lead: "type", lines: formLines(step, sheet, scene) },
    { lead: "copy", lines: lookedForLines(step, words) },
    ...named("submit", "result", "keep", "after"),
    row("proof", [step.provenBy === "attestation" ? words.proofByWord : sheet.proof]),
  ];
};

/** The form as it stands on the screen: a line for each value, with its key; what is picked as yes or no has none. */
const formLines = (step: Step, { fields }: GuideSheet, scene: Scene): readonly Line[] => {
  const guide = GUIDES[step.action];
  const values = stepValues(step);
  const own = fields.filter((field) => field.own === true);
  const width = Math.max(0, ...fields.map(({ label }) => widthOf(label))) + GAP;
  const asked = guide.fields.flatMap((field, index): readonly Line[] => {
    const label = labelText(field, scene);
    const mine = values.filter((value) => value.field !== undefined && value.argument === field.argument && value.field.label.label === field.label);
    const heading = field.group !== undefined && field.group !== guide.fields[index - 1]?.group ? [{ indent: 0, text: labelText(field.group, scene), style: "quiet" } as const] : [];
    const picked = mine.length === 0 ? valueText(step, field.argument, guide, scene) : "";
    if (mine.length === 0 && picked === "") return [];
    const lines = mine.length === 0 ? [valueLine("", label, picked, width)] : mine.map((value, at) => valueLine(keyOf(value, values), at === 0 ? label : "", value.value, width));
    return [...heading, ...lines];
  });
  return [...asked, ...own.map(({ label, value }) => valueLine("", label, guideMessages(scene.language).own(value), width))];
};

const lookedForLines = (step: Step, words: WalkWords): readonly Line[] => {
  const values = stepValues(step);
  const looked = values.filter(({ field }) => field === undefined);
  const labels = looked.map(({ argument }) => words.values[argument] ?? argument);
  const width = Math.max(0, ...labels.map(widthOf)) + GAP;
  return looked.map((value, index) => valueLine(keyOf(value, values), labels[index] === labels[index - 1] ? "" : (labels[index] ?? ""), value.value, width));
};

/** The digit that copies it; none beyond the last digit. */
const keyOf = (value: StepValue, values: readonly StepValue[]): string => {
  const place = values.indexOf(value) + 1;
  return place <= MOST_DIGITS ? String(place) : "·";
};

const valueLine = (key: string, label: string, value: string, width: number): Line => ({
  indent: 0,
  leads: [
    { text: key, width: 3, style: "person" },
    { text: label, width, style: "quiet" },
  ],
  text: value,
});

const GAP = 3;
