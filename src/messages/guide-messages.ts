import type { Certainty } from "../catalogue/certainty.ts";
import type { Standing } from "../plan/guided-steps.ts";
import { guideEn } from "./en/guide.ts";
import { guideFr } from "./fr/guide.ts";
import type { Language } from "./language.ts";
import { spokenEn } from "./en/spoken.ts";
import { spokenFr } from "./fr/spoken.ts";

/** What `chorus guide` says around the guides, which bring their own words. */
export interface GuideWords {
  readonly header: (at: string) => string;
  readonly leads: Readonly<Record<GuideLead, string>>;
  readonly standings: Readonly<Record<Exclude<Standing, "open">, string>>;
  /** A step that is open and comes first, and how to read its guide. */
  readonly earlier: (title: string, command: string) => string;
  readonly own: (value: string) => string;
  readonly wrong: (sees: string, remedy: string) => string;
  readonly certainties: Readonly<Record<Certainty, string>>;
  readonly source: (source: string, certainty: string, reviewed: string) => string;
  readonly stale: (reviewed: string) => string;
  /** An address that nobody has confirmed on this network. */
  readonly unconfirmedUrl: string;
  readonly blockedTitle: (subject: string, title: string) => string;
  readonly noSession: string;
  readonly toOpen: (url: string) => string;
}

/** The first four are said beside a plan alone, where somebody works through it. */
export type GuideLead =
  | "seen"
  | "causes"
  | "request"
  | "copy"
  | "address"
  | "standing"
  | "earlier"
  | "who"
  | "where"
  | "needs"
  | "before"
  | "bring"
  | "do"
  | "type"
  | "submit"
  | "result"
  | "keep"
  | "after"
  | "proof"
  | "wrong"
  | "formerly"
  | "doubts"
  | "source"
  | "blocked";

/** What a call script says, and how things are read aloud. */
export interface SpokenWords {
  /** Nobody knows how long a way around takes. */
  readonly heading: (who: string, duration: string | undefined) => string;
  readonly rules: readonly string[];
  readonly leads: Readonly<Record<"say" | "aloud" | "sees" | "readBack" | "pause" | "different", string>>;
  readonly item: (index: number, count: number, name: string) => string;
  /** What must be so, and what to have at hand, before the way around what is blocked. */
  readonly checkFirst: (what: string) => string;
  readonly ready: (what: string) => string;
  readonly open: (url: string) => string;
  readonly secret: (secret: string) => string;
  /** Labels come between quotes. */
  readonly click: (label: string) => string;
  readonly block: (label: string) => string;
  readonly type: (label: string, value: string) => string;
  readonly choose: (label: string, value: string) => string;
  readonly own: (label: string, value: string) => string;
  /** Of what the screen shows and nobody may hear, before where it goes. */
  readonly unread: (secret: string) => string;
  readonly stored: string;
  readonly readBack: string;
  readonly done: string;
  /** Where the screen shows a secret, or may. */
  readonly doneUnread: (secret: string) => string;
  readonly lost: string;
  readonly lostRemedy: string;
  /** Which of several values is read so. */
  readonly reads: (value: string, aloud: string) => string;
  readonly digits: (count: number) => string;
  readonly upper: string;
  readonly lower: string;
  readonly mixed: string;
  readonly capital: (letter: string) => string;
  readonly capitals: (letters: string) => string;
  readonly as: (letter: string, word: string) => string;
  readonly semicolon: string;
  readonly plus: string;
  readonly marks: Readonly<Record<string, string>>;
  readonly accents: Readonly<Record<string, string>>;
  readonly alphabet: Readonly<Record<string, string>>;
}

export const guideMessages = (language: Language): GuideWords => (language === "fr" ? guideFr : guideEn);

export const spokenMessages = (language: Language): SpokenWords => (language === "fr" ? spokenFr : spokenEn);
