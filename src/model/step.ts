import type { PortalName } from "../catalogue/environments.ts";
import type { Address } from "./address.ts";
import type { EnvironmentName } from "./environment.ts";
import type { Instant } from "./instant.ts";
import type { RequestStanding } from "./request.ts";

/** What is done: names the guide that tells how. */
export const STEP_ACTIONS = [
  "register-piste",
  "create-sandbox-application",
  "create-application",
  "generate-credentials",
  "consent-cgu",
  "select-apis",
  "create-matelas",
  "activate-structure",
  "open-espace",
  "declare-raccordement",
  "create-compte-technique",
  "reset-password",
  "attach-structure",
  "create-service",
  "set-edi",
  "set-edi-by-hand",
  "remove-raccordement",
  "retire-compte-technique",
  "detach-structure",
] as const;

export type StepAction = (typeof STEP_ACTIONS)[number];

/** Who acts. A name tells several of one role apart: a gestionnaire, a client. */
export interface Actor {
  readonly role: "piste" | "gestionnaire" | "operateur" | "chorus";
  readonly name?: string;
  /** As shown to a person. */
  readonly label?: string;
  /** `piste`: code of the client whose own account it is. */
  readonly client?: string;
}

/** What a kind says of a step; the plan adds why, when and in what order. */
export interface StepDraft {
  readonly action: StepAction;
  readonly mode: "manual" | "automatic";
  readonly actor: Actor;
  readonly portal?: PortalName;
  /** Values to type or to keep, by the field names of the guide. */
  readonly arguments: StepArguments;
  /** What will show that it is done. */
  readonly provenBy: "api" | "inference" | "attestation";
  readonly dueAt?: Instant;
  /** The end of the week that it is planned for, where such steps are spread. */
  readonly doBy?: Instant;
  /** Steps of one action, actor and batch are one step for the person: one form, one page. */
  readonly batch: string;
}

export type StepArguments = Readonly<Record<string, string>>;

/**
 * Why a step is required:
 * - `missing`: an API said that it is not so
 * - `unproven`: nothing says that it is so: do it, or attest it
 * - `contradicted`: a person said so, and evidence speaks against it: check
 * - `attestation-expired`: a person said so, until a date that is past
 * - `due`: it is so, but ends soon
 */
export type StepReason = "missing" | "unproven" | "contradicted" | "attestation-expired" | "due";

/** One thing that one actor does once, for one resource or for several of a kind. */
export interface Step {
  /** Place in the order in which it can be followed, from 1. */
  readonly number: number;
  readonly environment: EnvironmentName;
  readonly action: StepAction;
  readonly why: StepReason;
  readonly mode: "manual" | "automatic";
  readonly actor: Actor;
  readonly portal?: PortalName;
  readonly items: readonly StepItem[];
  /** Numbers of the steps that must come first. */
  readonly waitsFor: readonly number[];
  readonly provenBy: "api" | "inference" | "attestation";
  /** When the earliest of its things ends. */
  readonly dueAt?: Instant;
  /** By when it is planned to be done, where such steps are spread over weeks. */
  readonly doBy?: Instant;
}

export interface StepItem {
  readonly address: Address;
  readonly arguments: StepArguments;
  /** Where the actor is somebody outside: whether he was asked, and what came of it. */
  readonly request?: RequestStanding;
}
