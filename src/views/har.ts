import { toPreciseInstant } from "../model/instant.ts";
import { obeyedEscaped } from "../model/obeyed-escaped.ts";
import type { RecordedBody, RecordedExchange } from "../ports/recorder.ts";

/**
 * HTTP exchanges as HAR 1.2 (http://www.softwareishard.com/blog/har-12-spec/), in pieces: the head, then entries with commas
 * between them, then the tail. What the format has no place for is in members that begin with an underscore.
 */
export const harHead = (version: string): string =>
  `{"log":${JSON.stringify({ version: "1.2", creator: { name: "chorus", version }, comment: COMMENT }).slice(0, -1)},"entries":[\n`;

export const HAR_TAIL = "\n]}}\n";

export const harEntry = (exchange: RecordedExchange): string => {
  const { environment, application, tries, sentAt, endedAt, headAt = endedAt } = exchange;
  return obeyedEscaped(JSON.stringify({
    startedDateTime: toPreciseInstant(sentAt),
    time: between(sentAt, endedAt),
    request: requestOf(exchange),
    response: responseOf(exchange),
    cache: {},
    timings: { send: 0, wait: between(sentAt, headAt), receive: between(headAt, endedAt) },
    _environment: environment,
    _application: application,
    _try: tries,
  }));
};

const requestOf = ({ request: { method, url, headers, body } }: RecordedExchange): object => ({
  method,
  url,
  httpVersion: "HTTP/1.1",
  cookies: [],
  headers: pairsOf(headers),
  queryString: [],
  ...(body === undefined ? {} : { postData: { mimeType: valueOf(headers, "content-type"), ...contentOf(body) } }),
  headersSize: -1,
  bodySize: body?.size ?? 0,
});

/** No answer is status 0, with `_error` as browsers write it. */
const responseOf = ({ answer }: RecordedExchange): object => {
  if ("cause" in answer) {
    return { ...EMPTY, status: 0, headers: [], content: { size: 0, mimeType: "" }, redirectURL: "", bodySize: -1, _error: answer.cause, comment: answer.detail };
  }
  const { status, headers, body } = answer;
  return {
    ...EMPTY,
    status,
    httpVersion: "HTTP/1.1",
    headers: pairsOf(headers),
    content: { size: body?.size ?? 0, mimeType: valueOf(headers, "content-type"), ...(body === undefined ? {} : contentOf(body)) },
    redirectURL: valueOf(headers, "location"),
    bodySize: body?.size ?? 0,
  };
};

const EMPTY = { statusText: "", httpVersion: "", cookies: [], headersSize: -1 };

type Headers = RecordedExchange["request"]["headers"];

const pairsOf = (headers: Headers): readonly object[] => headers.map(([name, value]) => ({ name, value }));

const valueOf = (headers: Headers, wanted: string): string => headers.find(([name]) => name.toLowerCase() === wanted)?.[1] ?? "";

const contentOf = ({ text = "", shortened }: RecordedBody): object =>
  shortened === undefined ? { text } : { text, comment: SHORTENED[shortened] };

const SHORTENED: Readonly<Record<NonNullable<RecordedBody["shortened"]>, string>> = {
  cut: "cut: only the beginning is here",
  binary: "left out: not a text in UTF-8",
  oversize: "left out: larger than Chorus reads",
  secret: "left out: it may hold a token",
};

/** Clocks can be set back. */
const between = (from: number, to: number): number => Math.max(0, to - from);

const COMMENT = "Secrets were replaced by [secret]. Answers may hold names and addresses of people.";
