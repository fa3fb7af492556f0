import type { Clue } from "./clue.ts";
import { isRecord } from "./is-record.ts";
import type { Origin } from "./origin.ts";

/** How an answer was obtained: what a person needs to trust it, and PISTE's support to find it. No body, no secret. */
export interface Trace {
  /** `POST /cpro/structures/v1/rechercher` */
  readonly request: string;
  /** HTTP status, absent where no answer came. */
  readonly status?: number;
  /** The answer's `x-correlationid`. */
  readonly correlationId?: string;
  /** When the last try was answered, milliseconds since the epoch. */
  readonly at: number;
  readonly tries: number;
  /** What the answer, or the lack of one, tells of its cause; absent where it tells nothing. */
  readonly clues?: readonly Clue[];
  /** Where the answer was not as described: `/listeStructures/3/statut`. */
  readonly surprise?: string;
  /** An answer that says the contrary. */
  readonly against?: Trace;
  /** The account's login was accepted with another password than when it was last accepted here. */
  readonly newPassword?: true;
  /** Where it was got, if not here. */
  readonly origin?: Origin;
}

/** Whether what was read back from a file is one: another version may have written it. */
export const isTrace = (value: unknown): value is Trace =>
  isRecord(value) && typeof value["request"] === "string" && typeof value["at"] === "number" && typeof value["tries"] === "number";
