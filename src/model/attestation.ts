import type { Address } from "./address.ts";
import type { Instant } from "./instant.ts";

/** A person's word on what no API can tell. */
export interface Attestation {
  readonly address: Address;
  readonly by: string;
  readonly at: Instant;
  /** What was seen, in the person's words. */
  readonly seen: string;
  /** Where it can be looked up: a ticket, a URI. Never the portal's PDF of connection details: it holds the password. */
  readonly evidence?: string;
  readonly until: Instant;
  /** Digest of what it is about: another contact or application is another fact. */
  readonly covers: string;
}

export type Attestations = ReadonlyMap<Address, Attestation>;
