/** A seeded source of choices: the same seed gives the same choices in the same order. A class, as a world has many. */
export class Draw {
  #state: number;

  constructor(state: number) {
    this.#state = state;
  }

  /** A number in [0, 1), by mulberry32: 32 bits of state, enough to make data up. */
  fraction(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** An integer in [0, below). */
  integer(below: number): number {
    return Math.floor(this.fraction() * below);
  }

  /** True with this probability. */
  chance(share: number): boolean {
    return this.fraction() < share;
  }

  pick<T>(choices: readonly [T, ...T[]]): T {
    return choices[this.integer(choices.length)] ?? choices[0];
  }
}

/**
 * Choices for one thing among many, from the seed and the name of the thing: what is drawn for one structure
 * depends on no other, so that a larger world begins with the smaller one of the same seed.
 */
export function draw(seed: number, environment: string, kind: string, name: string | number = ""): Draw {
  return new Draw(hash(`${seed}/${environment}/${kind}/${name}`));
}

/** FNV-1a over UTF-16 code units. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value;
}
