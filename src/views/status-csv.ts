import { DEADLINE_KINDS, type Deadline } from "../plan/deadline.ts";
import type { ForecastWeek } from "../plan/forecast.ts";
import type { StatusDocument } from "../plan/status-document.ts";
import { renderCsv } from "./formats/csv.ts";

/** A line a deadline, or a line a week where the forecast was asked for. Times are in UTC, words those of the JSON. */
export const renderStatusCsv = ({ deadlines, forecast }: StatusDocument): string =>
  forecast === undefined ? renderCsv(DEADLINE_COLUMNS, deadlines.map(deadlineRow)) : renderCsv(WEEK_COLUMNS, forecast.map(weekRow));

const deadlineRow = (deadline: Deadline): readonly string[] => {
  const { kind, state, dueAt, actFrom, actBy, week, estimated, environment, client, subject, address, actor, step, move } = deadline;
  const who = actor?.label ?? actor?.name ?? actor?.role;
  return [kind, state, dueAt, actFrom, actBy, week, estimated === true ? "yes" : "", environment, client, subject, address, who, step, move].map((value) =>
    value === undefined ? "" : String(value),
  );
};

const weekRow = ({ week, from, ends, renewals }: ForecastWeek): readonly string[] => [
  week,
  from,
  ...DEADLINE_KINDS.map((kind) => String(ends[kind])),
  String(renewals),
];

const DEADLINE_COLUMNS = [
  "kind",
  "state",
  "dueAt",
  "actFrom",
  "actBy",
  "week",
  "estimated",
  "environment",
  "client",
  "subject",
  "address",
  "actor",
  "step",
  "move",
];

const WEEK_COLUMNS = ["week", "from", ...DEADLINE_KINDS, "renewals"];
