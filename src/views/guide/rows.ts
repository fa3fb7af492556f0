import type { GuideLead, GuideWords } from "../../messages/guide-messages.ts";
import { noonOf } from "../../model/instant.ts";
import type { Line } from "../text/layout.ts";
import type { Scene } from "../text/scene.ts";
import { widthOf } from "../text/wrap.ts";
import type { GuideSheet, Source } from "./guide-sheet.ts";

/** A word at the left and what is said beside it; several texts below each other. */
export interface Row {
  readonly lead: GuideLead;
  readonly lines: readonly Line[];
}

export const row = (lead: GuideLead, texts: readonly string[]): Row => ({ lead, lines: texts.map((text) => ({ indent: 0, text })) });

/** Rows under a title; those with nothing to say are left out. */
export const rowLines = (rows: readonly Row[], { leads }: GuideWords): readonly Line[] => {
  const width = Math.max(...Object.values(leads).map(widthOf)) + 2;
  return rows.flatMap(({ lead, lines }) =>
    lines.map((line, index): Line => ({
      ...line,
      indent: INDENT,
      leads: [{ text: index === 0 ? leads[lead] : "", width: width + line.indent, style: "lead" }, ...(line.leads ?? [])],
    })),
  );
};

/** Clicks, one below the other, in the order in which they are done. */
export const numbered = (texts: readonly string[]): readonly Line[] =>
  texts.map((text, index) => ({ indent: 0, leads: [{ text: `${index + 1}.`, width: String(texts.length).length + 2, style: "quiet" }], text }));

export const troubleRow = (goesWrong: GuideSheet["goesWrong"], { wrong }: GuideWords): Row =>
  row("wrong", goesWrong.map(({ sees, remedy }) => wrong(sees, remedy)));

/** What is not sure, where it is from, and since when nobody looked. */
export const sourceRows = ({ doubts, source, certainty, reviewedAt, stale }: Source, words: GuideWords, { dates }: Scene): readonly Row[] => {
  const reviewed = dates.date(noonOf(reviewedAt));
  return [
    row("doubts", doubts),
    {
      lead: "source",
      lines: [
        { indent: 0, text: words.source(source, words.certainties[certainty], reviewed) },
        ...(stale === true ? [{ indent: 0, text: words.stale(reviewed), style: "warning" } as const] : []),
      ],
    },
  ];
};

const INDENT = 4;
