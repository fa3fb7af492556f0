export interface Turns {
  /** Under way at once, to begin with. */
  readonly atOnce: number;
  /** Resolves when those under way leave room for others; its signal ends the wait. */
  readonly spare: (signal: AbortSignal) => Promise<void>;
}

/**
 * Works on all items, the first ones first, with a number under way at once: each takes memory for as long as it is. Where
 * those wait for themselves and leave room, more are begun: slow ones hold up nobody.
 */
export const inTurn = async <T>(items: readonly T[], work: (item: T) => Promise<void>, { atOnce, spare }: Turns): Promise<void> => {
  const running = new Set<Promise<void>>();
  let most = atOnce;
  for (const item of items) {
    while (running.size >= most) if (await isSpare(running, spare)) most += Math.ceil(atOnce / 4);
    const begun = work(item).finally(() => running.delete(begun));
    running.add(begun);
  }
  await Promise.all(running);
};

/** Whether there was room for more before any of those under way ended. */
const isSpare = async (running: ReadonlySet<Promise<void>>, spare: Turns["spare"]): Promise<boolean> => {
  const over = new AbortController();
  const ended = Promise.race(running).then(() => false);
  try {
    return await Promise.race([ended, spare(over.signal).then(() => true)]);
  } finally {
    over.abort();
  }
};
