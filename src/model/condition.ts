import type { Address } from "./address.ts";
import type { Instant } from "./instant.ts";
import type { Origin } from "./origin.ts";
import type { Fact, Reason, UnknownClass } from "./observation.ts";

/** One claim on a resource, with what backs it. */
export interface Condition {
  readonly type: ConditionType;
  readonly status: Status;
  readonly reason: Reason;
  readonly proof: Proof;
  /** Since when the status is what it is, as far as Chorus saw. */
  readonly since: Instant;
  /** When it was last proven; absent where nothing proves it. */
  readonly provenAt?: Instant;
  /** False, and was true before: drift, for as long as it is false. */
  readonly wasTrue?: true;
  /** Where it was: what proved it then. Drift is told with both pieces of evidence. */
  readonly was?: Before;
  readonly evidence?: Evidence;
  readonly fact?: Fact;
  readonly unknown?: UnknownClass;
}

/** A claim as it was last known to be true. */
export type Before = Pick<Condition, "reason" | "proof" | "since" | "provenAt" | "evidence">;

export type Status = "true" | "false" | "unknown";

/** verified: an API said so. inferred: it follows from verified facts. attested: a person said so. */
export type Proof = "verified" | "inferred" | "attested" | "none";

export type ConditionType =
  | "Exists"
  | "Authenticates"
  | "Consented"
  | "Subscribed"
  | "Active"
  | "Open"
  | "Declared"
  | "LoginAccepted"
  | "PasswordCurrent"
  | "ReachDeclared"
  | "Attached"
  | "AsDeclared"
  | "Left";

export type Evidence =
  | {
      readonly by: "api";
      /** `POST /cpro/structures/v1/rechercher` */
      readonly request: string;
      readonly status?: number;
      readonly correlationId?: string;
      readonly tries: number;
      /** Where the answer was not as described. */
      readonly surprise?: string;
      /** Another answer, which says the contrary. */
      readonly against?: { readonly request: string; readonly status?: number; readonly correlationId?: string; readonly at: Instant };
      /** The proof that brought it, where it was got elsewhere. */
      readonly origin?: Origin;
    }
  | { readonly by: "inference"; readonly from: readonly Address[]; readonly origin?: Origin }
  | { readonly by: "attestation"; readonly at: Instant; readonly until: Instant };

/** The conditions last known of a resource, kept in the state. */
export interface ResourceRecord {
  readonly address: Address;
  readonly conditions: readonly Condition[];
  /** Digest of what it is about. Another SIRET under the same name is another fact. */
  readonly covers?: string;
  /** An attestation that conclusive evidence voided: kept so that nobody gives it again unknowingly. */
  readonly voided?: { readonly at: Instant; readonly attestedAt: Instant };
}

export type Records = ReadonlyMap<Address, ResourceRecord>;
