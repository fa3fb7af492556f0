import { guideMessages, type GuideWords } from "../../messages/guide-messages.ts";
import type { Address } from "../../model/address.ts";
import { withBraces } from "../text/braces.ts";
import { BLANK, renderLines, type Line } from "../text/layout.ts";
import { nameAddress } from "../text/names.ts";
import type { Scene, ScreenOptions } from "../text/scene.ts";
import { unbroken, widthOf } from "../text/wrap.ts";
import { blockedLines } from "./blocked-text.ts";
import { callLines } from "./call-text.ts";
import type { GuideDocument, GuidedSession } from "./guide-document.ts";
import type { GuidedItem, GuideSheet } from "./guide-sheet.ts";
import { numbered, row, rowLines, sourceRows, troubleRow } from "./rows.ts";

/** Guides as a person reads them, one session after the other; with `--call`, what is read out instead. */
export const renderGuideText = (document: GuideDocument, scene: Scene, screen: ScreenOptions): string => {
  const words = guideMessages(scene.language);
  const lines = document.sessions.flatMap((session) => [
    BLANK,
    { indent: 0, text: session.heading, style: "person" } as const,
    ...sessionLines(session, words, scene),
  ]);
  return renderLines([{ indent: 0, text: `Chorus · ${words.header(scene.dates.at(document.createdAt))}`, style: "heading" }, ...lines], screen);
};

const sessionLines = (session: GuidedSession, words: GuideWords, scene: Scene): readonly Line[] => {
  const { guides = [], blocked = [] } = session;
  return [
    ...guides.flatMap((sheet, index) => {
      // What blocks one step of a session mostly blocks the next one too: it is listed once.
      const told = guides.slice(0, index).some((before) => isAlike(before, sheet));
      const shown = told ? { ...sheet, blocked: [] } : sheet;
      return [BLANK, ...(sheet.call === undefined ? sheetLines(shown, words, scene) : callLines(sheet, session, scene))];
    }),
    ...blocked.flatMap((sheet) => [BLANK, ...blockedLines(sheet, words, scene)]),
  ];
};

const isAlike = (one: GuideSheet, other: GuideSheet): boolean =>
  one.blocked.map(({ reason }) => reason).join(" ") === other.blocked.map(({ reason }) => reason).join(" ");

const sheetLines = (sheet: GuideSheet, words: GuideWords, scene: Scene): readonly Line[] => [
  { indent: 2, text: sheet.title, style: "title" },
  ...rowLines(
    [
      row("address", withBraces(sheet.items.map(({ address }) => address)).map(unbroken)),
      row("standing", standingTexts(sheet.items, words, scene)),
      row("earlier", earlierTexts(sheet.items, words, scene)),
      row("where", whereTexts(sheet, words)),
      row("needs", sheet.prerequisites),
      row("before", sheet.before),
      { lead: "do", lines: pathLines(sheet, scene) },
      { lead: "type", lines: fieldLines(sheet, words) },
      row("submit", sheet.submit === undefined ? [] : [sheet.submit]),
      row("result", [sheet.result]),
      row("keep", sheet.keep),
      row("after", sheet.after),
      row("proof", [sheet.proof]),
      troubleRow(sheet.goesWrong, words),
      row("formerly", sheet.formerly === undefined ? [] : [sheet.formerly]),
      ...sourceRows(sheet, words, scene),
      { lead: "blocked", lines: blockedChoices(sheet) },
    ],
    words,
  ),
];

/** How each stands where no step is open on it; those that stand alike are told together. */
const standingTexts = (items: readonly GuidedItem[], { standings }: GuideWords, scene: Scene): readonly string[] =>
  [...new Set(items.map(({ standing }) => standing))].flatMap((standing) => {
    if (standing === "open") return [];
    const alike = items.filter((item) => item.standing === standing);
    const names = alike.map(({ address }) => nameAddress(address, scene).name).join(", ");
    return [alike.length === items.length ? standings[standing] : `${names}${scene.words.words.colon}${standings[standing]}`];
  });

const earlierTexts = (items: readonly GuidedItem[], { earlier }: GuideWords, scene: Scene): readonly string[] => {
  const addresses = [...new Set(items.flatMap((item) => item.earlier.map(({ address }) => address)))];
  return addresses.map((address) => earlier(titleOf(address, scene), unbroken(`chorus guide ${address}`)));
};

const titleOf = (address: Address, scene: Scene): string => {
  const { name, claim } = nameAddress(address, scene);
  return `${name}${scene.words.words.colon}${claim}`;
};

const whereTexts = ({ url, urlUnconfirmed }: GuideSheet, words: GuideWords): readonly string[] =>
  url === undefined ? [words.noSession] : [unbroken(url), ...(urlUnconfirmed === true ? [words.unconfirmedUrl] : [])];

const pathLines = ({ paths, times }: GuideSheet, { words }: Scene): readonly Line[] => {
  const repeated = times > 1 ? [{ indent: 0, text: `${words.plan.repeat(times)}${words.words.colon.trimEnd()}` }] : [];
  return [...repeated, ...paths.flatMap(numbered)];
};

const fieldLines = ({ fields }: GuideSheet, words: GuideWords): readonly Line[] => {
  const width = Math.max(...fields.map(({ label }) => widthOf(label))) + 3;
  return fields.flatMap(({ group, label, value, own }, index): readonly Line[] => [
    ...(group === undefined || group === fields[index - 1]?.group ? [] : [{ indent: 0, text: group, style: "quiet" } as const]),
    { indent: 0, leads: [{ text: label, width, style: "quiet" }], text: own === true ? words.own(value) : value },
  ]);
};

/** What may be in the way, and the command that tells the way around. */
const blockedChoices = ({ blocked, items }: GuideSheet): readonly Line[] => {
  const [first] = items;
  if (blocked.length === 0 || first === undefined) return [];
  const width = Math.max(...blocked.map(({ reason }) => reason.length)) + 3;
  return [
    { indent: 0, text: unbroken(`chorus guide ${first.address} --blocked …`) },
    ...blocked.map(({ reason, title }) => ({ indent: 0, leads: [{ text: reason, width, style: "quiet" } as const], text: title })),
  ];
};
