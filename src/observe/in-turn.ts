export interface Turns {
  /** Under way at once, to begin with. */
  readonly atOnce: number;
  /** Resolves when those under way leave room for others; its signal ends the wait. */
  readonly spare: (signal: AbortSignal) => Promise<void>;
}

/**
 * Works on all items, the first ones first, with a number under way at once: each takes memory for as long as it is. Where
 * those wait for themselves and leave room, more are begun: slow ones hold up nobody. Rejects with the first that fails.
 */
export const inTurn = async <T>(items: readonly T[], work: (item: T) => Promise<void>, { atOnce, spare }: Turns): Promise<void> => {
  const works = new Works();
  let most = atOnce;
  for (const item of items) {
    while (works.underWay >= most) if (await isSpare(works, spare)) most += Math.ceil(atOnce / 4);
    works.begin(work(item));
  }
  while (works.underWay > 0) await works.oneEnds();
};

/** Whether there was room for more before any of those under way ended. */
const isSpare = async (works: Works, spare: Turns["spare"]): Promise<boolean> => {
  const over = new AbortController();
  try {
    return await Promise.race([works.oneEnds().then(() => false), spare(over.signal).then(() => true)]);
  } finally {
    over.abort();
  }
};

/** Those under way, and one wait for whichever ends first: a race of themselves leaves something with each of them every time. */
class Works {
  underWay = 0;
  #failures: unknown[] = [];
  #ring: () => void = () => undefined;

  begin(work: Promise<void>): void {
    this.underWay++;
    void work
      .catch((error: unknown) => this.#failures.push(error))
      .finally(() => {
        this.underWay--;
        this.#ring();
      });
  }

  /** Rejects where one has failed. */
  async oneEnds(): Promise<void> {
    if (this.#failures.length === 0) await new Promise<void>((resolve) => (this.#ring = resolve));
    if (this.#failures.length > 0) throw this.#failures[0];
  }
}
