import type { ClientStages } from "../../plan/client-stages.ts";
import { MARKS } from "../../plan/marks.ts";
import { BLANK, type Lead, type Line } from "./layout.ts";
import type { Scene } from "./scene.ts";
import { widthOf } from "./wrap.ts";

/** How many clients stand how at each stage of an onboarding. */
export const clientLines = ({ clients, inOrder, stages }: ClientStages, scene: Scene): readonly Line[] => {
  const { status } = scene.words;
  const shown = MARKS.toReversed().filter((mark) => stages.some((stage) => stage[mark] !== undefined));
  const rows = [
    [status.stage, ...shown.map((mark) => status.marks[mark])],
    ...stages.map((stage) => [status.stages[stage.kind], ...shown.map((mark) => String(stage[mark] ?? status.marks.none))]),
  ];
  const widths = [status.stage, ...shown].map((_, index) => Math.max(...rows.map((row) => widthOf(row[index] ?? ""))) + GAP);
  return [
    BLANK,
    { indent: 2, text: status.clients(clients, inOrder), style: "title" },
    ...rows.map((row, place): Line => ({ indent: 2, leads: row.map((text, index) => cell(text, widths[index] ?? 0, place === 0)), text: "" })),
  ];
};

const cell = (text: string, width: number, isHeader: boolean): Lead => (isHeader ? { text, width, style: "lead" } : { text, width });

const GAP = 3;
