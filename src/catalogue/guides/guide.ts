import type { KindName } from "../../model/address.ts";
import type { EnvironmentName } from "../../model/environment.ts";
import type { Actor, StepAction, Step } from "../../model/step.ts";
import type { Certainty } from "../certainty.ts";
import type { PortalName } from "../environments.ts";
import type { SeedSection } from "./seed-sections.ts";

/** How a person does a step: where to go, which labels to look for, which values to type, what to bring back. */
export interface Guide extends Instructions {
  readonly action: StepAction;
  /** The kind of resource that the step makes true. */
  readonly kind: KindName;
  /** Who does it where nothing else is said: a client's structure is its own gestionnaire's. */
  readonly actor: Actor["role"];
  readonly portal?: PortalName;
  /** Where to begin, below the portal's address; absent where only its home page is known to stay. */
  readonly page?: string;
  /** Which arguments name what the step is about; absent where it is about the actor's own account. */
  readonly subject?: { readonly argument: string; readonly identifier?: string };
  /** `each`: once for every resource of the step. `all`: once, for all of them together. */
  readonly times: "each" | "all";
  readonly paths: Paths;
  /** What the form asks, in the order of the screen. */
  readonly fields: readonly Field[];
  /** What the form asks and no configuration holds. */
  readonly ownFields?: readonly OwnField[];
  /** The button that ends the form. */
  readonly submit?: Label;
  /** What to know before beginning. */
  readonly before?: readonly Note[];
  /** What to bring back, and where to put it. */
  readonly keep?: readonly Note[];
  /** What happens next. */
  readonly after?: readonly Note[];
  /** What the screen shows that is for one pair of eyes: never read out on the telephone. */
  readonly secret?: Text;
  /** How it will show; where nothing is said, the general words of `messages/` stand. */
  readonly proof?: Partial<Readonly<Record<Step["provenBy"], Text>>>;
  /** A person's minutes: `once` for the step, `each` for every resource of it. */
  readonly minutes: { readonly once: number; readonly each: number };
  /** Where it was called or placed otherwise in the guide of 2020. */
  readonly formerly?: Text;
  readonly seedGuide?: readonly SeedSection[];
}

/** What every way of doing something comes with, the ordinary one and the one around what is blocked. */
export interface Instructions {
  /** What must be so, or at hand, before beginning. */
  readonly prerequisites: readonly Note[];
  /** What the screen shows once it is done. */
  readonly result: Text & { readonly outside?: Text };
  readonly goesWrong: readonly Trouble[];
  /** What nobody has confirmed. */
  readonly doubts?: readonly Text[];
  /** How sure the whole is; what is less sure than that is in `doubts`. */
  readonly certainty: Certainty;
  readonly source: string;
  /** Day on which a person last held it against its source, `YYYY-MM-DD`. */
  readonly reviewedAt: string;
}

/** What goes wrong, as it shows on screen, and what to do then. */
export interface Trouble {
  readonly sees: Text;
  readonly remedy: Text;
  /** The only environment where it can be. */
  readonly in?: EnvironmentName;
  /** The remedy as it is told to somebody outside. */
  readonly outside?: Outside;
}

/** How something is told to somebody outside, where our own words speak of our side; `false`: not at all. */
export type Outside = Text | false;

/** Words in both languages; `{name}` stands for an argument of the step. */
export interface Text {
  readonly fr: string;
  readonly en: string;
}

/** A label as it stands on screen, which is French; `en` says what it means. */
export interface Label {
  readonly label: string;
  readonly en?: string;
}

/** Places to go through, one after the other; several paths are followed in turn. */
export type Paths = readonly Path[] | Readonly<Record<EnvironmentName, readonly Path[]>>;

export type Path = readonly PathPart[];

export type PathPart = (Label | { readonly act: Text; readonly outside?: Text }) & Spoken;

/** How a part of a path is said on the telephone, where that is not "click on" its label. */
export interface Spoken {
  readonly say?: Text;
  /** Said once for each thing of a step that is done for all of them together. */
  readonly each?: true;
}

export interface Field extends Label {
  readonly argument: string;
  /** Fields that follow each other under one heading of the screen. */
  readonly group?: Label;
  /** `choice`: picked from a list of the screen rather than typed. */
  readonly entry?: "choice";
}

export interface OwnField extends Label {
  readonly value: Text;
}

/** Words that are said only where the arguments they speak of are given. */
export interface Note extends Text {
  readonly when?: NoteCondition;
  /** The only environment where it holds. */
  readonly in?: EnvironmentName;
  readonly outside?: Outside;
}

export interface NoteCondition {
  readonly argument: string;
  readonly is?: string;
  readonly not?: string;
  /** An argument that, where it is given, says it better. */
  readonly unless?: string;
}

export const pathsIn = (paths: Paths, environment: EnvironmentName): readonly Path[] =>
  "qualification" in paths ? paths[environment] : paths;

/** The value of a secret's argument where the secret never leaves the client. */
export const AT_THE_CLIENT = "chez-le-client";

export const REVIEWED_AT = "2026-11-24";
