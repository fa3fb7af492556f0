import { join } from "node:path";
import { tooLarge } from "../config/read-whole.ts";
import { ChorusError } from "../diagnostics/chorus-error.ts";
import type { RequestProblem } from "../diagnostics/codes.ts";
import { diagnostic, type Diagnostic } from "../diagnostics/diagnostic.ts";
import { isAddress } from "../model/address.ts";
import { defined } from "../model/defined.ts";
import { groupBy } from "../model/group-by.ts";
import { DAY_MS, parseInstant, toMs } from "../model/instant.ts";
import { isRecord } from "../model/is-record.ts";
import { parseJson } from "../model/parse-json.ts";
import { inOrder, REQUEST_EVENTS, type RequestEvent, type RequestJournal } from "../model/request.ts";
import { STEP_ACTIONS } from "../model/step.ts";
import { hasCode } from "../ports/error-code.ts";
import type { Files } from "../ports/ports.ts";

/**
 * The journal of requests, beside the configuration and in Git: one event a line, only ever added to, so that two
 * branches merge by keeping both. A line twice is one event. Throws where a line cannot be read: what it said would be
 * asked again.
 */
export const readRequests = async (folder: string, files: Pick<Files, "read" | "stat">, nowMs: number): Promise<RequestJournal> => {
  const file = join(folder, REQUESTS_FILE);
  const lines = (await textOf(file, files)).split("\n").map((text, index) => ({ text, number: index + 1 }));
  const conflict = lines.find(({ text }) => CONFLICT.test(text));
  const read = lines
    .filter(({ text }) => text.trim() !== "" && !CONFLICT.test(text))
    .map(({ text, number }) => ({ number, event: readEvent(parseJson(text), nowMs) }));
  const problems = [
    ...(conflict === undefined ? [] : [problemAt(file, conflict.number, "conflict")]),
    ...read.flatMap(({ number, event }) => (typeof event === "string" ? [problemAt(file, number, event)] : [])),
  ];
  if (problems.length > 0) throw new ChorusError(problems);
  const events = new Map(read.flatMap(({ event }) => (typeof event === "string" ? [] : [[JSON.stringify(event), event] as const])));
  return groupBy([...events.values()].toSorted(inOrder), ({ address }) => address);
};

const textOf = async (file: string, files: Pick<Files, "read" | "stat">): Promise<string> => {
  try {
    const stat = await files.stat(file);
    if (stat === undefined) return "";
    const found = tooLarge(file, stat.size, MOST_MB);
    if (found !== undefined) throw new ChorusError([found]);
    return new TextDecoder().decode(await files.read(file));
  } catch (error) {
    if (!hasCode(error, "EISDIR", "EACCES", "EPERM")) throw error;
    throw new ChorusError([problemAt(file, 1, "not-a-file")], { cause: error });
  }
};

const problemAt = (file: string, line: number, problem: RequestProblem): Diagnostic =>
  diagnostic("CHR-REQUEST-FORM", "error", { problem }, { file, line, column: 1 });

/** What Git leaves where it could not merge. */
const CONFLICT = /^(<{7}|={7}|>{7}|\|{7})( |\r?$)/;

/** Adds events to the journal; none leave it alone. */
export const appendRequests = async (folder: string, files: Pick<Files, "append" | "read" | "stat">, events: readonly RequestEvent[]): Promise<string> => {
  const file = join(folder, REQUESTS_FILE);
  if (events.length === 0) return file;
  const size = (await files.stat(file))?.size ?? 0;
  const isOpen = size > 0 && !new TextDecoder().decode(await files.read(file)).endsWith("\n");
  await files.append(file, `${isOpen ? "\n" : ""}${events.map((event) => `${JSON.stringify(event)}\n`).join("")}`);
  return file;
};

/** The event, or what is wrong. A clock may be a day fast; what is noted for later than that would close a request for ever. */
const readEvent = (value: unknown, nowMs: number): RequestEvent | RequestProblem => {
  if (!isRecord(value)) return "json";
  const text = (key: string): string | undefined => {
    const given = value[key];
    return typeof given === "string" && given !== "" ? given : undefined;
  };
  const at = parseInstant(text("at") ?? "");
  const [address, by] = [text("address"), text("by")];
  const action = STEP_ACTIONS.find((name) => name === value["action"]);
  const event = REQUEST_EVENTS.find((name) => name === value["event"]);
  if (at === undefined) return "at";
  if (toMs(at) > nowMs + DAY_MS) return "future";
  if (address === undefined || !isAddress(address)) return "address";
  if (action === undefined) return "action";
  if (event === undefined) return "event";
  if (by === undefined) return "by";
  const until = parseInstant(text("until") ?? "");
  if (until === undefined && text("until") !== undefined) return "until";
  return defined({ at, address, action, covers: text("covers"), event, by, reason: text("reason"), note: text("note"), until });
};

/** Some 300,000 events: requests of years. */
const MOST_MB = 64;

export const REQUESTS_FILE = "chorus.requests.jsonl";
