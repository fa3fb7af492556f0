import { keysFor, MOST_DIGITS, STEP_KEYS } from "../../apply/walk/keys.ts";
import { stepValues } from "../../apply/walk/step-values.ts";
import { walkMessages, type WalkDeed, type WalkWords } from "../../messages/walk-messages.ts";
import type { Step } from "../../model/step.ts";
import type { ScreenOptions } from "../text/scene.ts";
import { widthOf } from "../text/wrap.ts";

/** A key and what it does. */
interface Entry {
  readonly key: string;
  readonly does: string;
}

/** The keys that count before a step, on as few lines as the screen takes; the one that was pressed alone afterwards. */
export const renderMenu = (step: Step, pressed: string | undefined, screen: ScreenOptions): string => {
  const words = walkMessages(screen.language);
  return pressed === undefined ? flow(entriesOf(step, words), screen) : chosen(pressedText(step, pressed, words), screen);
};

/** What can be done where no step is left that can be worked on now. */
export const renderClosingMenu = (pressed: string | undefined, screen: ScreenOptions): string => {
  const { does, enter } = walkMessages(screen.language);
  if (pressed !== undefined) return chosen(pressed === "r" ? does.takeUp : does.finish, screen);
  return flow([{ key: "r", does: does.takeUp }, { key: enter, does: does.finish }], screen);
};

const entriesOf = (step: Step, words: WalkWords): readonly Entry[] => {
  const keys = keysFor(step);
  const digits = Math.min(stepValues(step).length, MOST_DIGITS);
  const entry = (key: string, deed: WalkDeed): readonly Entry[] => (keys.includes(key) ? [{ key: key === "return" ? words.enter : key, does: words.does[deed] }] : []);
  return [
    ...entry("return", doneDeed(step)),
    ...(digits === 0 ? [] : [{ key: digits === 1 ? "1" : `1-${digits}`, does: words.does.copy }]),
    ...entry("c", "list"),
    ...entry("o", "open"),
    ...(step.provenBy === "attestation" ? [] : entry("a", "attest")),
    ...entry("s", "skip"),
    ...entry("p", "postpone"),
    ...entry("g", "guide"),
    ...entry("?", "help"),
    ...entry("q", "leave"),
  ];
};

/** What Enter says depends on whether an API can tell. */
const doneDeed = ({ provenBy }: Step): WalkDeed => (provenBy === "attestation" ? "tell" : "check");

const pressedText = (step: Step, pressed: string, words: WalkWords): string => {
  const deed = STEP_KEYS[pressed];
  if (deed === undefined) return words.does.copy;
  return words.does[deed === "check" ? doneDeed(step) : deed];
};

const chosen = (text: string, { palette }: ScreenOptions): string => palette.dim(`› ${text}`);

/** Entries side by side; none is broken. */
const flow = (entries: readonly Entry[], { palette, width }: ScreenOptions): string => {
  const lines: string[][] = [[]];
  let used = 0;
  for (const { key, does } of entries) {
    const length = widthOf(`${key} ${does}`);
    const last = lines.at(-1) ?? [];
    if (last.length > 0 && used + GAP.length + length >= width) {
      lines.push([]);
      used = 0;
    }
    used += (used === 0 ? 0 : GAP.length) + length;
    lines.at(-1)?.push(`${palette.bold(key)} ${palette.dim(does)}`);
  }
  return lines.map((line) => line.join(GAP)).join("\n");
};

const GAP = "   ";
