import type { Language } from "../messages/language.ts";
import { messages } from "../messages/messages.ts";
import type { Messages } from "../messages/shape.ts";
import { defined } from "../model/defined.ts";
import type { Deadline } from "../plan/deadline.ts";
import type { StatusDocument } from "../plan/status-document.ts";
import { renderCalendar, type CalendarEvent } from "./formats/icalendar.ts";
import { deadlineText } from "./text/deadline-text.ts";

/**
 * A calendar of what ends, to subscribe to. An event a deadline, at its end; over its week where renewals are spread. Who
 * acts is told by his role: a calendar is shared, and holds no names of people and no logins.
 */
export const renderStatusIcs = ({ deadlines, createdAt }: StatusDocument, language: Language): string => {
  const words = messages(language);
  return renderCalendar({
    name: words.status.calendar,
    productId: `-//chorus-as-code//status//${language.toUpperCase()}`,
    events: deadlines.map((deadline) => toEvent(deadline, createdAt, words)),
  });
};

const toEvent = (deadline: Deadline, stamp: string, words: Messages): CalendarEvent => {
  const { id, kind, week, actFrom, actBy, dueAt, actor, address } = deadline;
  const { status } = words;
  return defined({
    uid: `${id}@chorus-as-code`,
    stamp,
    start: week === undefined ? dueAt : actFrom,
    end: week === undefined ? undefined : actBy,
    summary: deadlineText([deadline], words),
    description: [
      ...(actor === undefined ? [] : [words.words.actors[actor.role]]),
      ...(address === undefined ? [] : [address, `chorus plan --target ${address}`]),
    ].join("\n"),
    category: status.ends[kind],
  });
};
