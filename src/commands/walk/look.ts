import { walkMessages } from "../../messages/walk-messages.ts";
import { observeAgain } from "../../operations/observe-again.ts";
import { createProgress } from "../../views/progress.ts";
import { renderSign } from "../../views/walk/told.ts";
import { say, screenOf, type AtStep, type Performed } from "./desk.ts";

/** Asks the platforms again about a step, not before its time, with progress shown; what comes of it is recorded at once. */
export const look = async ({ desk, step, underway }: AtStep, waitMs: number): Promise<Performed> => {
  const { ports, signal } = desk.context;
  const screen = screenOf(desk, underway);
  const words = walkMessages(screen.language);
  const now = await desk.person.undisturbed(async () => {
    say(desk, renderSign(waitMs > 0 ? words.lookingIn(Math.ceil(waitMs / 1_000)) : words.looking, "told", screen));
    if (waitMs > 0) await ports.clock.sleep(waitMs, signal).catch(() => undefined);
    const progress = createProgress(ports.terminal.stderr, screen.language, false);
    try {
      return await observeAgain(underway, step.items.map(({ address }) => address), desk.live, ports, {
        signal,
        onProgress: (event) => progress.report(event),
      });
    } finally {
      await progress.stop();
    }
  });
  if (signal.aborted) return { underway: now, event: { on: "ended" } };
  return { underway: now, event: { on: "looked", document: now.plan.document, nowMs: ports.clock.now() } };
};
