import type { KindName } from "../../model/address.ts";
import type { Instructions, Note, PathPart, Text } from "./guide.ts";

/** Why the ordinary way of a step is closed, as a stable word. */
export const BLOCKED_REASONS = [
  "gp-unknown",
  "gp-left",
  "gp-locked-out",
  "no-second-factor",
  "dead-login",
  "no-pigp",
  "siret-changed",
  "structure-missing",
] as const;

export type BlockedReason = (typeof BLOCKED_REASONS)[number];

/** The way around: who takes over, through which channel, with what in hand. */
export interface BlockedWay extends Instructions {
  readonly reason: BlockedReason;
  readonly title: Text;
  /** Who can act, since the person of the ordinary guide cannot. */
  readonly who: Text;
  readonly channel: Channel;
  readonly path: readonly PathPart[];
  /** What to bring, with the values of the configuration. */
  readonly bring: readonly Note[];
  readonly after: readonly Note[];
  /** What passes under the eyes of who does it, and is for nobody else: never read out on the telephone. */
  readonly secret?: Text;
  /** Kinds of resource whose steps it is about; absent: all of its portal. */
  readonly kinds?: readonly KindName[];
}

export interface Channel {
  readonly name: Text;
  /** A page of the web, where one is known. */
  readonly url?: string;
}
