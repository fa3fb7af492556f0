import { guideMessages, spokenMessages, type SpokenWords } from "../../messages/guide-messages.ts";
import { BLANK, type Line } from "../text/layout.ts";
import type { Scene } from "../text/scene.ts";
import { widthOf } from "../text/wrap.ts";
import type { Aloud } from "./aloud.ts";
import type { CallLine } from "./call-script.ts";
import type { GuidedSession } from "./guide-document.ts";

/** What a script says of the guide that it is made from. */
export interface Scripted {
  readonly title: string;
  readonly call?: readonly CallLine[];
  readonly goesWrong: readonly { readonly sees: string; readonly remedy: string }[];
  readonly formerly?: string;
}

/** A script as it is read out: what to say is numbered, what is only for who reads stands beside it. */
export const callLines = (sheet: Scripted, { who, duration }: GuidedSession, scene: Scene): readonly Line[] => {
  const words = spokenMessages(scene.language);
  const script = sheet.call ?? [];
  const margin = String(script.length).length + 2;
  let count = 0;
  return [
    { indent: 2, text: sheet.title, style: "title" },
    { indent: 2, text: words.heading(who, duration), style: "quiet" },
    ...words.rules.map((text): Line => ({ indent: 2, text, style: "quiet" })),
    ...script.flatMap((line): readonly Line[] => {
      if (line.line === "item") return [BLANK, { indent: 2, text: line.text, style: "title" }];
      const isSaid = line.line === "say";
      if (isSaid) count += 1;
      return [
        {
          indent: 2,
          leads: [{ text: isSaid ? String(count) : "", width: margin, style: "title" }, besideLead(isSaid ? "say" : "pause", words)],
          text: line.text,
          ...(isSaid ? {} : { style: "warning" as const }),
        },
        ...besides(line, words).map(([lead, text]): Line => ({ indent: 2 + margin, leads: [besideLead(lead, words)], text, style: "quiet" })),
      ];
    }),
    BLANK,
    { indent: 2, text: words.leads.different, style: "title" },
    ...differences(sheet, words, scene).map((text): Line => ({ indent: 4, text })),
  ];
};

type Beside = readonly ["aloud" | "sees" | "readBack", string];

const besides = (line: Exclude<CallLine, { line: "item" }>, words: SpokenWords): readonly Beside[] => [
  ...("aloud" in line ? aloudTexts(line.aloud ?? [], words) : []).map((text): Beside => ["aloud", text]),
  ...("readBack" in line ? [["readBack", words.readBack] as const] : []),
  ...(line.sees === undefined ? [] : [["sees", line.sees] as const]),
];

/** One value is the one just said; several are told apart. */
const aloudTexts = (values: readonly Aloud[], { reads }: SpokenWords): readonly string[] =>
  values.map(({ value, aloud, hints }) => {
    const text = hints === undefined ? aloud : `${aloud} (${hints})`;
    return values.length === 1 ? text : reads(value, text);
  });

const besideLead = (lead: Exclude<keyof SpokenWords["leads"], "different">, { leads }: SpokenWords) => ({
  text: leads[lead],
  width: Math.max(...[leads.say, leads.pause, leads.aloud, leads.sees, leads.readBack].map(widthOf)) + 2,
  style: "lead" as const,
});

/** What is known to go wrong, what the screens were called before, and what to say where nothing fits. */
const differences = ({ goesWrong, formerly }: Scripted, words: SpokenWords, { language }: Scene): readonly string[] => {
  const { wrong } = guideMessages(language);
  return [
    ...goesWrong.map(({ sees, remedy }) => wrong(sees, remedy)),
    ...(formerly === undefined ? [] : [formerly]),
    wrong(words.lost, words.lostRemedy),
  ];
};
