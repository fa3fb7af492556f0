import { DECOMMISSIONED } from "../catalogue/environments.ts";
import type { Clue } from "../model/clue.ts";
import { toMs } from "../model/instant.ts";
import type { Verdict } from "./classify.ts";
import type { Answered, Exchange, Unanswered } from "./exchange.ts";

/** What an answer, or the lack of one, tells of who spoke and why: codes alone, nothing of what was said. */
export const answerClues = (exchange: Exchange, url: URL, verdict: Verdict): readonly Clue[] =>
  exchange.answered ? answeredClues(exchange, verdict) : silenceClues(exchange, url);

const answeredClues = ({ status, headers, body, at, headAt }: Answered, verdict: Verdict): readonly Clue[] => {
  const clues: Clue[] = [];
  // A date that cannot be read tells nothing: the comparison with it is false.
  if (Math.abs(toMs(headers["date"] ?? "") - (headAt ?? at)) > CLOCK_TOLERANCE_MS) clues.push("clock-off");
  if (verdict.ok) return clues;
  if (status === 407 || headers["x-squid-error"] !== undefined || PROXY.test(headers["server"] ?? "")) clues.push("proxy-header");
  if (/^text\/html\b/i.test(headers["content-type"] ?? "") || /^\s*<(!doctype html|html)\b/i.test(body)) clues.push("html");
  if (status >= 300 && status < 400) clues.push("redirected");
  if (verdict.failure.code === "token-missing") clues.push("header-lost");
  return clues;
};

const silenceClues = ({ cause, detail }: Unanswered, { hostname }: URL): readonly Clue[] => {
  const [code = ""] = detail.split(" ");
  const clue = cause === "tls" ? TLS_CLUES.find(([pattern]) => pattern.test(code))?.[1] : SILENCE_CLUES[cause];
  if (cause !== "aborted" && DECOMMISSIONED.test(hostname)) return clue === undefined ? ["old-host"] : ["old-host", clue];
  return clue === undefined ? [] : [clue];
};

const SILENCE_CLUES: Partial<Readonly<Record<Unanswered["cause"], Clue>>> = {
  dns: "name-not-found",
  refused: "connection-refused",
  reset: "connection-cut",
  timeout: "no-answer-in-time",
  proxy: "proxy-refuses",
};

/** OpenSSL's verification codes and Node's, as `transport.ts` puts them in front of the host. */
const TLS_CLUES: readonly (readonly [RegExp, Clue])[] = [
  [/^(CHORUS_CA_FILE|NODE_EXTRA_CA_CERTS)$/, "ca-unreadable"],
  [/^(CERT_HAS_EXPIRED|CERT_NOT_YET_VALID)$/, "certificate-dates"],
  [/^(ERR_TLS_CERT_ALTNAME_INVALID|HOSTNAME_MISMATCH)$/, "other-name"],
  [/^(\w*SELF_SIGNED_CERT\w*|UNABLE_TO_\w+|CERT_UNTRUSTED|INVALID_CA)$/, "private-issuer"],
];

/** Products that stand between a firm's network and the Internet, by what they call themselves. */
const PROXY = /squid|zscaler|blue ?coat|forti|forcepoint|websense|netskope|olfeo|proxy/i;

/** More than what clocks drift and answers take; passwords and tokens are dated to the minute at best. */
const CLOCK_TOLERANCE_MS = 300_000;
