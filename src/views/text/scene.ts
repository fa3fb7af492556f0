import type { Language } from "../../messages/language.ts";
import { messages } from "../../messages/messages.ts";
import type { Messages } from "../../messages/shape.ts";
import type { Address } from "../../model/address.ts";
import type { PlanDocument, PlannedResource } from "../../plan/plan-document.ts";
import { createDates, type Dates } from "./dates.ts";
import type { Palette } from "./layout.ts";

/** How a document is shown on a screen. */
export interface ScreenOptions {
  readonly language: Language;
  readonly palette: Palette;
  /** Columns. */
  readonly width: number;
  /** IANA name. */
  readonly timeZone: string;
}

/** What every part of a screen needs: the document, its resources by address, the words, the dates. */
export interface Scene {
  readonly document: PlanDocument;
  readonly language: Language;
  readonly words: Messages;
  readonly dates: Dates;
  readonly resources: ReadonlyMap<Address, PlannedResource>;
  /** The step that is open on each address. */
  readonly stepNumbers: ReadonlyMap<Address, number>;
  /** Who types them needs every value; a screen shows the first few. */
  readonly everyValue?: true;
}

export const setScene = (document: PlanDocument, { language, timeZone }: Pick<ScreenOptions, "language" | "timeZone">): Scene => {
  const words = messages(language);
  return {
    document,
    language,
    words,
    dates: createDates(words.dates, timeZone),
    resources: new Map(document.resources.map((resource) => [resource.address, resource])),
    stepNumbers: new Map(document.steps.flatMap(({ number, items }) => items.map(({ address }) => [address, number] as const))),
  };
};
