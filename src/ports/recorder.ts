/** Takes the HTTP exchanges of a run as they end. What it gets holds no secret. */
export interface Recorder {
  add(exchange: RecordedExchange): void;
}

/** One request, and what came of it. */
export interface RecordedExchange {
  readonly environment: string;
  readonly application: string;
  /** Which try of its operation it is, from 1. */
  readonly tries: number;
  /** Milliseconds since the epoch: when it was sent, when the head of the answer came, when all was over. */
  readonly sentAt: number;
  readonly headAt?: number;
  readonly endedAt: number;
  readonly request: Message & { readonly method: string; readonly url: string };
  readonly answer:
    | (Message & { readonly status: number })
    /** None came: the cause, and the system's code with the host. */
    | { readonly cause: string; readonly detail: string };
}

interface Message {
  /** In the order of the message. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body?: RecordedBody;
}

export interface RecordedBody {
  /** Absent where it is left out whole. */
  readonly text?: string;
  /** As it was, in characters. */
  readonly size: number;
  /** Why less is shown than there was: cut, no text, larger than what is read, or secret as a whole. */
  readonly shortened?: "cut" | "binary" | "oversize" | "secret";
}
