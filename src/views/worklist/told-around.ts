import { BLOCKED_WAYS } from "../../catalogue/guides/blocked.ts";
import { guideMessages } from "../../messages/guide-messages.ts";
import { groupBy } from "../../model/group-by.ts";
import { blockedSheet } from "../guide/blocked-sheet.ts";
import { blockedRows } from "../guide/blocked-text.ts";
import type { Scene } from "../text/scene.ts";
import { sayOf } from "../text/step-title.ts";
import type { BlockedStep } from "./due-now.ts";
import type { Recipient } from "./recipients.ts";
import type { WorklistSession } from "./told-sessions.ts";
import { partOf, titleOf, type WorklistPart } from "./told-step.ts";

/** The way around what is blocked, once for every reason and structure, however many steps it keeps from being done. */
export const toldAround = (blocked: readonly BlockedStep[], recipient: Recipient, scene: Scene, first: number): readonly WorklistSession[] => {
  let number = first;
  const alike = groupBy(blocked.flatMap(byStructure), ({ step: { environment }, reason, structure }) => [environment, reason, structure].join("\u0000"));
  return [...alike.values()].flatMap(([one, ...others]): readonly WorklistSession[] => {
    if (one === undefined) return [];
    const { worklist: words } = scene.words;
    const guideWords = guideMessages(scene.language);
    const sheet = blockedSheet(one.step, one.reason, scene, { call: false, outside: true });
    const keeps = [...new Set([one, ...others].map(({ step }) => sayOf(step, scene)))];
    return [
      {
        heading: words.around(sheet.where),
        ...(sheet.url === undefined ? {} : { url: sheet.url }),
        needs: sheet.prerequisites,
        steps: [
          {
            number: number++,
            title: titleOf(one.step, recipient, scene, BLOCKED_WAYS[one.reason].title[scene.language]),
            parts: [
              told(words.leads.why, [words.keeps(keeps)]),
              ...blockedRows(sheet, guideWords, scene).flatMap((row) => partOf(row, scene)),
              told(words.leads.wrong, sheet.goesWrong.map(({ sees, remedy }) => guideWords.wrong(sees, remedy))),
            ],
          },
        ],
      },
    ];
  });
};

/** Of several structures each has a way of its own. */
export const byStructure = ({ step, reason }: BlockedStep): readonly (BlockedStep & { readonly structure: string })[] =>
  [...groupBy(step.items, ({ arguments: { structure = "" } }) => structure)].map(([structure, items]) => ({ structure, reason, step: { ...step, items } }));

const told = (lead: string, texts: readonly string[]): WorklistPart => ({ lead, lines: texts.map((text) => ({ text })) });
