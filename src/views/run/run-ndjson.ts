import { obeyedEscaped } from "../safe-json.ts";
import { runEvents } from "./run-events.ts";
import type { ToldRun } from "./told-run.ts";

/** A run as events, one JSON document a line: see `schemas/events.schema.json`. */
export const renderRunNdjson = (told: ToldRun): string =>
  runEvents(told)
    .map((event) => `${obeyedEscaped(JSON.stringify(event))}\n`)
    .join("");
