import { expect, it } from "vitest";
import { Heap } from "../../../src/plan/heap.ts";
import { ReadyQueue } from "../../../src/plan/ready-queue.ts";

it.each([[[]], [[1]], [[2, 1]], [[3, 1, 2]], [[5, 3, 8, 1, 9, 2, 7, 4, 6]], [[1, 2, 3, 4, 5, 6, 7]], [[7, 6, 5, 4, 3, 2, 1]], [[2, 2, 1, 1, 3, 3]]])("a heap gives %j by rank, and then nothing", (ranks) => {
  const heap = new Heap<number>((rank) => rank);
  for (const rank of ranks) heap.push(rank);
  expect(ranks.map(() => heap.pop())).toEqual(ranks.toSorted((a, b) => a - b));
  expect([heap.pop(), heap.pop()]).toEqual([undefined, undefined]);
});

it("a heap is pushed to between what is taken", () => {
  const heap = new Heap<number>((rank) => rank);
  for (const rank of [4, 2, 6]) heap.push(rank);
  expect(heap.pop()).toBe(2);
  for (const rank of [1, 5]) heap.push(rank);
  expect([heap.pop(), heap.pop(), heap.pop(), heap.pop(), heap.pop()]).toEqual([1, 4, 5, 6, undefined]);
});

it("a queue stays in the session under way, then gives what comes first of all, each thing once", () => {
  const queue = new ReadyQueue<string>({ rankOf: (item) => Number(item.slice(1)), sessionOf: (item) => (item.startsWith("a") ? 0 : 1) });
  for (const item of ["a5", "b1", "a2", "b4", "a3"]) queue.add(item);
  expect([queue.take(-1), queue.take(0), queue.take(0)]).toEqual(["b1", "a2", "a3"]);
  queue.add("a1");
  expect([queue.take(0), queue.take(0), queue.take(0), queue.take(0)]).toEqual(["a1", "a5", "b4", undefined]);
});
