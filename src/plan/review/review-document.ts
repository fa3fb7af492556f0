import type { Address, KindName } from "../../model/address.ts";
import type { EnvironmentName } from "../../model/environment.ts";
import type { Step } from "../../model/step.ts";
import type { PlanDocument } from "../plan-document.ts";

/**
 * What a change of the configuration changes: in what is wanted, and in what is to be done. Bounded by the change, whatever
 * else is open. As JSON it is `schemas/review.schema.json`.
 */
export interface ReviewDocument extends Pick<PlanDocument, "createdAt" | "topology" | "language" | "state" | "selection"> {
  readonly format: "chorus-review";
  readonly version: 1;
  /** The revision that it is compared with, as it was given. */
  readonly against: string;
  /** Fingerprint of the plan that this is a part of: what `chorus apply --reviewed` wants. */
  readonly digest: string;
  readonly subjects: readonly SubjectChange[];
  readonly steps: {
    readonly added: readonly Step[];
    /** Asked for before too, with other values or for another reason. */
    readonly changed: readonly Step[];
    /** Not asked for any more. Numbers are those of the plan before. */
    readonly removed: readonly Step[];
  };
  /** Things newly wanted of which nobody knows anything yet. */
  readonly unobserved: number;
  readonly unchanged: Unchanged;
  /** Known to have been true and not to be, whatever this changes. */
  readonly regressions: number;
  /** Why this must not go on unless somebody says so. */
  readonly stops: readonly Stop[];
}

/** A structure, application or account of which something else is wanted than before. */
export interface SubjectChange {
  readonly subject: Address;
  readonly environment: EnvironmentName;
  readonly kind: KindName;
  readonly name: string;
  readonly client?: string;
  readonly change: SubjectChangeKind;
  /** Of a structure. */
  readonly identifiant?: string;
  /** `identifier`: what it was, or the structure that it replaces. */
  readonly before?: string;
}

/** `leaving`: it is to end, now or on a date. `identifier`: another SIRET takes the place of one. */
export type SubjectChangeKind = "added" | "identifier" | "leaving" | "removed" | "changed";

/** What was open before and is open still. */
export interface Unchanged {
  readonly steps: number;
  /** Of them, those that only say that something ends. */
  readonly due: number;
  /** Whose they are: structures, applications, accounts. */
  readonly subjects: number;
}

export type Stop =
  /** More than a fifth of an environment's structures, and five at least, would end. */
  | { readonly stop: "ends"; readonly environment: EnvironmentName; readonly ended: number; readonly of: number }
  | { readonly stop: "changes"; readonly changes: number; readonly limit: number };
