import type { ComponentChildren } from "preact";
import type { Answer } from "../answer.ts";
import type { SimulatedClock } from "../clock.ts";
import type { Environment } from "../scenario.ts";
import type { ScenarioStore } from "../scenario-store.ts";
import type { Form } from "./form.ts";
import type { Mailbox } from "./mailbox.ts";
import type { Session, Sessions } from "./sessions.ts";

/** What the pages are made from, and change: the same world that the APIs answer from. */
export interface Portals {
  readonly store: ScenarioStore;
  readonly clock: SimulatedClock;
  readonly sessions: Sessions;
  readonly mailbox: Mailbox;
  /** Activation links of PISTE, by what cannot be guessed in them. */
  readonly activations: Map<string, { readonly email: string; readonly until: number }>;
  /** A number in [0, 1). */
  readonly random: () => number;
  /** A text that nobody guesses. */
  readonly secret: () => string;
  /** Whether other machines may ask: then any name of a host is taken. */
  readonly exposed: boolean;
}

/** One request of a browser: who asks, with what was typed. */
export interface Visit {
  readonly portals: Portals;
  readonly session: Session;
  /** As it was asked for. */
  readonly path: string;
  /** The values of the `{name}` segments of the screen's path. */
  readonly parameters: { readonly [name: string]: string };
  readonly query: URLSearchParams;
  /** Empty for a page that is only looked at. */
  readonly form: Form;
}

/** One page or one button, at a path below the simulator: `piste/applications/{name}`. */
export interface Screen {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly answer: (visit: Visit) => Shown;
}

export type Shown = Page | Redirect | File;

export interface Page {
  readonly kind: "page";
  readonly portal: PortalName;
  readonly environment?: Environment;
  readonly title: string;
  readonly body: ComponentChildren;
  /** 200 when absent. */
  readonly status?: number;
}

export type PortalName = "piste" | "chorus-pro" | "simulation";

/** Where a button leads, what it says there, and the steps of a plan that it closes. */
export interface Redirect {
  readonly kind: "redirect";
  readonly to: string;
  readonly said?: string;
  readonly closes?: readonly ClosedStep[];
}

/** A step of `chorus plan` that is done by a click: its action, and what it is about as the portals name it. */
export interface ClosedStep {
  readonly action: string;
  readonly environment?: Environment;
  readonly about: string;
}

/** A download. */
export interface File {
  readonly kind: "file";
  readonly answer: Answer;
}

export const redirect = (to: string, said?: string, closes: readonly ClosedStep[] = []): Redirect =>
  ({ kind: "redirect", to, closes, ...(said === undefined ? {} : { said }) });
