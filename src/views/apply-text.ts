import type { ApplyEvent } from "../apply/events.ts";
import { messages } from "../messages/messages.ts";
import { environmentOf, kindOf, type Address } from "../model/address.ts";
import { listNames, nameAddress } from "./text/names.ts";
import { renderLines, type Style } from "./text/layout.ts";
import type { ScreenOptions } from "./text/scene.ts";

/** Tells what happens while a plan is applied: one line for each run of events that differ only in their subject. */
export interface ApplyView {
  /** The lines that an event completes; often none yet. */
  push(event: ApplyEvent): string;
  /** What is still untold. */
  end(): string;
}

export const createApplyView = (screen: ScreenOptions): ApplyView => {
  let run: readonly ApplyEvent[] = [];
  const end = (): string => {
    const told = run.length === 0 ? "" : renderApplyEvents(run, screen);
    run = [];
    return told;
  };
  return {
    push(event) {
      const goesOn = run[0] !== undefined && likeness(run[0], screen) === likeness(event, screen);
      const told = goesOn ? "" : end();
      run = [...run, event];
      return told;
    },
    end,
  };
};

/** One thing that happened, to one resource or to several of a kind, on one line. */
export const renderApplyEvents = (events: readonly ApplyEvent[], screen: ScreenOptions): string => {
  const [first] = events;
  if (first === undefined) return "";
  const words = messages(screen.language);
  const { sign, style } = SIGNS[first.event];
  return renderLines([{ indent: 0, leads: [{ text: sign, width: 3, style }], text: eventText(first, events, words) }], screen);
};

/** Events with one likeness share a line. */
const likeness = (event: ApplyEvent, { language }: ScreenOptions): string =>
  event.event === "recorded"
    ? "recorded"
    : [event.event, environmentOf(event.address), kindOf(event.address), happened(event, messages(language))].join("\u0000");

type Words = ReturnType<typeof messages>;

const eventText = (first: ApplyEvent, events: readonly ApplyEvent[], words: Words): string =>
  first.event === "recorded"
    ? words.run.recorded(first.file, first.subjects)
    : `${subjectsText(events.flatMap((event) => ("address" in event ? [event.address] : [])), words)}${words.words.colon}${happened(first, words)}`;

const happened = (event: Exclude<ApplyEvent, { readonly event: "recorded" }>, words: Words): string => {
  const { run, reasons } = words;
  if (event.event === "became-true") return `${run.becameTrue} (${reasons[event.condition.reason]})`;
  if (event.event === "drifted") return `${run.drifted} (${reasons[event.condition.reason]})`;
  if (event.event === "wrote") return run.wrote(valuesText(event.arguments, words));
  if (event.event === "write-refused") return run.writeRefused(event.status === undefined ? "" : String(event.status));
  return event.event === "held" ? `${run.held}, ${run.changes[event.change]}` : run.attested;
};

/** `lyon, nantes, espace « Factures émises » (production)` */
const subjectsText = (addresses: readonly Address[], words: Words): string => {
  const named = addresses.map((address) => nameAddress(address, { words }));
  const names = [...new Set(named.map(({ name }) => name))];
  const claims = [...new Set(named.map(({ claim }) => claim))];
  const environment = words.words.environments[environmentOf(addresses[0] ?? ("" as Address))];
  return `${listNames(names, { words })}, ${listNames(claims, { words })} (${environment})`;
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
