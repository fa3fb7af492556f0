/** Items by rank, the least first: adding and taking cost a logarithm, so that long worklists stay quick to order. */
export class Heap<T> {
  readonly #rankOf: (item: T) => number;
  readonly #items: T[] = [];

  constructor(rankOf: (item: T) => number) {
    this.#rankOf = rankOf;
  }

  push(item: T): void {
    this.#items.push(item);
    let at = this.#items.length - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.#swapIfLess(at, parent)) return;
      at = parent;
    }
  }

  pop(): T | undefined {
    const [first] = this.#items;
    const last = this.#items.pop();
    if (last === undefined || this.#items.length === 0) return first;
    this.#items[0] = last;
    for (let at = 0; ; ) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      const child = this.#isLess(right, left) ? right : left;
      if (!this.#swapIfLess(child, at)) return first;
      at = child;
    }
  }

  #swapIfLess(a: number, b: number): boolean {
    if (!this.#isLess(a, b)) return false;
    const [one, other] = [this.#items[a], this.#items[b]];
    if (one === undefined || other === undefined) return false;
    this.#items[a] = other;
    this.#items[b] = one;
    return true;
  }

  #isLess(a: number, b: number): boolean {
    const [one, other] = [this.#items[a], this.#items[b]];
    return one !== undefined && (other === undefined || this.#rankOf(one) < this.#rankOf(other));
  }
}
