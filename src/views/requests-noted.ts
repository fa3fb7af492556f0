import { messages } from "../messages/messages.ts";
import type { RequestEvent } from "../model/request.ts";
import { renderLines, type Line } from "./text/layout.ts";
import type { ScreenOptions } from "./text/scene.ts";

export interface NotedView {
  readonly file: string;
  readonly events: readonly RequestEvent[];
  /** Requests of the same actor whose time has not come. */
  readonly later: number;
  /** Requests that wait for what others do. */
  readonly waiting: number;
}

/** What was noted of requests, and where it is written. */
export const renderNoted = ({ file, events, later, waiting }: NotedView, screen: ScreenOptions): string => {
  const { run } = messages(screen.language);
  const lines = events.map(
    ({ address, event, by, reason }): Line => ({
      indent: 0,
      leads: [{ text: "✎", width: 3, style: "added" }],
      text: run.requestNoted(address, run.requestEvents[event], by, reason),
    }),
  );
  const rest = later === 0 ? [] : [{ indent: 0, text: run.requestsLater(later) }];
  const held = waiting === 0 ? [] : [{ indent: 0, text: run.requestsWaiting(waiting) }];
  const where = events.length === 0 ? run.nothingAsked : run.notedIn(file);
  return renderLines([...lines, ...rest, ...held, { indent: 0, text: where, style: "quiet" }], screen);
};
