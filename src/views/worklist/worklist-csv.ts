import type { Messages } from "../../messages/shape.ts";
import { renderCsv } from "../formats/csv.ts";
import { shown } from "../text/wrap.ts";
import type { WorklistPart } from "./told-step.ts";
import type { Worklist } from "./worklist.ts";

/** Worklists as one table, for mail merge: a line a step, with who it is for on each. */
export const renderWorklistCsv = (worklists: readonly Worklist[], { worklist: words, words: { colon } }: Messages): string =>
  renderCsv(
    words.columns,
    worklists.flatMap(({ name, person, sessions }) =>
      sessions.flatMap(({ heading, url, needs, steps }) =>
        steps.map(({ number, title, parts }) => {
          const first = needs.length === 0 ? [] : [`${words.leads.needs}${colon}${needs.join(" / ")}`];
          const how = [...first, ...parts.map((part) => partText(part, colon))].join("\n");
          return [name, person?.nom, person?.email, person?.telephone, String(number), [heading, url ?? ""].join(" ").trim(), title, how].map((cell) => shown(cell ?? ""));
        }),
      ),
    ),
  );

const partText = ({ lead, lines }: WorklistPart, colon: string): string =>
  `${lead}${colon}${lines.map(({ number, label, text }) => [number, label === undefined ? undefined : `${label}${colon.trimEnd()}`, text].filter(Boolean).join(" ")).join(" / ")}`;
