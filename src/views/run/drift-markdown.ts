import type { DriftDocument } from "../../plan/drift/drift-document.ts";
import type { Block } from "../formats/fitted-blocks.ts";
import { driftLine } from "./drift-lines.ts";
import { remarks } from "./drift-text.ts";
import { block, markdown as text, more, tableRow } from "./markdown-parts.ts";
import type { RunScene } from "./run-scene.ts";

/** What was true and is not, as a table: for an issue that a nightly job opens, or the page of a pipeline. */
export const driftBlocks = (drift: DriftDocument, view: RunScene): readonly Block[] => {
  const { words } = view;
  const { what, before, now } = words.drift.columns;
  const rows = drift.drifts.map((one) => {
    const line = driftLine(one, view);
    return tableRow([line.what, line.before, line.now]);
  });
  const told = remarks(drift, view);
  return [
    ...(rows.length === 0 ? [] : [{ before: [tableRow([what, before, now]), "| --- | --- | --- |"], rows, after: [], more: more(view) }]),
    ...(told.length === 0 ? [] : [block(told.map((one) => `- ${text(one)}`))]),
  ];
};
