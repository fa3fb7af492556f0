import type { BlockedWay } from "../../catalogue/guides/blocked-way.ts";
import { wayOutside } from "../../catalogue/guides/told-outside.ts";
import { GUIDES } from "../../catalogue/guides/guides.ts";
import { spokenMessages } from "../../messages/guide-messages.ts";
import type { Step } from "../../model/step.ts";
import type { Scene } from "../text/scene.ts";
import { noteTexts } from "../text/step-body.ts";
import { fill } from "../text/step-values.ts";
import { readUrl } from "./aloud.ts";
import { asSentence, sayPart, withoutRepeats, type CallLine } from "./call-script.ts";

/** The way around as it is read out: what to have at hand, then click by click, up to what comes of it. */
export const blockedCallScript = (step: Step, way: BlockedWay, scene: Scene): readonly CallLine[] => {
  const guide = GUIDES[step.action];
  const words = spokenMessages(scene.language);
  const { url } = way.channel;
  const secret = way.secret?.[scene.language];
  const told = { step, guide, scene, url };
  const result = fill(way.result[scene.language], step, guide, scene);
  const { prerequisites, bring } = wayOutside(way);
  return [
    ...noteTexts(prerequisites, step, guide, scene).map((text): CallLine => ({ line: "say", text: words.checkFirst(asSentence(text)) })),
    ...noteTexts(bring, step, guide, scene).map((text): CallLine => ({ line: "say", text: words.ready(asSentence(text)) })),
    ...(secret === undefined ? [] : [{ line: "say", text: words.secret(secret) } as const]),
    ...(url === undefined ? [] : [{ line: "say", text: words.open(url), aloud: [{ value: url, aloud: readUrl(url, words) }] } as const]),
    ...withoutRepeats(
      way.path.flatMap((part, index) => sayPart(part, way.path[index + 1], result, told)),
      new Set(),
    ),
    { line: "say", text: secret === undefined ? words.done : words.doneUnread(secret) },
  ];
};
