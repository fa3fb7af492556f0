import { describe, expect, it } from "vitest";
import type { Failure, Outcome } from "../../../src/piste/outcome.ts";
import { ERROR_BUDGET, RETRIES, triesWithin } from "../../../src/piste/retries.ts";
import { retry, type RetryOptions, type Retrying } from "../../../src/piste/retry.ts";
import { fakeClock } from "./support/fake-clock.ts";

const outcome = (failure: Failure | undefined, tries: number): Outcome<string> => {
  const trace = { request: "POST /x", at: 0, tries };
  return failure === undefined ? { ok: true, body: "done", trace } : { ok: false, failure, trace };
};

/** Answers in turn with these failures, the last one for ever; undefined succeeds. */
const run = async (failures: readonly (Failure | undefined)[], more: Partial<RetryOptions<string>> = {}) => {
  const clock = fakeClock();
  let renewed = 0;
  const result = await retry<string>({
    clock,
    signal: undefined,
    effect: "read",
    attempt: async (tries) => ({ outcome: outcome(failures[Math.min(tries, failures.length) - 1], tries) }),
    renewToken: () => {
      renewed += 1;
    },
    ...more,
  });
  return { result, tries: result.trace.tries, slept: clock.slept, renewed };
};

const reset: Failure = { code: "unreachable", cause: "reset", detail: "" };
const unreachable = (cause: Extract<Failure, { code: "unreachable" }>["cause"]): Failure => ({ ...reset, cause });

describe("retry", () => {
  it.each<[Failure, number, readonly number[], number]>([
    [{ code: "invalid-client" }, 9, [2000, 4000, 6000, 8000, 10_000, 10_000, 10_000, 10_000], 0],
    [{ code: "account-rejected" }, 7, [1000, 1000, 2000, 3000, 4000, 5000], 6],
    [{ code: "token-rejected" }, 5, [1000, 1000, 1000, 1000], 4],
    [{ code: "unexpected", status: 401, detail: "" }, 5, [1000, 1000, 1000, 1000], 4],
    [{ code: "unexpected", status: 200, detail: "" }, 3, [1000, 3000], 0],
    [{ code: "not-subscribed" }, 2, [1000], 0],
    [{ code: "quota" }, 5, [1000, 2000, 4000, 8000], 0],
    [{ code: "quota", retryAfterMs: 3000 }, 5, [3000, 3000, 4000, 8000], 0],
    [{ code: "quota", retryAfterMs: 3_600_000 }, 1, [], 0],
    [{ code: "unavailable", status: 503 }, 4, [1000, 3000, 3000], 0],
    [reset, 4, [500, 2000, 2000], 0],
    [unreachable("timeout"), 3, [1000, 3000], 0],
    [unreachable("dns"), 1, [], 0],
    [unreachable("refused"), 1, [], 0],
    [unreachable("tls"), 1, [], 0],
    [unreachable("proxy"), 1, [], 0],
    [unreachable("aborted"), 1, [], 0],
    [{ code: "token-missing" }, 1, [], 0],
    [{ code: "application-disabled" }, 1, [], 0],
    [{ code: "insufficient-scope" }, 1, [], 0],
    [{ code: "refused" }, 1, [], 0],
    [{ code: "business", returned: "1", label: "" }, 1, [], 0],
    [{ code: "reference", error: "" }, 1, [], 0],
    [{ code: "unexpected", status: 404, detail: "" }, 1, [], 0],
  ])("%j is believed after %i", async (failure, tries, slept, renewed) => {
    expect(await run([failure])).toMatchObject({ result: { failure }, tries, slept, renewed });
  });

  it("tells before each wait which try comes next, of how many that fail alike", async () => {
    const told: string[] = [];
    const onRetry = ({ code, tries, of }: Retrying): void => void told.push(`${code} ${tries}/${of}`);
    await run([{ code: "not-subscribed" }, reset, undefined], { onRetry });
    await run([{ code: "not-subscribed" }], { onRetry });
    await run([{ code: "unavailable", status: 503 }], { onRetry, effect: "write" });
    expect(told).toEqual(["not-subscribed 2/2", "unreachable 2/4", "not-subscribed 2/2"]);
  });

  it("succeeds at the last try", async () => {
    const glitch: Failure = { code: "invalid-client" };
    expect(await run([glitch, glitch, glitch, glitch, undefined])).toMatchObject({ result: { ok: true }, tries: 5 });
  });

  it("counts each failure apart: a verdict rests on as many equal answers", async () => {
    const rejected: Failure = { code: "account-rejected" };
    const { result, tries } = await run([rejected, reset, rejected, reset, { code: "not-subscribed" }, rejected]);
    expect(result).toMatchObject({ failure: rejected });
    expect(tries).toBe(10);
  });

  it("does not write twice where the first may have been carried out", async () => {
    expect(await run([reset], { effect: "write" })).toMatchObject({ tries: 1 });
    expect(await run([{ code: "unavailable", status: 503 }], { effect: "write" })).toMatchObject({ tries: 1 });
    expect(await run([{ code: "token-rejected" }], { effect: "write" })).toMatchObject({ tries: 5 });
  });

  it("takes its numbers from data, and does not doubt what was expected", async () => {
    const failure: Failure = { code: "account-rejected" };
    expect(await run([failure], { expected: ["account-rejected"] })).toMatchObject({ tries: 1, slept: [] });
    const rows = [{ on: "account-rejected", tries: 9, waitsMs: [1], renewToken: false, source: "" }] as const;
    expect(await run([failure], { rows })).toMatchObject({ tries: 9, renewed: 0 });
  });

  it("leaves what others have tried", async () => {
    const failure: Failure = { code: "invalid-client" };
    const settled = await run([], { attempt: async () => ({ outcome: outcome(failure, 5), settled: true }) });
    expect(settled).toMatchObject({ tries: 5, slept: [] });
  });

  it("stops at once when aborted, without a verdict", async () => {
    const stop = new AbortController();
    const attempt = async (tries: number) => {
      stop.abort();
      return { outcome: outcome({ code: "invalid-client" } as const, tries) };
    };
    const { result, tries } = await run([], { signal: stop.signal, attempt });
    expect(result).toMatchObject({ failure: { code: "unreachable", cause: "aborted" } });
    expect(tries).toBe(1);
  });

  it("believes what a verdict rests on after as many tries as its rate of faults asks for, and no more", () => {
    expect([0.1, 0.05, 0.01, 1e-5, 1e-9].map((rate) => triesWithin(rate))).toEqual([9, 7, 5, 2, 1]);
    for (const { faultRate, tries } of RETRIES) {
      if (faultRate === undefined) continue;
      expect(faultRate ** tries).toBeLessThanOrEqual(ERROR_BUDGET * 1.000001);
      expect(faultRate ** (tries - 1)).toBeGreaterThan(ERROR_BUDGET);
    }
  });

  it("cites a source for each row, once", () => {
    expect(new Set(RETRIES.map(({ on }) => on)).size).toBe(RETRIES.length);
    expect(RETRIES.every(({ source, waitsMs }) => source !== "" && waitsMs.length > 0)).toBe(true);
  });
});
