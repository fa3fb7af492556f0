import type { Clue } from "./clue.ts";
import type { EnvironmentName } from "./environment.ts";
import type { IdentifierType } from "./identifier.ts";
import type { Instant } from "./instant.ts";
import type { Fact, Reason, UnknownClass } from "./observation.ts";
import type { Question } from "./question.ts";

/**
 * What a client's machine proves of the client, for whoever may not have his secrets: what was asked, what was answered and
 * how. It holds no secret. As JSON it is `schemas/proof.schema.json`.
 */
export interface ProofDocument extends ProofBody {
  /** SHA-256 of everything else but the signature, in canonical form. */
  readonly digest: string;
  readonly signature?: ProofSignature;
}

export interface ProofBody {
  readonly format: "chorus-proof";
  readonly version: 1;
  /** Version of the Chorus that made it. */
  readonly chorus: string;
  readonly client: string;
  readonly environment: EnvironmentName;
  readonly madeAt: Instant;
  /** What the client's configuration calls what: it must be what is declared where the proof is collected. */
  readonly applications: readonly { readonly name: string; readonly nom: string }[];
  readonly comptesTechniques: readonly { readonly name: string; readonly login: string }[];
  readonly structures: readonly { readonly name: string; readonly type: IdentifierType; readonly identifiant: string }[];
  /** SHA-256 of the questions, whatever their answers. */
  readonly asked: string;
  readonly answers: readonly ProofAnswer[];
}

export interface ProofAnswer {
  readonly question: Question;
  readonly answer: "true" | "false" | "unknown";
  readonly reason: Reason;
  readonly unknown?: UnknownClass;
  readonly fact?: Fact;
  readonly trace?: ProofTrace;
}

/** A trace as it is written: its time as people read it. */
export interface ProofTrace {
  readonly request: string;
  readonly status?: number;
  readonly correlationId?: string;
  readonly at: Instant;
  readonly tries: number;
  readonly clues?: readonly Clue[];
  readonly surprise?: string;
  readonly against?: ProofTrace;
}

export interface ProofSignature {
  readonly algorithm: "ed25519";
  /** Fingerprint of the public key. */
  readonly key: string;
  /** Base64. */
  readonly value: string;
}
