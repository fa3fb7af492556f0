import type { OpeningSubject } from "../../messages/worklist-words.ts";
import { toMs } from "../../model/instant.ts";
import type { Scene } from "../text/scene.ts";
import { CLOSING, type Told } from "./due-now.ts";
import type { Recipient } from "./recipients.ts";
import { mayBeReset } from "./told-step.ts";

/** The first lines of a message: what it is about, and that it is a reminder where it is one. */
export const openingOf = (recipient: Recipient, told: Told, scene: Scene): readonly string[] => {
  const { worklist: words } = scene.words;
  const asksFirst = told.now.some((step) => mayBeReset(step, scene)) ? [words.alreadyReset] : [];
  const alsoBlocked = told.now.length > 0 && told.blocked.length > 0 ? [words.alsoBlocked] : [];
  return [...reminderOf(told, scene), ...words.opening[subjectOf(recipient, told)](told.now.length), ...alsoBlocked, ...asksFirst, words.copy];
};

const subjectOf = ({ client, replaces }: Recipient, { now }: Told): OpeningSubject => {
  const closes = now.every(({ action }) => CLOSING.has(action));
  if (now.length === 0) return "blocked";
  if (client === undefined) return "team";
  if (replaces.length > 0) return closes ? "moved" : "move";
  if (closes) return "leaving";
  return now.every(({ action }) => action === "reset-password") ? "renewal" : "onboarding";
};

const reminderOf = ({ now }: Told, { words: { worklist }, dates, document }: Scene): readonly string[] => {
  const items = now.flatMap((step) => step.items);
  const before = toMs(document.createdAt) - DAY_MS;
  // What was noted today may well be this very message.
  const asked = items.flatMap(({ request }) => (request?.state === "asked" && request.askedAt !== undefined && toMs(request.askedAt) <= before ? [request.askedAt] : [])).toSorted();
  const [since] = asked;
  if (since === undefined) return [];
  return [asked.length === items.length ? worklist.reminder(dates.date(since)) : worklist.partlyReminder(dates.date(since))];
};

const DAY_MS = 24 * 60 * 60_000;
