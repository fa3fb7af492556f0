import { BLOCKED_REASONS } from "../catalogue/guides/blocked-way.ts";
import { messages } from "../messages/messages.ts";
import type { RequestEvent } from "../model/request.ts";
import { renderLines, type Line } from "./text/layout.ts";
import type { ScreenOptions } from "./text/scene.ts";
import { wayAround } from "./text/way-around.ts";

export interface NotedView {
  readonly file: string;
  readonly events: readonly RequestEvent[];
  /** Requests of the same actor whose time has not come. */
  readonly later: number;
  /** Refused, blocked, said to be done or asked in vain. */
  readonly undecided: number;
  /** Requests that wait for what others do. */
  readonly waiting: number;
}

/** What was noted of requests, and where it is written. */
export const renderNoted = ({ file, events, later, undecided, waiting }: NotedView, screen: ScreenOptions): string => {
  const { run, plan } = messages(screen.language);
  const lines = events.flatMap(
    ({ address, action, event, by, reason }): readonly Line[] => {
      const way = wayAround(action, [address], reason);
      return [
        { indent: 0, leads: [{ text: "✎", width: 3, style: "added" }], text: run.requestNoted(address, run.requestEvents[event], by, reason) },
        ...(way === undefined ? [] : [{ indent: 3, text: plan.requests.wayAround(way) }]),
      ];
    },
  );
  const rest = later === 0 ? [] : [{ indent: 0, text: run.requestsLater(later) }];
  const open = undecided === 0 ? [] : [{ indent: 0, text: run.requestsUndecided(undecided) }];
  const held = waiting === 0 ? [] : [{ indent: 0, text: run.requestsWaiting(waiting) }];
  const isFree = events.some(({ reason }) => reason !== undefined && !BLOCKED_REASONS.some((known) => known === reason));
  const words = isFree ? [{ indent: 0, text: run.blockedReasons(BLOCKED_REASONS.join(", ")), style: "quiet" as const }] : [];
  const where = events.length === 0 ? run.nothingAsked : run.notedIn(file);
  return renderLines([...lines, ...rest, ...open, ...held, ...words, { indent: 0, text: where, style: "quiet" }], screen);
};
