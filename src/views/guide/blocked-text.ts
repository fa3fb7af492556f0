import type { GuideWords } from "../../messages/guide-messages.ts";
import { withBraces } from "../text/braces.ts";
import type { Line } from "../text/layout.ts";
import type { Scene } from "../text/scene.ts";
import { unbroken } from "../text/wrap.ts";
import type { BlockedSheet } from "./blocked-sheet.ts";
import { numbered, row, rowLines, sourceRows, troubleRow, type Row } from "./rows.ts";

/** The way around what blocks a step. */
export const blockedLines = (sheet: BlockedSheet, words: GuideWords, scene: Scene): readonly Line[] => [
  { indent: 2, text: words.blockedTitle(sheet.subject, sheet.title), style: "title" },
  ...rowLines(blockedRows(sheet, words, scene), words),
];

/** Everything that is said of it, in the order in which it is read. */
export const blockedRows = (sheet: BlockedSheet, words: GuideWords, scene: Scene): readonly Row[] => [
  row("address", withBraces(sheet.addresses).map(unbroken)),
  row("who", [sheet.who]),
  row("where", [sheet.where, ...(sheet.url === undefined ? [] : [unbroken(sheet.url)])]),
  row("needs", sheet.prerequisites),
  row("bring", sheet.bring),
  { lead: "do", lines: numbered(sheet.path) },
  row("result", [sheet.result]),
  row("after", sheet.after),
  troubleRow(sheet.goesWrong, words),
  ...sourceRows(sheet, words, scene),
];
