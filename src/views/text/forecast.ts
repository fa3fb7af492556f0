import { DEADLINE_KINDS } from "../../plan/deadline.ts";
import type { ForecastWeek } from "../../plan/forecast.ts";
import type { StatusDocument } from "../../plan/status-document.ts";
import type { Line } from "./layout.ts";
import type { Scene } from "./scene.ts";

/** How much ends week by week, as bars; beside each, of what and how many renewals are planned. */
export const forecastLines = (scene: Scene, { forecast = [], deadlines }: StatusDocument): readonly Line[] => {
  const { status } = scene.words;
  const most = Math.max(1, ...forecast.map(totalOf));
  const pastDue = deadlines.filter(({ state }) => state === "past-due").length;
  return [
    { indent: 0, text: status.forecast(pastDue), style: "heading" },
    ...forecast.map((week): Line => {
      const total = totalOf(week);
      const bar = total === 0 ? "" : BAR.repeat(Math.max(1, Math.round((total / most) * BAR_WIDTH)));
      return {
        indent: 2,
        leads: [
          { text: week.week, width: WEEK_WIDTH, style: "lead" },
          { text: total === 0 ? "" : String(total), width: COUNT_WIDTH },
          { text: bar, width: BAR_WIDTH + 2, style: "warning" },
        ],
        text: toldOf(week, scene),
      };
    }),
  ];
};

/** Of what, and how many renewals are planned. */
export const toldOf = ({ ends, renewals }: ForecastWeek, { words: { status } }: Pick<Scene, "words">): string =>
  [
    ...DEADLINE_KINDS.flatMap((kind) => (ends[kind] === 0 ? [] : [status.weekEnds[kind](ends[kind])])),
    ...(renewals === 0 ? [] : [status.renewals(renewals)]),
  ].join(", ");

/** Guides are left out: they all end at once, and would dwarf the rest. */
export const totalOf = ({ ends }: ForecastWeek): number => DEADLINE_KINDS.reduce((sum, kind) => sum + (kind === "guide" ? 0 : ends[kind]), 0);

const BAR = "█";
const BAR_WIDTH = 30;
const WEEK_WIDTH = 10;
const COUNT_WIDTH = 7;
