import { toMs } from "../model/instant.ts";
import { isRecord } from "../model/is-record.ts";
import type { Answered } from "./exchange.ts";
import { parseJson } from "../model/parse-json.ts";
import type { Redact } from "./redact.ts";
import { parseWwwAuthenticate } from "./www-authenticate.ts";

/** An answer as the rows of the classification look at it. */
export interface Seen {
  readonly status: number;
  readonly oversize: boolean;
  readonly text: string;
  /** Nothing but white space. */
  readonly blank: boolean;
  /** Undefined where the body is not JSON. */
  readonly json: unknown;
  /** `json`, where it is an object. */
  readonly object: Readonly<Record<string, unknown>> | undefined;
  /** What was sent, parsed. */
  readonly sent: unknown;
  /** Of `WWW-Authenticate`, in lower case; empty where absent. */
  readonly realm: string;
  /** OAuth's code, from `WWW-Authenticate` or else from the body. */
  readonly error: string;
  readonly description: string;
  /** `codeRetour`, which comes as a number or as a text; undefined where absent. */
  readonly returned: string | undefined;
  /** `libelle`. */
  readonly label: string;
  /** `error` of the first entry, where the body is the organisations API's array of errors. */
  readonly referenceError: string | undefined;
  readonly retryAfterMs: number | undefined;
  /** Media type and the first words, without control characters: for a person. */
  readonly excerpt: string;
}

export const readAnswer = (
  { status, headers, body, oversize }: Pick<Answered, "status" | "headers" | "body" | "oversize">,
  sent: unknown,
  redact: Redact,
): Seen => {
  const json = parseJson(body);
  const object = asObject(json);
  const challenges = parseWwwAuthenticate(headers["www-authenticate"]);
  const challenge = challenges.find(({ realm, error }) => realm !== undefined || error !== undefined);
  // Redacted before it is cut, or half a secret would pass.
  const clean = (text: string): string => printable(redact(text));
  const first = Array.isArray(json) ? asObject(json[0]) : undefined;
  return {
    status,
    oversize,
    text: body,
    blank: body.trim() === "",
    json,
    object,
    sent,
    realm: (challenge?.realm ?? "").toLowerCase(),
    error: (challenge?.error ?? textOf(object?.["error"])).toLowerCase(),
    description: challenge?.error_description ?? textOf(object?.["error_description"]),
    returned: returnedOf(object?.["codeRetour"], clean),
    label: clean(textOf(object?.["libelle"])),
    referenceError: typeof first?.["error"] === "string" ? clean(first["error"]) : undefined,
    retryAfterMs: retryAfterMs(headers["retry-after"], headers["date"]),
    excerpt: oversize ? "an answer larger than Chorus reads" : excerptOf(headers["content-type"], body, clean),
  };
};

const asObject = (value: unknown): Readonly<Record<string, unknown>> | undefined => (isRecord(value) ? value : undefined);

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

const returnedOf = (value: unknown, clean: Redact): string | undefined =>
  typeof value === "number" || typeof value === "string" ? clean(String(value).trim()) : undefined;

/** RFC 9110 §10.2.3: seconds, or a date, which is read by the server's own clock. */
const retryAfterMs = (header = "", date = ""): number | undefined => {
  if (/^\s*\d{1,9}\s*$/.test(header)) return Number(header) * 1_000;
  const ms = toMs(header) - toMs(date);
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
};

const excerptOf = (contentType: string | undefined, body: string, clean: Redact): string => {
  const media = MEDIA_TYPE.exec(contentType ?? "")?.[0] ?? "";
  const words = clean(body).replaceAll(/ +/g, " ").trim().slice(0, EXCERPT_CHARACTERS);
  return [clean(media), words].filter((part) => part !== "").join(": ");
};

/** What a server says ends on a terminal: no escape sequence, no bidirectional override. */
const printable = (text: string): string => text.replaceAll(/[\p{Cc}\p{Cf}]+/gu, " ").slice(0, LONGEST_TEXT);

const MEDIA_TYPE = /^[\w.+-]{1,40}\/[\w.+-]{1,80}(?=\s*(;|$))/;
const EXCERPT_CHARACTERS = 120;
const LONGEST_TEXT = 500;
