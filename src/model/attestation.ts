import type { Address } from "./address.ts";
import type { Instant } from "./instant.ts";

/** A person's word: on what no API can tell, or that a difference is accepted. The newest one on an address counts. */
export type Attestation = Sighting | Acceptance;

/** Somebody saw that it is so. */
export interface Sighting extends Word {
  /** What was seen, in the person's words. */
  readonly seen: string;
}

/** It is not so, and for a reason that holds until a date nobody is asked to change it. */
export interface Acceptance extends Word {
  /** Why, in the person's words. */
  readonly accepted: string;
}

interface Word {
  readonly address: Address;
  readonly by: string;
  readonly at: Instant;
  readonly until: Instant;
  readonly evidence?: EvidenceReference;
  /** Digest of what it is about: another contact or application is another fact. */
  readonly covers: string;
}

/**
 * Where it can be looked up: a ticket or a URI, or a file of the configuration's folder with its digest. Never the
 * portal's document of connection details: it holds the password.
 */
export type EvidenceReference = string | EvidenceFile;

export interface EvidenceFile {
  /** Relative to the configuration's folder. */
  readonly file: string;
  /** 64 hexadecimal digits. */
  readonly sha256: string;
}

export type Attestations = ReadonlyMap<Address, Attestation>;

export const isAcceptance = (word: Attestation): word is Acceptance => "accepted" in word;
