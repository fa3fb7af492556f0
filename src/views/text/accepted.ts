import { environmentOf } from "../../model/address.ts";
import type { EnvironmentName } from "../../model/environment.ts";
import type { Line } from "./layout.ts";
import { nameAddress } from "./names.ts";
import type { Scene } from "./scene.ts";

/** Differences that are accepted for a while: what, until when, who says so and why. They ask for no step. */
export const acceptedLines = (environment: EnvironmentName, { document, dates, words }: Scene): readonly Line[] => {
  const { plan, reasons } = words;
  const texts = document.resources.flatMap(({ address, conditions }) => {
    if (environmentOf(address) !== environment || conditions.every(({ accepted }) => accepted === undefined)) return [];
    const { name, claim } = nameAddress(address, { words });
    return conditions.flatMap(({ accepted, reason }) =>
      accepted === undefined
        ? []
        : [`${plan.ofNames(claim, name)} (${reasons[reason]})${words.words.colon}${plan.acceptedUntil(dates.lastDay(accepted.until), accepted.by, words.words.quoted(accepted.reason))}`],
    );
  });
  const most = texts.slice(0, MOST);
  const rest = texts.length - most.length;
  return [...most, ...(rest > 0 ? [plan.more(rest)] : [])].map((text) => ({ indent: 2, leads: [{ text: "≠", width: 3, style: "doubt" }], text }));
};

const MOST = 20;
