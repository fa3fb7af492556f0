import { Heap } from "./heap.ts";

/** What is ready, by its rank, over all and within each session. */
export class ReadyQueue<T extends { readonly session: string }> {
  readonly #rankOf: (item: T) => number;
  readonly #all: Heap<T>;
  readonly #bySession = new Map<string, Heap<T>>();
  readonly #taken = new Set<T>();

  constructor(rankOf: (item: T) => number) {
    this.#rankOf = rankOf;
    this.#all = new Heap(rankOf);
  }

  add(item: T): void {
    this.#all.push(item);
    const session = this.#bySession.get(item.session) ?? new Heap(this.#rankOf);
    this.#bySession.set(item.session, session);
    session.push(item);
  }

  /** The first of a session; where that has none, the first of all. */
  take(session: string): T | undefined {
    const next = this.#first(this.#bySession.get(session)) ?? this.#first(this.#all);
    if (next !== undefined) this.#taken.add(next);
    return next;
  }

  #first(heap: Heap<T> | undefined): T | undefined {
    for (let next = heap?.pop(); next !== undefined; next = heap?.pop()) if (!this.#taken.has(next)) return next;
    return undefined;
  }
}
