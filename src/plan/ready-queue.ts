import { Heap } from "./heap.ts";

export interface Ranked<T> {
  readonly rankOf: (item: T) => number;
  readonly sessionOf: (item: T) => number;
}

/** What is ready, by its rank, over all and within each session. */
export class ReadyQueue<T> {
  readonly #of: Ranked<T>;
  readonly #all: Heap<T>;
  readonly #bySession = new Map<number, Heap<T>>();
  readonly #taken = new Set<T>();

  constructor(of: Ranked<T>) {
    this.#of = of;
    this.#all = new Heap(of.rankOf);
  }

  add(item: T): void {
    this.#all.push(item);
    const name = this.#of.sessionOf(item);
    const session = this.#bySession.get(name) ?? new Heap(this.#of.rankOf);
    this.#bySession.set(name, session);
    session.push(item);
  }

  /** The first of a session; where that has none, the first of all. */
  take(session: number): T | undefined {
    const next = this.#first(this.#bySession.get(session)) ?? this.#first(this.#all);
    if (next !== undefined) this.#taken.add(next);
    return next;
  }

  #first(heap: Heap<T> | undefined): T | undefined {
    for (let next = heap?.pop(); next !== undefined; next = heap?.pop()) if (!this.#taken.has(next)) return next;
    return undefined;
  }
}
