import type { KindName } from "../../model/address.ts";
import type { EnvironmentName } from "../../model/environment.ts";
import type { StepAction, Step } from "../../model/step.ts";
import type { PortalName } from "../environments.ts";
import type { SeedSection } from "./seed-sections.ts";

/** How a person does a step: where to go, which labels to look for, which values to type, what to bring back. */
export interface Guide {
  readonly action: StepAction;
  /** The kind of resource that the step makes true. */
  readonly kind: KindName;
  readonly portal?: PortalName;
  /** Which arguments name what the step is about; absent where it is about the actor's own account. */
  readonly subject?: { readonly argument: string; readonly identifier?: string };
  /** `each`: once for every resource of the step. `all`: once, for all of them together. */
  readonly times: "each" | "all";
  readonly paths: Paths;
  /** What the form asks, in the order of the screen. */
  readonly fields: readonly Field[];
  /** The button that ends the form. */
  readonly submit?: Label;
  /** What to know before beginning. */
  readonly before?: readonly Note[];
  /** What to bring back, and where to put it. */
  readonly keep?: readonly Note[];
  /** What happens next. */
  readonly after?: readonly Note[];
  /** How it will show; where nothing is said, the general words of `messages/` stand. */
  readonly proof?: Partial<Readonly<Record<Step["provenBy"], Text>>>;
  /** A person's minutes: `once` for the step, `each` for every resource of it. */
  readonly minutes: { readonly once: number; readonly each: number };
  /** Where it was called or placed otherwise in the guide of 2020. */
  readonly formerly?: Text;
  readonly seedGuide?: readonly SeedSection[];
  readonly source: string;
  /** Day on which a person last held it against its source, `YYYY-MM-DD`. */
  readonly reviewedAt: string;
}

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

export type PathPart = Label | { readonly act: Text };

export interface Field extends Label {
  readonly argument: string;
  /** Fields that follow each other under one heading of the screen. */
  readonly group?: Label;
}

/** Words that are said only where the arguments they speak of are given. */
export interface Note extends Text {
  readonly when?: NoteCondition;
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
