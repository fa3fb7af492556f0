import { groupBy } from "../../model/group-by.ts";
import { onPage, pagePlace, type Page } from "../../model/page.ts";
import { toMs, DAY_MS } from "../../model/instant.ts";
import { kindOf } from "../../model/address.ts";
import type { Deadline } from "../../plan/deadline.ts";
import type { StatusDocument } from "../../plan/status-document.ts";
import { deadlineText } from "./deadline-text.ts";
import type { Line } from "./layout.ts";
import type { Scene } from "./scene.ts";

/** What ends and when: what is past due, what is due within 30 days, what comes later; the nearest first. */
export const deadlineLines = (scene: Scene, { deadlines, within }: StatusDocument, page?: Page): readonly Line[] => {
  const { status, words } = scene.words;
  if (within !== undefined) {
    return [heading(`${status.deadlines}${words.colon}${status.within(deadlines.length, durationText(within, scene))}`), ...(page === undefined ? listed(deadlines, scene, MOST_DUE) : paged(deadlines, scene, page))];
  }
  if (deadlines.length === 0) return [];
  return [
    heading(status.deadlines),
    ...[...groupBy(deadlines, (deadline) => sectionOf(deadline, scene))].flatMap(([section, all]) => [
      { indent: 2, text: status.sections[section](all.length), style: "title" as const },
      ...listed(all, scene, section === "later" ? MOST_LATER : MOST_DUE),
    ]),
  ];
};

const heading = (text: string): Line => ({ indent: 0, text, style: "heading" });

/** Days in words; hours and less as they were given. */
const durationText = (within: string, { words }: Scene): string => {
  const [, days] = /^(\d+)[dj]$/.exec(within) ?? [];
  return days === undefined ? within : words.status.days(Number(days));
};

const sectionOf = ({ state, actBy }: Deadline, { document }: Scene): "past" | "soon" | "later" => {
  if (state === "past-due") return "past";
  return toMs(actBy) <= toMs(document.createdAt) + SOON_DAYS * DAY_MS ? "soon" : "later";
};

const listed = (deadlines: readonly Deadline[], scene: Scene, room: number): readonly Line[] => {
  const groups = alike(deadlines, scene);
  const most = groups.slice(0, room);
  const rest = groups.slice(room).reduce((sum, { length }) => sum + length, 0);
  return [
    ...most.map((group) => groupLine(group, scene)),
    ...(rest > 0 ? [{ indent: 4, text: scene.words.status.more(rest), style: "quiet" as const }] : []),
  ];
};

/** What ends alike is a line, and one of the page. */
const paged = (deadlines: readonly Deadline[], scene: Scene, page: Page): readonly Line[] => {
  const groups = alike(deadlines, scene);
  return [...onPage(groups, page).map((group) => groupLine(group, scene)), { indent: 2, text: scene.words.plan.page(pagePlace(groups.length, page)), style: "quiet" }];
};

/** What ends alike on one day goes together: thousands of attestations are often given at once. */
export const alike = (deadlines: readonly Deadline[], scene: Pick<Scene, "dates">): readonly (readonly Deadline[])[] =>
  [...groupBy(deadlines, (deadline) => likeness(deadline, scene)).values()];

const likeness = ({ kind, environment, address, actBy, week, state, estimated, move }: Deadline, { dates }: Pick<Scene, "dates">): string =>
  [kind, environment, address === undefined ? "" : kindOf(address), dates.date(actBy), week, state, estimated, move].join("\u0000");

const groupLine = (group: readonly Deadline[], scene: Scene): Line => {
  const { dates, document, words } = scene;
  const [first] = group;
  if (first === undefined) return { indent: 4, text: "" };
  const days = dates.days(document.createdAt, first.actBy);
  const isPast = first.state === "past-due";
  const when = isPast ? words.status.expired(dates.date(first.actBy)) : words.status.deadline(dates.date(first.actBy), days);
  return {
    indent: 4,
    leads: [{ text: when, width: DATE_WIDTH, style: isPast || days <= SOON_DAYS ? "warning" : "lead" }],
    text: [deadlineText(group, words), ...remarks(group, scene)].join(words.words.semicolon),
  };
};

/** Beside what ends: its week, whether its end is a guess, whether another step comes first. */
export const remarks = (group: readonly Deadline[], { words: { status }, dates }: Scene): readonly string[] => {
  const [first] = group;
  if (first === undefined) return [];
  const last = group.at(-1) ?? first;
  return [
    ...(first.week === undefined ? [] : [status.week(first.week, dates.date(first.dueAt), dates.date(last.dueAt))]),
    ...(first.estimated === true ? [status.estimated] : []),
    ...(first.state === "waiting" ? [status.waiting] : []),
  ];
};

/** What is seen to within this time is soon. */
export const SOON_DAYS = 30;
const MOST_DUE = 20;
const MOST_LATER = 10;
const DATE_WIDTH = 26;
