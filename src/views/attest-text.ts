import { messages } from "../messages/messages.ts";
import type { Attestation } from "../model/attestation.ts";
import { createDates } from "./text/dates.ts";
import { renderLines, type Line } from "./text/layout.ts";
import type { ScreenOptions } from "./text/scene.ts";

/** What was attested, by whom and until when, and where it is written. */
export const renderAttested = (file: string, attestations: readonly Attestation[], screen: ScreenOptions): string => {
  const { run, dates } = messages(screen.language);
  const shown = createDates(dates, screen.timeZone);
  const lines = attestations.map(
    ({ address, by, until }): Line => ({
      indent: 0,
      leads: [{ text: "✎", width: 3, style: "added" }],
      text: run.attestedBy(address, by, shown.date(until)),
    }),
  );
  return renderLines([...lines, { indent: 0, text: run.attestationsIn(file), style: "quiet" }], screen);
};
