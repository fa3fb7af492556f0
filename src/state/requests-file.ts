import { join } from "node:path";
import { ChorusError } from "../diagnostics/chorus-error.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import { isAddress, type Address } from "../model/address.ts";
import { defined } from "../model/defined.ts";
import { addTo } from "../model/group-by.ts";
import { parseInstant } from "../model/instant.ts";
import { isRecord } from "../model/is-record.ts";
import { parseJson } from "../model/parse-json.ts";
import { inOrder, REQUEST_EVENTS, type RequestEvent, type RequestJournal } from "../model/request.ts";
import type { StepAction } from "../model/step.ts";
import type { Files } from "../ports/ports.ts";

/**
 * The journal of requests, beside the configuration and in Git: one event a line, only ever added to, so that two
 * branches merge by keeping both. A line twice is one event. Throws where a line cannot be read: what it said would be
 * asked again.
 */
export const readRequests = async (folder: string, files: Pick<Files, "read" | "stat">): Promise<RequestJournal> => {
  const file = join(folder, REQUESTS_FILE);
  if ((await files.stat(file)) === undefined) return new Map();
  const lines = new TextDecoder().decode(await files.read(file)).split("\n");
  const problems: ChorusError["diagnostics"][number][] = [];
  const events = new Map<string, RequestEvent>();
  for (const [index, line] of lines.entries()) {
    if (line.trim() === "") continue;
    const event = readEvent(parseJson(line));
    if (typeof event === "string") problems.push(diagnostic("CHR-REQUEST-FORM", "error", { problem: event }, { file, line: index + 1, column: 1 }));
    else events.set(JSON.stringify(event), event);
  }
  if (problems.length > 0) throw new ChorusError(problems);
  const journal = new Map<Address, RequestEvent[]>();
  for (const event of [...events.values()].toSorted(inOrder)) addTo(journal, event.address, event);
  return journal;
};

/** Adds events to the journal; none leave it alone. */
export const appendRequests = async (folder: string, files: Pick<Files, "append" | "read" | "stat">, events: readonly RequestEvent[]): Promise<string> => {
  const file = join(folder, REQUESTS_FILE);
  if (events.length === 0) return file;
  const size = (await files.stat(file))?.size ?? 0;
  const isOpen = size > 0 && !new TextDecoder().decode(await files.read(file)).endsWith("\n");
  await files.append(file, `${isOpen ? "\n" : ""}${events.map((event) => `${JSON.stringify(event)}\n`).join("")}`);
  return file;
};

/** The event, or the key that is wrong. */
const readEvent = (value: unknown): RequestEvent | string => {
  const line = isRecord(value) ? value : {};
  const text = (key: string): string | undefined => (typeof line[key] === "string" && line[key] !== "" ? line[key] : undefined);
  const at = parseInstant(text("at") ?? "");
  const [address, action, by] = [text("address"), text("action"), text("by")];
  const event = REQUEST_EVENTS.find((name) => name === line["event"]);
  if (at === undefined) return "at";
  if (address === undefined || !isAddress(address)) return "address";
  if (action === undefined) return "action";
  if (event === undefined) return "event";
  if (by === undefined) return "by";
  return defined({ at, address, action: action as StepAction, covers: text("covers"), event, by, reason: text("reason"), note: text("note"), until: parseInstant(text("until") ?? "") });
};

export const REQUESTS_FILE = "chorus.requests.jsonl";
