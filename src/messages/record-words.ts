import type { Proof } from "../model/condition.ts";

/** What `chorus state show` says of a claim. */
export interface RecordWords {
  readonly proofs: Readonly<Record<Proof, string>>;
  since(date: string): string;
  provenAt(date: string): string;
  readonly wasTrue: string;
  from(addresses: string): string;
  attested(at: string, until: string): string;
  voided(attestedAt: string, at: string): string;
  tries(n: number): string;
  readonly nothing: string;
}
