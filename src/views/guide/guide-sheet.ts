import type { Certainty } from "../../catalogue/certainty.ts";
import { blockedWaysOf } from "../../catalogue/guides/blocked.ts";
import type { BlockedReason } from "../../catalogue/guides/blocked-way.ts";
import { pathsIn, type Guide } from "../../catalogue/guides/guide.ts";
import { guideUrl } from "../../catalogue/guides/guide-url.ts";
import { GUIDES } from "../../catalogue/guides/guides.ts";
import { isStale } from "../../catalogue/guides/review.ts";
import type { Network } from "../../catalogue/environments.ts";
import { toMs } from "../../model/instant.ts";
import type { Address } from "../../model/address.ts";
import type { Step, StepAction } from "../../model/step.ts";
import type { GuidedSteps, Standing } from "../../plan/guided-steps.ts";
import type { Scene } from "../text/scene.ts";
import { labelText, noteTexts, proofText } from "../text/step-body.ts";
import { stepTitle } from "../text/step-title.ts";
import { distinctValues, fill, valueText } from "../text/step-values.ts";
import { callScript, type CallLine } from "./call-script.ts";

/** The whole guide of a step in one language, with the configuration's values in it. */
export interface GuideSheet extends Source {
  readonly title: string;
  readonly action: StepAction;
  readonly items: readonly GuidedItem[];
  /** Absent where Chorus does it. */
  readonly url?: string;
  readonly urlUnconfirmed?: true;
  readonly prerequisites: readonly string[];
  readonly before: readonly string[];
  /** Clicks in their order; several paths are followed in turn. */
  readonly paths: readonly (readonly string[])[];
  /** How often, where it is done once for each of several things. */
  readonly times: number;
  readonly fields: readonly FilledField[];
  readonly submit?: string;
  readonly result: string;
  readonly keep: readonly string[];
  readonly after: readonly string[];
  readonly proof: string;
  readonly goesWrong: readonly { readonly sees: string; readonly remedy: string }[];
  readonly formerly?: string;
  readonly blocked: readonly { readonly reason: BlockedReason; readonly title: string }[];
  /** Where it was asked for, and a person does it. */
  readonly call?: readonly CallLine[];
}

export interface FilledField {
  /** The heading of the screen that it stands under. */
  readonly group?: string;
  readonly label: string;
  readonly value: string;
  /** The person's own, which no configuration holds. */
  readonly own?: true;
}

/** Where it is from, how sure it is and since when nobody looked. */
export interface Source {
  readonly doubts: readonly string[];
  readonly certainty: Certainty;
  readonly source: string;
  readonly reviewedAt: string;
  readonly stale?: true;
}

export interface GuidedItem {
  readonly address: Address;
  readonly standing: Standing;
  /** Open steps that come first. */
  readonly earlier: readonly { readonly address: Address; readonly action: StepAction }[];
}

export interface SheetOptions {
  readonly network: Network;
  readonly call: boolean;
}

/** @param guide other words for the same, as for somebody outside */
export const guideSheet = (
  step: Step,
  guided: Omit<GuidedSteps, "steps"> & Partial<Pick<GuidedSteps, "steps">>,
  scene: Scene,
  { network, call }: SheetOptions,
  guide: Guide = GUIDES[step.action],
): GuideSheet => {
  const say = (text: Readonly<Record<"fr" | "en", string>>): string => fill(text[scene.language], step, guide, scene);
  const url = guideUrl(guide, step.environment, network);
  return {
    title: stepTitle(step, scene),
    action: step.action,
    items: step.items.map(({ address }) => ({
      address,
      standing: guided.standings.get(address) ?? "unknown",
      earlier: guided.before.get(address) ?? [],
    })),
    ...(url === undefined ? {} : { url: url.href }),
    ...(url?.certainty === "unconfirmed" ? { urlUnconfirmed: true } : {}),
    prerequisites: noteTexts(guide.prerequisites, step, guide, scene),
    before: noteTexts(guide.before, step, guide, scene),
    paths: pathsIn(guide.paths, step.environment).map((path) => path.map((part) => ("act" in part ? say(part.act) : labelText(part, scene)))),
    times: guide.times === "each" ? step.items.length : 1,
    fields: fieldsOf(step, guide, scene),
    ...(guide.submit === undefined ? {} : { submit: labelText(guide.submit, scene) }),
    result: say(guide.result),
    keep: noteTexts(guide.keep, step, guide, scene),
    after: noteTexts(guide.after, step, guide, scene),
    proof: proofText(step, guide, scene),
    goesWrong: troublesOf(step, guide, say),
    ...(guide.formerly === undefined ? {} : { formerly: guide.formerly[scene.language] }),
    ...sourceOf(guide, scene),
    blocked: blockedWaysOf({ ...guide, environment: step.environment }).map(({ reason, title }) => ({ reason, title: title[scene.language] })),
    ...(call && url !== undefined ? { call: callScript({ step, guide, scene, url: url?.href }) } : {}),
  };
};

const fieldsOf = (step: Step, guide: Guide, scene: Scene): GuideSheet["fields"] => [
  ...guide.fields
    .filter(({ argument }) => distinctValues(step, argument).length > 0)
    .map((field) => ({
      ...(field.group === undefined ? {} : { group: labelText(field.group, scene) }),
      label: labelText(field, scene),
      value: valueText(step, field.argument, guide, scene),
    })),
  ...(guide.ownFields ?? []).map((field) => ({ label: labelText(field, scene), value: field.value[scene.language], own: true as const })),
];

const troublesOf = (
  { environment }: Step,
  { goesWrong }: Pick<Guide, "goesWrong">,
  say: (text: Readonly<Record<"fr" | "en", string>>) => string,
): GuideSheet["goesWrong"] =>
  goesWrong
    .filter((trouble) => trouble.in === undefined || trouble.in === environment)
    .map(({ sees, remedy }) => ({ sees: say(sees), remedy: say(remedy) }));

export const sourceOf = (
  { doubts = [], certainty, source, reviewedAt }: Pick<Guide, "doubts" | "certainty" | "source" | "reviewedAt">,
  { language, document }: Scene,
): Source => ({
  doubts: doubts.map((doubt) => doubt[language]),
  certainty,
  source,
  reviewedAt,
  ...(isStale({ reviewedAt }, toMs(document.createdAt)) ? { stale: true } : {}),
});
