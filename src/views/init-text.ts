import { initMessages } from "../messages/init-messages.ts";
import type { Language } from "../messages/language.ts";
import { BLANK, renderLines, type Line, type Page } from "./text/layout.ts";
import { unbroken, widthOf } from "./text/wrap.ts";

export interface Begun {
  readonly put: readonly { readonly file: string; readonly outcome: "written" | "added" | "there" | "kept" }[];
  readonly notes: readonly string[];
  /** Commands, to be copied. */
  readonly next: readonly string[];
}

/** What became of each file, what else to know, and what to type next. */
export const renderPut = ({ put, notes, next }: Begun, screen: Page & { readonly language: Language }): string => {
  const { outcomes } = initMessages(screen.language);
  const width = Math.max(...put.map(({ file }) => widthOf(file))) + 2;
  const lines: readonly Line[] = [
    ...put.map(({ file, outcome }): Line => ({ indent: 2, leads: [{ text: SIGNS[outcome], width: 2, style: outcome === "kept" ? "warning" : "added" }, { text: file, width }], text: outcomes[outcome], style: "quiet" })),
    ...notes.map((text): Line => ({ indent: 2, text, style: "quiet" })),
    BLANK,
    ...next.map((command, at): Line => ({ indent: 2, leads: [{ text: `${at + 1}`, width: 3, style: "lead" }], text: unbroken(command), style: "title" })),
  ];
  return renderLines(lines, screen);
};

const SIGNS = { written: "+", added: "+", there: "=", kept: "!" } as const;
