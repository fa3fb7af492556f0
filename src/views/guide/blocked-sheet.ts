import { BLOCKED_WAYS } from "../../catalogue/guides/blocked.ts";
import type { BlockedReason } from "../../catalogue/guides/blocked-way.ts";
import { wayOutside } from "../../catalogue/guides/told-outside.ts";
import { GUIDES } from "../../catalogue/guides/guides.ts";
import type { Address } from "../../model/address.ts";
import type { Step, StepAction } from "../../model/step.ts";
import type { Scene } from "../text/scene.ts";
import { labelText, noteTexts } from "../text/step-body.ts";
import { subjectOf } from "../text/step-title.ts";
import { fill } from "../text/step-values.ts";
import { blockedCallScript } from "./blocked-call.ts";
import type { CallLine } from "./call-script.ts";
import { sourceOf, type Source } from "./guide-sheet.ts";

/** The way around what blocks a step, in one language, with the configuration's values in it. */
export interface BlockedSheet extends Source {
  readonly reason: BlockedReason;
  readonly title: string;
  readonly subject: string;
  readonly action: StepAction;
  readonly addresses: readonly Address[];
  readonly who: string;
  readonly where: string;
  readonly url?: string;
  readonly prerequisites: readonly string[];
  readonly bring: readonly string[];
  readonly path: readonly string[];
  readonly result: string;
  readonly after: readonly string[];
  readonly goesWrong: readonly { readonly sees: string; readonly remedy: string }[];
  /** Where it was asked for. */
  readonly call?: readonly CallLine[];
}

export interface BlockedOptions {
  readonly call: boolean;
  /** In the words for somebody outside. */
  readonly outside?: boolean;
}

export const blockedSheet = (step: Step, reason: BlockedReason, scene: Scene, { call, outside = false }: BlockedOptions): BlockedSheet => {
  const way = outside ? wayOutside(BLOCKED_WAYS[reason]) : BLOCKED_WAYS[reason];
  const guide = GUIDES[step.action];
  const { language } = scene;
  const say = (text: Readonly<Record<"fr" | "en", string>>): string => fill(text[language], step, guide, scene);
  const notes = (of: typeof way.bring): readonly string[] => noteTexts(of, step, guide, scene);
  return {
    reason,
    title: way.title[language],
    subject: subjectOf(step, scene),
    action: step.action,
    addresses: step.items.map(({ address }) => address),
    who: say(way.who),
    where: say(way.channel.name),
    ...(way.channel.url === undefined ? {} : { url: way.channel.url }),
    prerequisites: notes(way.prerequisites),
    bring: notes(way.bring),
    path: way.path.map((part) => ("act" in part ? say(part.act) : labelText(part, scene))),
    result: say(way.result),
    after: notes(way.after),
    goesWrong: way.goesWrong.map(({ sees, remedy }) => ({ sees: say(sees), remedy: say(remedy) })),
    ...sourceOf(way, scene),
    ...(call ? { call: blockedCallScript(step, way, scene) } : {}),
  };
};
