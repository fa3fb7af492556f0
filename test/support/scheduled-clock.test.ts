import { setTimeout } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { scheduledClock } from "./scheduled-clock.ts";

describe("a clock that keeps the order of things", () => {
  it("lets who sleeps side by side sleep at the same time, and wakes the earliest first", async () => {
    const clock = scheduledClock(0);
    const woken: [string, number][] = [];
    const sleeper = async (name: string, ...waits: readonly number[]): Promise<void> => {
      for (const ms of waits) {
        await clock.sleep(ms);
        woken.push([name, clock.now()]);
      }
    };
    await Promise.all([sleeper("a", 300), sleeper("b", 100, 100, 200), sleeper("c", 250)]);
    expect(woken).toEqual([["b", 100], ["b", 200], ["c", 250], ["a", 300], ["b", 400]]);
  });

  it("stands still while something is under way, but for the sleep that it waits for", async () => {
    const clock = scheduledClock(0);
    const disk = clock.holding({ read: async (): Promise<number> => setTimeout(30).then(() => clock.now()) });
    const socket = clock.holding({ send: async (): Promise<number> => clock.sleepBehind(500).then(() => clock.now()) });
    const bystander = clock.sleep(100).then(() => clock.now());
    expect(await disk.read()).toBe(0);
    expect(await Promise.all([bystander, socket.send()])).toEqual([100, 500]);
  });

  it("ends a sleep at once where its signal says so, without moving the time", async () => {
    const clock = scheduledClock(0);
    const over = new AbortController();
    const slept = clock.sleep(1000, over.signal);
    over.abort(new Error("enough"));
    await expect(slept).rejects.toThrow("enough");
    await expect(clock.sleep(1000, over.signal)).rejects.toThrow("enough");
    await clock.sleep(10);
    expect(clock.now()).toBe(10);
  });
});
