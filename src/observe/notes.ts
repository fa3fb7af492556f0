import type { Trace } from "../model/trace.ts";
import type { Failed, Outcome, Success } from "../piste/outcome.ts";

/** What the answers of a run say beside what they were asked for: answers corroborate, or contradict each other. */
export interface Notes {
  /** A 403 that echoed the request, as a missing raccordement does. */
  refusal(account: string): Trace | undefined;
  /** An answer with success to a call of the account: its login is accepted. */
  accepted(account: string): Trace | undefined;
  /** Whether any call of an account came through, so that the absence of a refusal says something. */
  wasHeard(account: string): boolean;
  /** A refusal of the account's login, against which another answer speaks. */
  contradiction(account: string): Trace | undefined;
  /** An answer that proves that an API is selected, whatever it was asked for. */
  passed(api: string): Trace | undefined;
  /** An answer that said that the application is disabled or gone. */
  disabled(): Trace | undefined;
}

export interface NoteTaker extends Notes {
  note(account: string, api: string, outcome: Outcome): void;
  /** A refused login, with the answer that accepted it where there is one. */
  corroborated(account: string, outcome: Outcome): Outcome;
  /** One route refused the account, another accepts it: what counts from here on is the other. */
  contradict(account: string, refused: Failed, accepted: Success): Outcome;
}

export const createNotes = (): NoteTaker => {
  const refusals = new Map<string, Trace>();
  const accepted = new Map<string, Trace>();
  const contradictions = new Map<string, Trace>();
  const passed = new Map<string, Trace>();
  let disabledBy: Trace | undefined;
  return {
    note(account, api, outcome) {
      if (outcome.ok || outcome.failure.code === "business") accepted.set(account, accepted.get(account) ?? outcome.trace);
      else if (outcome.failure.code === "refused") refusals.set(account, outcome.trace);
      else if (outcome.failure.code === "application-disabled") disabledBy ??= outcome.trace;
      if (isPastGateway(outcome)) passed.set(api, passed.get(api) ?? outcome.trace);
    },
    corroborated(account, outcome) {
      const against = outcome.ok || outcome.failure.code !== "account-rejected" ? undefined : accepted.get(account);
      return against === undefined ? outcome : { ...outcome, trace: { ...outcome.trace, against } };
    },
    contradict(account, refused, success) {
      contradictions.set(account, { ...refused.trace, against: success.trace });
      return success;
    },
    refusal: (account) => refusals.get(account),
    accepted: (account) => accepted.get(account),
    wasHeard: (account) => accepted.has(account),
    contradiction: (account) => contradictions.get(account),
    passed: (api) => passed.get(api),
    disabled: () => disabledBy,
  };
};

/** The gateway judges the route before the account: what is about the account, or beyond it, came past the route. */
export const isPastGateway = (outcome: Outcome): boolean => outcome.ok || PAST_THE_GATEWAY.has(outcome.failure.code);

const PAST_THE_GATEWAY: ReadonlySet<Failed["failure"]["code"]> = new Set(["account-rejected", "refused", "business", "reference"]);
