import { stringify } from "csv-stringify/sync";
import type { Messages } from "../../messages/shape.ts";
import { printable } from "../printable.ts";
import { shown } from "../text/wrap.ts";
import type { Worklist } from "./worklist.ts";

/** Worklists as one table: a line a step. No cell can become a formula where it is opened. */
export const renderWorklistCsv = (worklists: readonly Worklist[], { worklist: words }: Messages): string => {
  const rows = worklists.flatMap(({ name, sessions }) =>
    sessions.flatMap(({ heading, steps }) =>
      steps.map(({ number, title, parts }) => [
        name,
        String(number),
        heading,
        title,
        parts.map(({ lead, lines }) => `${lead} : ${lines.map(({ label, text }) => (label === undefined ? text : `${label} ${text}`)).join(" / ")}`).join("\n"),
      ].map(plain)),
    ),
  );
  return stringify([[...words.columns], ...rows], { delimiter: ";", bom: true, escape_formulas: true, record_delimiter: "windows" });
};

/** Lines stay; nothing else that steers a terminal does. */
const plain = (text: string): string => text.split("\n").map((line) => shown(printable(line))).join("\n");
