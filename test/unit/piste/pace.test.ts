import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createPace } from "../../../src/piste/pace.ts";
import { fakeClock } from "./support/fake-clock.ts";

const mostInASecond = (starts: readonly number[]): number =>
  Math.max(...starts.map((start) => starts.filter((other) => other >= start && other < start + 1_000).length));

describe("pace", () => {
  it("never starts more than the rate in any sliding second, and loses little", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.double({ min: 1, max: 40, noNaN: true }),
        fc.array(fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.integer({ min: 0, max: 3_000 })), {
          minLength: 1,
          maxLength: 150,
        }),
        async (rate, gaps) => {
          const clock = fakeClock();
          const pace = createPace(clock);
          const starts: number[] = [];
          for (const gap of gaps) {
            clock.advance(gap);
            starts.push(...(await Promise.all([pace.start("a", { perSecond: rate }), pace.start("a", { perSecond: rate })])));
          }
          expect(mostInASecond(starts)).toBeLessThanOrEqual(rate);
          const idle = gaps.reduce((sum, gap) => sum + gap, 0);
          const took = (starts.at(-1) ?? 0) - (starts[0] ?? 0);
          expect(took).toBeLessThanOrEqual(idle + (starts.length / Math.floor(rate)) * 1_050 + starts.length);
        },
      ),
    );
  });

  it("keeps the rate when timers ring late", async () => {
    const clock = fakeClock();
    const late = { now: () => clock.now(), sleep: (ms: number) => clock.sleep(ms + 1) };
    const pace = createPace(late);
    const starts = await Promise.all(Array.from({ length: 400 }, () => pace.start("a", { perSecond: 20 })));
    expect(mostInASecond(starts)).toBeLessThanOrEqual(20);
    expect((starts.at(-1) ?? 0) - (starts[0] ?? 0)).toBeLessThanOrEqual((400 / 20) * 1_050);
  });

  it("spreads starts evenly", async () => {
    const pace = createPace(fakeClock(0));
    const starts = await Promise.all(Array.from({ length: 5 }, () => pace.start("a", { perSecond: 10 })));
    expect(starts).toEqual([0, 103, 206, 309, 412]);
  });

  it("goes slower than one a second", async () => {
    const pace = createPace(fakeClock(0));
    const starts = await Promise.all(Array.from({ length: 3 }, () => pace.start("a", { perSecond: 0.25 })));
    expect(starts).toEqual([0, 4_120, 8_240]);
  });

  it("keeps lanes apart", async () => {
    const clock = fakeClock(5);
    const pace = createPace(clock);
    expect(await Promise.all([pace.start("a", { perSecond: 1 }), pace.start("b", { perSecond: 1 })])).toEqual([5, 5]);
    expect(clock.slept).toEqual([]);
  });

  it("halves once for all requests under way, and waits as asked", async () => {
    const clock = fakeClock(0);
    const pace = createPace(clock);
    const [first, second] = await Promise.all([pace.start("a", { perSecond: 10 }), pace.start("a", { perSecond: 10 })]);
    pace.slow("a", first);
    pace.slow("a", second, 5_000);
    const starts = await Promise.all(Array.from({ length: 3 }, () => pace.start("a", { perSecond: 10 })));
    expect(starts).toEqual([5_103, 5_309, 5_515]);
    pace.slow("a", starts[2] ?? 0);
    const [, next] = await Promise.all([pace.start("a", { perSecond: 10 }), pace.start("a", { perSecond: 10 })]);
    const after = await pace.start("a", { perSecond: 10 });
    expect(after - next).toBe(515);
  });

  it("survives a clock that is set back", async () => {
    const clock = fakeClock(10_000_000);
    const pace = createPace(clock);
    await pace.start("a", { perSecond: 2 });
    clock.advance(-3_600_000);
    expect(await pace.start("a", { perSecond: 2 })).toBe(10_000_000 - 3_600_000 + 1_030);
  });

  it("lets an aborted wait go, and the others wait on", async () => {
    const clock = fakeClock(0);
    const pace = createPace(clock);
    const stop = new AbortController();
    await pace.start("a", { perSecond: 1 });
    stop.abort();
    await expect(pace.start("a", { perSecond: 1 }, stop.signal)).resolves.toBe(0);
    await expect(pace.start("a", { perSecond: 1 })).resolves.toBe(1_030);
  });

  it("wins its pace back, little by little, where no other 429 comes", async () => {
    const clock = fakeClock(0);
    const pace = createPace(clock);
    const gap = async (): Promise<number> => {
      clock.advance(2_000);
      const [one, two] = await Promise.all([pace.start("a", { perSecond: 10 }), pace.start("a", { perSecond: 10 })]);
      return two - one;
    };
    pace.slow("a", await pace.start("a", { perSecond: 10 }));
    const gaps = [await gap()];
    for (let after = 0; after < 4; after++) {
      clock.advance(15_000);
      gaps.push(await gap());
    }
    expect(gaps[0]).toBe(206);
    expect(gaps.at(-1)).toBe(103);
    expect(gaps).toEqual(gaps.toSorted((a, b) => b - a));
  });

  it("never starts more than the minute allows", async () => {
    const clock = fakeClock(0);
    const pace = createPace(clock);
    const starts: number[] = [];
    for (let index = 0; index < 100; index++) starts.push(await pace.start("a", { perSecond: 5, perMinute: 30 }));
    for (const start of starts) expect(starts.filter((other) => other >= start && other < start + 60_000).length).toBeLessThanOrEqual(30);
  });

  it("counts the day's requests, with those of earlier runs, and begins anew the next day", async () => {
    const clock = fakeClock(Date.UTC(2026, 10, 24, 23, 59));
    const pace = createPace(clock, { spent: new Map([["a", 3]]) });
    const rates = { perSecond: 5, perDay: 5 };
    expect(pace.exhaustedForMs("a", rates)).toBeUndefined();
    await pace.start("a", rates);
    await pace.start("a", rates);
    expect(pace.exhaustedForMs("a", rates)).toBe(60_000 - 206);
    expect(pace.exhaustedForMs("b", rates)).toBeUndefined();
    expect([...pace.spentToday()]).toEqual([["a", 5]]);
    clock.advance(60_000);
    expect(pace.exhaustedForMs("a", rates)).toBeUndefined();
    expect([...pace.spentToday()]).toEqual([]);
  });

  it("is fair under the cap over all lanes: each gets its turns while another has many", async () => {
    const clock = fakeClock(0);
    const pace = createPace(clock, { perSecond: 10 });
    const order: string[] = [];
    const run = async (lane: string, times: number): Promise<void> => {
      for (let index = 0; index < times; index++) {
        await pace.start(lane, { perSecond: 1000 });
        order.push(lane);
      }
    };
    await Promise.all([run("much", 40), run("little", 5), run("some", 5)]);
    expect(order.slice(0, 15).filter((lane) => lane !== "much").length).toBeGreaterThanOrEqual(8);
    expect(clock.now()).toBeGreaterThanOrEqual(4_000);
  });

  it("starts no more than a fifth of the cap over all lanes at once, and loses nothing by it", async () => {
    const clock = fakeClock(0);
    const pace = createPace(clock, { perSecond: 100 });
    const starts = await Promise.all(Array.from({ length: 300 }, (_, index) => pace.start(`lane ${index}`, { perSecond: 5 })));
    for (const at of starts) expect(starts.filter((other) => other >= at && other < at + 200).length).toBeLessThanOrEqual(20);
    expect(mostInASecond(starts)).toBeLessThanOrEqual(100);
    expect(clock.now()).toBeLessThanOrEqual(3_000);
  });

  it("has room to spare once nobody waits for the cap over all lanes", async () => {
    const clock = fakeClock(0);
    const pace = createPace(clock, { perSecond: 10 });
    let left = 50;
    const starts = Array.from({ length: 50 }, async (_, index) => {
      await pace.start(`lane ${index}`, { perSecond: 5 });
      left--;
    });
    await pace.spare();
    expect(left).toBeLessThanOrEqual(1);
    await Promise.all(starts);
    await expect(pace.spare(AbortSignal.abort())).resolves.toBeUndefined();
  });
});
