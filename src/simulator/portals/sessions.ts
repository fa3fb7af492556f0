import type { Environment, EspaceId } from "../scenario.ts";
import type { AnswerChange } from "./changes/answer-changes.ts";
import type { ClosedStep } from "./portals.ts";

/** One browser. It forgets everything with the simulator. */
export interface Session {
  readonly id: string;
  /** Sent back with every form: a page of another site cannot know it. */
  readonly csrf: string;
  /** The PISTE account that is signed in, by its e-mail address. */
  piste?: string;
  /** Who is signed in to Chorus Pro, by environment: the two know nothing of each other. */
  readonly people: Map<Environment, SignedIn>;
  /** Said on the next page, once. */
  said?: string;
  lastClick?: LastClick;
  /** What is shown once: a new password, a matelas. */
  readonly once: Map<string, ShownOnce>;
}

/** A secret, and whose it is. */
export interface ShownOnce {
  readonly of: string;
  readonly secret: string;
}

export interface SignedIn {
  readonly login: string;
  readonly role: "gestionnaire" | "utilisateur";
  /** What the menu shows: as it was at sign-in, so that an espace opened since comes with the next. */
  readonly menu: readonly EspaceId[];
}

/** What the last button changed, for the panel beside the page. */
export interface LastClick {
  readonly changes: readonly AnswerChange[];
  readonly closes: readonly ClosedStep[];
}

export interface Sessions {
  /** The one whose id a cookie holds, or a new one. */
  open(id: string | undefined): Session;
}

export function sessions(secret: () => string): Sessions {
  const known = new Map<string, Session>();
  return {
    open: (id) => {
      const found = id === undefined ? undefined : known.get(id);
      if (found !== undefined) {
        // To the end: the one that was used longest ago goes first.
        known.delete(found.id);
        known.set(found.id, found);
        return found;
      }
      const [oldest] = known.keys();
      if (known.size >= MAX_SESSIONS && oldest !== undefined) known.delete(oldest);
      const opened: Session = { id: secret(), csrf: secret(), people: new Map(), once: new Map() };
      known.set(opened.id, opened);
      return opened;
    },
  };
}

const MAX_SESSIONS = 1000;
