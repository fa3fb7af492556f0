import { workersOf } from "../../apply/walk/workers.ts";
import { walkMessages } from "../../messages/walk-messages.ts";
import type { Underway } from "../../operations/observe-again.ts";
import { actorName } from "../../views/text/names.ts";
import { renderChoosing } from "../../views/walk/questions.ts";
import { sceneOf, screenOf, type Desk } from "./desk.ts";

/** Whose steps are walked through: undefined in `worker` for everybody's. */
export type Chosen = { readonly worker: string | undefined } | "nobody" | "ended";

/** The one who has steps, or the one of several whom the person says to be; Escape is nobody. */
export const chooseWorker = async (desk: Desk, underway: Underway, asked: string | undefined): Promise<Chosen> => {
  const scene = sceneOf(desk, underway);
  const screen = screenOf(desk, underway);
  const words = walkMessages(screen.language);
  const workers = workersOf(underway.plan.document.steps, asked);
  const [first, second] = workers;
  if (first === undefined) return "nobody";
  if (second === undefined) return { worker: first.key };
  const everybody = { value: EVERYBODY, label: words.everybody(workers.reduce((sum, { steps }) => sum + steps, 0)) };
  const choices = [
    ...workers.map(({ key, actor, steps, waiting }) => ({ value: key, label: words.worker(actorName(actor, scene), steps, waiting) })),
    // Of those who answer to one name, each has steps of his own.
    ...(asked === undefined ? [everybody] : []),
  ];
  const reply = await desk.person.choose(choices, (choosing) => renderChoosing(words.chooseWorker, choosing, screen));
  if (reply.reply !== "given") return reply.reply === "ended" ? "ended" : "nobody";
  return { worker: reply.text === EVERYBODY ? undefined : reply.text };
};

/** No actor's key is empty. */
const EVERYBODY = "";
