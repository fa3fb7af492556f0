import { groupBy } from "../../model/group-by.ts";
import type { RequestStanding } from "../../model/request.ts";
import type { Step } from "../../model/step.ts";
import type { Line } from "./layout.ts";
import { nameAddress } from "./names.ts";
import type { Scene } from "./scene.ts";
import { wayAround } from "./way-around.ts";

/** What was asked of somebody outside about a step, and what came of it; nothing where nobody was asked yet. */
export const requestLines = (step: Step, scene: Scene): readonly Line[] => {
  const asked = step.items.flatMap(({ address, request }) => (request === undefined || isUntouched(request) ? [] : [{ address, request }]));
  const groups = [...groupBy(asked, ({ request }) => JSON.stringify(request)).values()];
  return groups.flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const names = group.length === step.items.length ? "" : `${group.map(({ address }) => nameAddress(address, scene).name).join(", ")}${scene.words.words.colon}`;
    const { state, reason } = first.request;
    const way = state === "blocked" ? wayAround(step.action, group.map(({ address }) => address), reason) : undefined;
    const lead = way === undefined ? "" : `${scene.words.words.semicolon}${scene.words.plan.requests.wayAround(way)}`;
    return [{ indent: 0, text: `${names}${standingText(first.request, scene)}${lead}` }];
  });
};

const isUntouched = ({ state, note, until }: RequestStanding): boolean => state === "to-send" && note === undefined && until === undefined;

/** Where a request stands, since when, and when to remind. */
export const standingText = ({ state, since, askedAt, reminders, remindAt, escalate, dueAt, reason, note, until }: RequestStanding, { words, dates, document }: Scene): string => {
  const { requests } = words.plan;
  const now = document.createdAt;
  const when = state === "asked" ? askedAt : since;
  const parts = [
    ...(state === "to-send" ? [] : [requests.states[state](when === undefined ? "" : dates.date(when), reason)]),
    ...(when === undefined || state !== "asked" ? [] : [dates.ago(when, now)]),
    ...(reminders === 0 ? [] : [requests.reminded(reminders)]),
    ...(remindAt === undefined ? [] : [remindAt <= now ? requests.remindNow : requests.remindOn(dates.date(remindAt))]),
    ...(state !== "asked" || remindAt !== undefined || dueAt === undefined ? [] : [escalate === true ? requests.escalate : requests.escalateOn(dates.date(dueAt))]),
    ...(until === undefined ? [] : [requests.putOff(dates.date(until))]),
    ...(note === undefined ? [] : [`« ${note} »`]),
  ];
  return parts.join(words.words.semicolon);
};
