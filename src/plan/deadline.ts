import type { Address } from "../model/address.ts";
import type { EnvironmentName } from "../model/environment.ts";
import type { Instant } from "../model/instant.ts";
import type { Actor } from "../model/step.ts";

/**
 * What ages:
 * - `password`: of a compte technique
 * - `attestation`: a person's word on what no API tells
 * - `difference`: a person's word that something may be otherwise than declared
 * - `request`: somebody outside was asked; when one of us is to see to it
 * - `guide`: how a step is done, a year after a person last held it against its source
 */
export const DEADLINE_KINDS = ["password", "attestation", "difference", "request", "guide"] as const;

/** What one of us is to do about a request. */
export const REQUEST_MOVES = ["remind", "escalate", "check", "decide"] as const;

export type RequestMove = (typeof REQUEST_MOVES)[number];

export type DeadlineKind = (typeof DEADLINE_KINDS)[number];

/**
 * - `past-due`: its date is past
 * - `due`: its date is near, or its week has come
 * - `waiting`: so it is, but another step comes first
 * - `upcoming`: not yet
 */
export type DeadlineState = "past-due" | "due" | "waiting" | "upcoming";

/** Something that ends on a date, unless somebody renews it. */
export interface Deadline {
  readonly kind: DeadlineKind;
  /** The same for the same thing in every run and on every machine; another login or SIRET is another thing. */
  readonly id: string;
  readonly state: DeadlineState;
  /** Absent where it is of no environment. */
  readonly environment?: EnvironmentName;
  readonly address?: Address;
  /** Name of the structure, application or account; of a guide, its step. */
  readonly subject: string;
  readonly client?: string;
  readonly actor?: Actor;
  /** When it ends. */
  readonly dueAt: Instant;
  /** From when it is to be seen to. */
  readonly actFrom: Instant;
  /** By when: the end of the week that it is planned for, else when it ends. */
  readonly actBy: Instant;
  /** `2026-W48`, where renewals are spread over weeks. */
  readonly week?: string;
  /** No API told the end: it is at the latest then. */
  readonly estimated?: true;
  /** Number of the step that is open for it. */
  readonly step?: number;
  /** `request`: what is to be done. */
  readonly move?: RequestMove;
}

/** What a source says of a deadline; its state follows from that and the time. */
export interface DeadlineDraft extends Omit<Deadline, "state" | "actBy"> {
  readonly actBy?: Instant;
  /** Whether it still holds in the very second in which it ends. */
  readonly inclusive?: true;
  /** Another step comes first. */
  readonly waits?: boolean;
}
