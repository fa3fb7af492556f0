import { guideMessages, type GuideWords } from "../../messages/guide-messages.ts";
import { BLANK, renderLines, type Line } from "../text/layout.ts";
import type { Scene, ScreenOptions } from "../text/scene.ts";
import { blockedLines } from "./blocked-text.ts";
import { callLines } from "./call-text.ts";
import type { GuideDocument, GuidedSession } from "./guide-document.ts";
import type { GuideSheet } from "./guide-sheet.ts";
import { rowLines } from "./rows.ts";
import { sheetRows } from "./sheet-rows.ts";

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
    ...blocked.flatMap((sheet) => [
      BLANK,
      ...(sheet.call === undefined
        ? blockedLines(sheet, words, scene)
        : callLines({ ...sheet, title: words.blockedTitle(sheet.subject, sheet.title) }, session, scene)),
    ]),
  ];
};

const isAlike = (one: GuideSheet, other: GuideSheet): boolean =>
  one.blocked.map(({ reason }) => reason).join(" ") === other.blocked.map(({ reason }) => reason).join(" ");

const sheetLines = (sheet: GuideSheet, words: GuideWords, scene: Scene): readonly Line[] => [
  { indent: 2, text: sheet.title, style: "title" },
  ...rowLines(sheetRows(sheet, words, scene), words),
];
