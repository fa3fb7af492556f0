import { describe, expect, it, vi } from "vitest";
import { inTurn } from "../../../src/observe/in-turn.ts";

/** Works that end when told, and waits for room that end when told. */
const stage = () => {
  const begun: number[] = [];
  const ends = new Map<number, () => void>();
  const rooms: (() => void)[] = [];
  return {
    begun,
    rooms,
    end: (item: number) => ends.get(item)?.(),
    work: (item: number) =>
      new Promise<void>((resolve) => {
        begun.push(item);
        ends.set(item, resolve);
      }),
    spare: (signal: AbortSignal) =>
      new Promise<void>((resolve) => {
        rooms.push(resolve);
        signal.addEventListener("abort", () => resolve());
      }),
  };
};

const settle = async (): Promise<void> => {
  for (let tick = 0; tick < 20; tick++) await Promise.resolve();
};

describe("in turn", () => {
  it("keeps a number under way, and begins the next where one ends", async () => {
    const { begun, end, work, spare } = stage();
    const all = inTurn([1, 2, 3, 4, 5], work, { atOnce: 2, spare });
    await settle();
    expect(begun).toEqual([1, 2]);
    end(2);
    await settle();
    expect(begun).toEqual([1, 2, 3]);
    for (const item of [1, 3, 4, 5]) {
      end(item);
      await settle();
    }
    await all;
    expect(begun).toEqual([1, 2, 3, 4, 5]);
  });

  it("begins more where those under way leave room: slow ones hold up nobody", async () => {
    const { begun, rooms, end, work, spare } = stage();
    const all = inTurn([1, 2, 3, 4], work, { atOnce: 2, spare });
    await settle();
    rooms.at(-1)?.();
    await settle();
    expect(begun).toEqual([1, 2, 3]);
    rooms.at(-1)?.();
    await settle();
    expect(begun).toEqual([1, 2, 3, 4]);
    for (const item of [1, 2, 3, 4]) end(item);
    await all;
  });

  it("fails with the first that fails", async () => {
    const broken = inTurn([1, 2], (item) => (item === 1 ? Promise.reject(new Error("broken")) : Promise.resolve()), { atOnce: 1, spare: () => new Promise(() => undefined) });
    await expect(broken).rejects.toThrow("broken");
  });

  it("fails while others are under way, and where the last one fails", async () => {
    const { work, spare } = stage();
    const failing = (wrong: number) => (item: number) => (item === wrong ? Promise.reject(new Error("broken")) : work(item));
    await expect(inTurn([1, 2, 3], failing(1), { atOnce: 2, spare })).rejects.toThrow("broken");
    await expect(inTurn([1, 2], failing(2), { atOnce: 2, spare })).rejects.toThrow("broken");
  });

  it("looks at each work once, however many follow while it is under way", async () => {
    let end = (): void => undefined;
    const slow = new Promise<void>((resolve) => { end = resolve; });
    const looks = vi.spyOn(slow, "then");
    const items = Array.from({ length: 50 }, (_, item) => item);
    const all = inTurn(items, (item) => (item === 0 ? slow : Promise.resolve()), { atOnce: 2, spare: () => new Promise(() => undefined) });
    for (let tick = 0; tick < 10; tick++) await settle();
    end();
    await all;
    expect(looks).toHaveBeenCalledTimes(1);
  });
});
