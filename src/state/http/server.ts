import { createHash } from "node:crypto";
import { ChorusError } from "../../diagnostics/chorus-error.ts";
import type { StateProblem } from "../../diagnostics/codes.ts";
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Clock, Randomness } from "../../ports/ports.ts";

/** The way to a server, with what it wants to know of who asks. One is opened for each operation, and closed after it. */
export interface StateServer {
  /** Never rejects. Follows no redirect. */
  send(request: StateRequest): Promise<StateAnswer>;
  close(): Promise<void>;
}

export interface StateRequest {
  readonly method: Method;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export type Method = "GET" | "POST" | "PUT" | "DELETE" | "LOCK" | "UNLOCK";

export type StateAnswer =
  | { readonly answered: true; readonly status: number; readonly body: string; readonly oversize: boolean }
  /** `cause`: a word, never what a system or a server said. */
  | { readonly answered: false; readonly cause: string };

export interface Asking {
  readonly server: StateServer;
  readonly clock: Clock;
  readonly randomness: Pick<Randomness, "fraction">;
  /** Of the state, for who reads of a failure. */
  readonly place: string;
}

/** What came of a request that may be sent again: its last answer, or why there is none. */
export type Outcome = { readonly status: number; readonly body: string } | { readonly status: undefined; readonly cause: string };

/** Sends a request, and again where the server or the way to it stumbles. It must do no harm a second time. */
export const ask = async (asking: Asking, method: Method, url: URL, body?: string): Promise<Outcome> => {
  for (let tries = 1; ; tries += 1) {
    const outcome = await askOnce(asking, method, url, body);
    if (tries === TRIES || !isPassing(outcome)) return outcome;
    await pause(asking, tries);
  }
};

export const askOnce = async ({ server }: Asking, method: Method, url: URL, body?: string): Promise<Outcome> => {
  const answer = await server.send({ method, url, headers: headersOf(body), ...(body === undefined ? {} : { body }) });
  if (!answer.answered) return { status: undefined, cause: answer.cause };
  return answer.oversize ? { status: TOO_LARGE, body: "" } : { status: answer.status, body: answer.body };
};

/** Longer each time, and not for everybody alike. */
export const pause = ({ clock, randomness }: Asking, tries: number): Promise<void> =>
  clock.sleep(Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** tries) * (0.5 + randomness.fraction()));

/** The same again may do. */
export const isPassing = ({ status }: Outcome): boolean => status === undefined || status >= 500 || status === 429 || status === 408;

export const isDone = ({ status }: Outcome): boolean => status !== undefined && status >= 200 && status < 300;

export const isLocked = ({ status }: Outcome): boolean => status === 409 || status === 423;

/** Says what a request came to, which ends the run. */
export const unreachable = ({ place }: Pick<Asking, "place">, method: Method, outcome: Outcome): ChorusError => {
  const detail = outcome.status === undefined ? outcome.cause : `${method}: ${outcome.status}`;
  return new ChorusError([diagnostic("CHR-STATE-UNREACHABLE", "error", { place, problem: problemOf(outcome), detail })]);
};

const problemOf = (outcome: Outcome): StateProblem => {
  if (isPassing(outcome)) return "unreachable";
  return outcome.status === 401 || outcome.status === 403 ? "denied" : "refused";
};

const headersOf = (body: string | undefined): Readonly<Record<string, string>> =>
  body === undefined ? {} : { "content-type": "application/json", "content-md5": createHash("md5").update(body).digest("base64") };

const TRIES = 6;
const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 2_000;

/** Content Too Large: said of an answer here. */
const TOO_LARGE = 413;
