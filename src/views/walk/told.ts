import { changeEvents, type StepChange } from "../../apply/walk/what-changed.ts";
import type { Closing } from "../../apply/walk/walk.ts";
import { walkMessages, type WalkWords } from "../../messages/walk-messages.ts";
import { toInstant } from "../../model/instant.ts";
import type { Step } from "../../model/step.ts";
import { createApplyView } from "../apply-text.ts";
import { BLANK, renderLines, type Line, type Style } from "../text/layout.ts";
import type { Scene, ScreenOptions } from "../text/scene.ts";
import { seenTexts } from "../text/seen.ts";
import { stepTitle, subjectOf } from "../text/step-title.ts";
import { distinctValues } from "../text/step-values.ts";

/**
 * What one more look taught: what is ticked, what else came true by it and what it unlocks; or what was seen instead,
 * and when a next look can tell more.
 *
 * @param scene of the plan as it is now
 */
export const renderChange = (change: StepChange, scene: Scene, screen: ScreenOptions): string => {
  const words = walkMessages(scene.language);
  const view = createApplyView(screen);
  const ticked = changeEvents(change, scene.document).map((event) => view.push(event)).join("");
  const { left, unsure, unlocked, step } = change;
  const lines = [
    ...(unsure.length === 0 ? [] : [sign("?", "doubt", words.unsure(subjectOf({ ...step, items: unsure }, scene)))]),
    ...(left === undefined ? [] : leftLines(left, change, scene, words)),
    ...(unlocked.length === 0 ? [] : [sign("→", "quiet", words.unlocked(titlesOf(unlocked, scene)))]),
  ];
  return `${ticked}${view.end()}${renderLines(lines, screen)}`;
};

/** A line of its own, with a sign ahead of it. */
export const renderSign = (text: string, of: "done" | "told" | "wrong", screen: ScreenOptions): string =>
  renderLines([of === "done" ? sign("✓", "added", text) : of === "told" ? sign("·", "quiet", text) : sign("✗", "warning", text)], screen);

export const renderHelp = (screen: ScreenOptions): string =>
  renderLines(walkMessages(screen.language).help.map((text) => sign("·", "quiet", text)), screen);

/** What this session came to, where no step is left that can be worked on now. */
export const renderClosing = ({ done, said, skipped, postponed, waiting }: Closing, scene: Scene, screen: ScreenOptions): string => {
  const words = walkMessages(scene.language);
  const until = postponed.untilMs === undefined ? undefined : scene.dates.at(toInstant(postponed.untilMs));
  const parts = [
    words.done(done),
    ...(said === 0 ? [] : [words.said(said)]),
    ...(skipped === 0 ? [] : [words.skipped(skipped)]),
    ...(postponed.count === 0 ? [] : [words.setLater(postponed.count, until)]),
    ...(waiting.length === 0 ? [] : [words.waiting(waiting.length)]),
  ];
  return renderLines([{ indent: 0, text: "" }, { ...sign(done > 0 ? "✓" : "·", done > 0 ? "added" : "quiet", parts.join(", ")), style: "title" }], screen);
};

const leftLines = (left: Step, { became, untold, againAtMs }: StepChange, scene: Scene, words: WalkWords): readonly Line[] => {
  if (untold) return [sign("·", "quiet", words.untold)];
  const { colon, semicolon } = scene.words.words;
  const seen = seenTexts(left, scene);
  const what = became.length > 0 ? words.partly(left.items.length) : words.notYet;
  const why = seen.length === 0 ? words.nothingProves : seen.join(semicolon);
  const missing = missingVariables(left, scene);
  if (missing.length > 0) return [sign("✗", "warning", words.startAgain(missing.join(scene.words.words.and), missing.length)), BLANK];
  return [
    sign("✗", "warning", `${what}${colon}${why}`),
    ...(againAtMs === undefined ? [] : [sign("", "quiet", words.refusedUntil(scene.dates.time(toInstant(againAtMs))))]),
    BLANK,
  ];
};

/** Variables without which nothing could be asked: this process does not see one that is set meanwhile. */
const missingVariables = (step: Step, { resources }: Scene): readonly string[] => {
  const lacks = step.items.some(({ address }) => resources.get(address)?.conditions.some(({ reason }) => reason === "secret-missing"));
  if (!lacks) return [];
  return ["clientId", "clientSecret", "password"].flatMap((name) => distinctValues(step, name)).flatMap((value) => (value.startsWith("$") ? [value.slice(1)] : []));
};

const titlesOf = (steps: readonly Step[], scene: Scene): string => {
  const titles = steps.slice(0, MOST_TITLES).map((step) => stepTitle(step, scene));
  const rest = steps.length - titles.length;
  return [...titles, ...(rest > 0 ? [scene.words.plan.more(rest)] : [])].join(scene.words.words.semicolon);
};

const sign = (text: string, style: Style, said: string): Line => ({ indent: 0, leads: [{ text, width: 3, style }], text: said });

const MOST_TITLES = 3;
