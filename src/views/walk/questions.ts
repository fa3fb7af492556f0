import type { Choosing, Typed } from "../../ports/ports.ts";
import { walkMessages } from "../../messages/walk-messages.ts";
import { printable } from "../printable.ts";
import type { ScreenOptions } from "../text/scene.ts";

/** A question with the answer as it is being typed. */
export const renderQuestion = (question: string, typed: Typed, screen: ScreenOptions): string =>
  `${screen.palette.cyan("?")} ${screen.palette.bold(printable(question))}\n${answerOf(typed, screen)}`;

/** A list with the choice that the person stands on; of a long one, what is near it. */
export const renderChoosing = (question: string, choosing: Choosing, screen: ScreenOptions): string => {
  const { palette } = screen;
  const words = walkMessages(screen.language);
  const { left, at, isOver } = choosing;
  const head = `${palette.cyan("?")} ${palette.bold(printable(question))}`;
  if (isOver) return `${head} ${palette.cyan(printable(left[at]?.label ?? ""))}`;
  const first = Math.max(0, Math.min(at - Math.floor(MOST_SHOWN / 2), left.length - MOST_SHOWN));
  const shown = left.slice(first, first + MOST_SHOWN).map(({ label }, index) =>
    first + index === at ? `${palette.cyan("❯")} ${palette.cyan(printable(label))}` : `  ${printable(label)}`);
  const rest = left.length - first - shown.length;
  return [
    choosing.text === "" ? head : `${head} ${answerOf(choosing, screen)}`,
    ...(left.length === 0 ? [`  ${palette.dim(words.noneLeft)}`] : shown),
    ...(rest > 0 ? [`  ${palette.dim(words.more(rest))}`] : []),
    palette.dim(words.chooseHint),
  ].join("\n");
};

const answerOf = ({ text, cursor, isOver }: Typed, { palette }: ScreenOptions): string => {
  if (isOver) return `  ${palette.cyan(printable(text))}`;
  const [before, under, after] = [text.slice(0, cursor), text.slice(cursor, cursor + 1), text.slice(cursor + 1)].map(printable);
  return `  ${before ?? ""}${palette.inverse(under === undefined || under === "" ? " " : under)}${after ?? ""}`;
};

const MOST_SHOWN = 10;
