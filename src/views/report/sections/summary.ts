import { htmlText as text } from "../../formats/html.ts";
import { isSettled, type ReportMark } from "../../../plan/report/report-mark.ts";
import { formatQuery, EMPTY_QUERY } from "../matrix/query.ts";
import { SETTLED } from "../matrix/select-rows.ts";
import type { ReportView } from "../report-view.ts";
import { SIGNS } from "../signs.ts";

/** By environment: how many are in order, and of how many what is asked. */
export const summaryHtml = (view: ReportView): string =>
  `<div class="cards">${view.report.environments.map(({ environment, rows, inOrder }) => card(environment, rows, inOrder, view)).join("")}</div>`;

const card = (environment: string, rows: number, inOrder: number, view: ReportView): string => {
  const { words, scene, count } = view;
  const all = view.marksOf(environment);
  const marks = all.filter(([mark]) => !isSettled(mark));
  const name = scene.words.words.environments[environment as keyof typeof scene.words.words.environments];
  return [
    `<section class="card"><h2>${text(name)}</h2>`,
    `<p class="big">${text(words.inOrder(count(inOrder), count(rows)))}</p>`,
    barSvg(all, rows),
    '<ul class="keys">',
    ...marks.map(([mark, of]) => `<li><a href="${text(linkTo(environment, mark))}" title="${text(words.legend[mark])}">${markHtml(mark, view, count(of))}</a></li>`),
    ...(inOrder === 0 ? [] : [`<li><a href="${text(linkTo(environment, SETTLED))}"><span class="mark proven"><span class="sign" aria-hidden="true">${SIGNS.proven}</span>${text(`${count(inOrder)} ${words.settled}`)}</span></a></li>`]),
    "</ul></section>",
  ].join("");
};

/** A sign, a count where there is one, and a word: never a colour alone. */
export const markHtml = (mark: ReportMark, { words }: Pick<ReportView, "words">, count = ""): string =>
  `<span class="mark ${mark}"><span class="sign" aria-hidden="true">${SIGNS[mark]}</span>${text(`${count} ${words.marks[mark]}`.trim())}</span>`;

/** What the keys below it say, as lengths; a picture that adds nothing to them. */
const barSvg = (marks: readonly (readonly [ReportMark, number])[], rows: number): string => {
  let x = 0;
  const parts = marks.toReversed().map(([mark, of]) => {
    const width = rows === 0 ? 0 : (of / rows) * 100;
    const rect = `<rect class="${mark}" x="${x.toFixed(3)}" y="0" width="${width.toFixed(3)}" height="4"/>`;
    x += width;
    return rect;
  });
  return `<svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" focusable="false">${parts.join("")}</svg>`;
};

const linkTo = (environment: string, mark: string): string => formatQuery({ ...EMPTY_QUERY, environment, mark });
