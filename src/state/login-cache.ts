import { join } from "node:path";
import { isEnvironmentName } from "../model/environment.ts";
import { toInstant, toMs } from "../model/instant.ts";
import { REFUSAL_BELIEVED_MS, type LoginAttempt, type Logins } from "../model/logins.ts";
import { isTrace, type Trace } from "../model/trace.ts";
import type { Clock, Files, Randomness } from "../ports/ports.ts";
import { cacheFile, readCached, unlessRefused } from "./cache-file.ts";
import { CACHE_FOLDER, prepareNotes } from "./notes-folder.ts";

export interface LoginCache extends Logins {
  /** What was refused until now was looked at as often as it may be: it is believed, also where a new look is asked for. */
  believe(): void;
  /** Everything that was noted is written. */
  flush(): Promise<void>;
}

export interface LoginCachePorts {
  readonly files: Files;
  readonly clock: Pick<Clock, "now">;
  readonly randomness: Pick<Randomness, "uuid">;
}

/**
 * The logins of accounts as this machine met them: those refused of late are not tried again with the same password,
 * and none fails more than a few times a day.
 *
 * @param everything the person asks for a new look: refusals are not believed any more, failures still count
 */
export const openLoginCache = async (folder: string, { files, clock, randomness }: LoginCachePorts, everything = false): Promise<LoginCache> => {
  const file = cacheFile(folder, "logins.jsonl", files, MOST_BYTES);
  const failures = new Map<string, number[]>();
  const refusals = new Map<string, Refusal>();
  const works = new Map<string, string>();
  const dayAgo = clock.now() - DAY_MS;
  for (const line of await file.read()) {
    const { environment, login, event, fingerprint, trace } = line as unknown as Line;
    const at = toMs(String(line["at"]));
    if (event === "accepted" && isEnvironmentName(environment)) works.set(keyOf({ environment, login }), fingerprint);
    // What comes from the future was noted by a clock that was wrong.
    if (!(at > dayAgo && at <= clock.now()) || !isEnvironmentName(environment)) continue;
    const key = keyOf({ environment, login });
    if (event === "failed") failures.set(key, [...(failures.get(key) ?? []), at]);
    else if (event === "accepted") refusals.delete(key);
    else if (isTrace(trace)) refusals.set(key, { fingerprint, trace, seenAtMs: at });
  }
  const note = ({ environment, login, fingerprint }: LoginAttempt, event: Line["event"], trace?: Trace): void =>
    file.append({ at: toInstant(clock.now()), environment, login, event, fingerprint, ...(trace === undefined ? {} : { trace }) });

  const refusalOf = (attempt: LoginAttempt): Refusal | undefined => {
    const found = refusals.get(keyOf(attempt));
    return found?.fingerprint === attempt.fingerprint ? found : undefined;
  };
  const isCooling = ({ seenAtMs }: Refusal): boolean => clock.now() - seenAtMs < REFUSAL_BELIEVED_MS;

  return {
    salt: await saltOf(folder, files, randomness),
    refusal(attempt, looking) {
      const found = refusalOf(attempt);
      if (found === undefined || !isCooling(found)) return undefined;
      const isDoubted = found.seen === "now" ? looking : found.seen === undefined && everything;
      return isDoubted ? undefined : found.trace;
    },
    lastRefusal(attempt) {
      const found = refusalOf(attempt);
      if (found === undefined || isCooling(found) || clock.now() - found.trace.at >= DAY_MS) return undefined;
      return everything && found.seen === undefined ? undefined : found.trace;
    },
    refusedStill(attempt, since) {
      refusals.set(keyOf(attempt), { fingerprint: attempt.fingerprint, trace: since, seenAtMs: clock.now() });
      note(attempt, "refused", since);
    },
    mayFail: (attempt) => (failures.get(keyOf(attempt)) ?? []).filter((at) => at > clock.now() - DAY_MS).length < FAILURES_A_DAY,
    failed(attempt) {
      const key = keyOf(attempt);
      failures.set(key, [...(failures.get(key) ?? []), clock.now()]);
      note(attempt, "failed");
    },
    refused(attempt, trace) {
      refusals.set(keyOf(attempt), { fingerprint: attempt.fingerprint, trace, seenAtMs: clock.now(), seen: "now" });
      note(attempt, "refused", trace);
    },
    accepted(attempt) {
      const key = keyOf(attempt);
      const before = works.get(key);
      works.set(key, attempt.fingerprint);
      if (refusals.delete(key) || before !== attempt.fingerprint) note(attempt, "accepted");
      return before !== undefined && before !== attempt.fingerprint;
    },
    believe() {
      for (const [key, refusal] of refusals) refusals.set(key, { ...refusal, seen: "before" });
    },
    flush: () => file.flush(),
  };
};

interface Refusal {
  readonly fingerprint: string;
  /** Of the proof. */
  readonly trace: Trace;
  /** When it was last met, at a proof or at a look. */
  readonly seenAtMs: number;
  /** `now`: proven by this run. `before`: by this run too, and not to be doubted any more. */
  readonly seen?: "now" | "before";
}

interface Line {
  readonly environment: string;
  readonly login: string;
  readonly event: "failed" | "refused" | "accepted";
  readonly fingerprint: string;
  readonly trace?: Trace;
}

const keyOf = ({ environment, login }: Pick<LoginAttempt, "environment" | "login">): string => `${environment} ${login}`;

const saltOf = async (folder: string, files: Files, randomness: Pick<Randomness, "uuid">): Promise<string> => {
  const path = join(folder, CACHE_FOLDER, "salt");
  const known = (await readCached(path, files)).trim();
  if (known !== "") return known;
  const salt = randomness.uuid();
  await unlessRefused(async () => {
    await prepareNotes(folder, files);
    await files.replace(path, `${salt}\n`);
  });
  return salt;
};

const DAY_MS = 86_400_000;

/** Three verdicts a day: seven tries and one on another route each. */
const FAILURES_A_DAY = 24;

const MOST_BYTES = 4 * 1024 * 1024;
