import type { ApplyEvent } from "../apply/events.ts";
import { messages } from "../messages/messages.ts";
import { environmentOf, type Address } from "../model/address.ts";
import { nameAddress } from "./text/names.ts";
import { renderLines, type Style } from "./text/layout.ts";
import type { ScreenOptions } from "./text/scene.ts";

/** One thing that happened while a plan was applied, on one line. */
export const renderApplyEvent = (event: ApplyEvent, screen: ScreenOptions): string => {
  const words = messages(screen.language);
  const { sign, style } = SIGNS[event.event];
  return renderLines([{ indent: 0, leads: [{ text: sign, width: 3, style }], text: eventText(event, words) }], screen);
};

type Words = ReturnType<typeof messages>;

const eventText = (event: ApplyEvent, words: Words): string =>
  event.event === "recorded"
    ? words.run.recorded(event.file, event.subjects)
    : `${subjectText(event.address, words)}${words.words.colon}${happened(event, words)}`;

const happened = (event: Exclude<ApplyEvent, { readonly event: "recorded" }>, words: Words): string => {
  const { run, reasons } = words;
  if (event.event === "became-true") return `${run.becameTrue} (${reasons[event.condition.reason]})`;
  if (event.event === "drifted") return `${run.drifted} (${reasons[event.condition.reason]})`;
  if (event.event === "wrote") return run.wrote(valuesText(event.arguments, words));
  if (event.event === "write-refused") return run.writeRefused(event.status === undefined ? "" : String(event.status));
  return event.event === "held" ? `${run.held}, ${run.changes[event.change]}` : run.attested;
};

/** `lyon, espace « Factures émises » (production)` */
const subjectText = (address: Address, words: Words): string => {
  const { name, claim } = nameAddress(address, { words });
  return `${name}, ${claim} (${words.words.environments[environmentOf(address)]})`;
};

/** The values that were written, and not whose they are. */
const valuesText = (values: Readonly<Record<string, string>>, { words }: Words): string =>
  Object.entries(values)
    .filter(([, value]) => value === "true" || value === "false")
    .map(([name, value]) => `${name} ${value === "true" ? words.yes : words.no}`)
    .join(", ");

const SIGNS: Readonly<Record<ApplyEvent["event"], { readonly sign: string; readonly style: Style }>> = {
  "became-true": { sign: "✓", style: "added" },
  drifted: { sign: "✗", style: "removed" },
  attested: { sign: "✎", style: "added" },
  wrote: { sign: "✓", style: "added" },
  "write-refused": { sign: "!", style: "warning" },
  held: { sign: "~", style: "doubt" },
  recorded: { sign: "·", style: "quiet" },
};
