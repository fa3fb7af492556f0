import type { UnreachableCause } from "./outcome.ts";

/** One HTTP request and what came of it, before anything is concluded. */
export type Exchange = Answered | Unanswered;

export interface Answered {
  readonly answered: true;
  readonly status: number;
  /** Names in lower case; a header sent several times is joined with `, `. */
  readonly headers: Readonly<Record<string, string>>;
  /** Empty where `oversize`. */
  readonly body: string;
  /** The body was longer than Chorus reads. */
  readonly oversize: boolean;
  /** Milliseconds since the epoch: when its head came, and its end. */
  readonly headAt?: number;
  readonly at: number;
}

export interface Unanswered {
  readonly answered: false;
  readonly cause: UnreachableCause;
  /** The system's code and the host: never a message, which may quote a proxy's password. */
  readonly detail: string;
  readonly at: number;
}

export interface HttpRequest {
  /** The platforms are asked with the first three, a server that keeps the state with the others too. */
  readonly method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE" | "LOCK" | "UNLOCK";
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal?: AbortSignal;
}

export interface Transport {
  /** Loads what the first request needs, so that no request waits for it after its turn has come. Never rejects. */
  ready(): Promise<void>;
  /** Never rejects: whatever happens is an exchange. Follows no redirect, which could carry a secret elsewhere. */
  send(request: HttpRequest): Promise<Exchange>;
  close(): Promise<void>;
}
