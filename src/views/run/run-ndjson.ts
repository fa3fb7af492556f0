import { obeyedEscaped } from "../../model/obeyed-escaped.ts";
import { runEvents, type RunEvent } from "./run-events.ts";
import type { ToldRun } from "./told-run.ts";

/** A run as events, one JSON document a line: see `schemas/events.schema.json`. */
export const renderRunNdjson = (told: ToldRun): string => renderEvents(runEvents(told));

/** Whole lines, each of which can be read by itself. */
export const renderEvents = (events: readonly RunEvent[]): string => events.map((event) => `${obeyedEscaped(JSON.stringify(event))}\n`).join("");
