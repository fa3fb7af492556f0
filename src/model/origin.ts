import type { Instant } from "./instant.ts";

/** Where an answer comes from that Chorus got elsewhere: a client's proof. Absent where it asked itself. */
export interface Origin {
  /** Code of the client on whose machine it was asked. */
  readonly client: string;
  /** When the proof was made. */
  readonly at: Instant;
}
