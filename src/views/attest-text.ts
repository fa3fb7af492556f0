import { messages } from "../messages/messages.ts";
import { isAcceptance, type Attestation } from "../model/attestation.ts";
import { createDates } from "./text/dates.ts";
import { renderLines, type Line } from "./text/layout.ts";
import type { ScreenOptions } from "./text/scene.ts";

export interface AttestedView {
  readonly file?: string;
  readonly attestations: readonly Attestation[];
  /** A file of evidence whose content nobody looked into. */
  readonly unread?: string | undefined;
}

/** What was attested, by whom and until when, and where it is written where that is said. */
export const renderAttested = ({ file, attestations, unread }: AttestedView, screen: ScreenOptions): string => {
  const { run, dates } = messages(screen.language);
  const shown = createDates(dates, screen.timeZone);
  const lines = attestations.map(
    (word): Line => ({
      indent: 0,
      leads: [isAcceptance(word) ? { text: "≠", width: 3, style: "doubt" } : { text: "✎", width: 3, style: "added" }],
      text: (isAcceptance(word) ? run.acceptedBy : run.attestedBy)(word.address, word.by, shown.lastDay(word.until)),
    }),
  );
  const notRead: readonly Line[] = unread === undefined ? [] : [{ indent: 0, leads: [{ text: "!", width: 3, style: "warning" }], text: run.unread(unread) }];
  return renderLines([...lines, ...notRead, ...(file === undefined ? [] : [{ indent: 0, text: run.attestationsIn(file), style: "quiet" } as const])], screen);
};
