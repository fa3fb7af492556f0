import { pluralEn as p } from "../plural.ts";
import type { RunWords } from "../shape.ts";

export const run = {
  asking: (environment, application, n) => `${environment}, ${application}: ${n} ${p(n, "question", "questions")}`,
  asked: (environment, application, n) => `${environment}, ${application}: ${n} ${p(n, "answer", "answers")}`,
  moving: (environment, application, answered, asked) => `${environment}, ${application}: ${answered} / ${asked}`,
  becameTrue: "proven",
  drifted: "is no longer true",
  attested: "attested",
  wrote: (values) => `written: ${values}`,
  writeRefused: (status) => `write refused${status === "" ? "" : ` (${status})`}: the step becomes manual`,
  held: "held back",
  changes: {
    desired: "the configuration changed since the review",
    "new-step": "a step appeared since the review",
    argument: "a value to type changed since the review",
    write: "a write that the reviewed plan did not have",
  },
  recorded: (file, n) => `Recorded: ${n} ${p(n, "line", "lines")} in ${file}`,
  attestedBy: (address, by, until) => `${address}: attested by ${by}, until ${until}`,
  requestEvents: {
    asked: "asked",
    reminded: "reminded",
    refused: "refused",
    blocked: "blocked",
    unblocked: "unblocked",
    done: "said to be done",
    noted: "noted",
  },
  requestNoted: (address, event, by, reason) => `${address}: ${event}${reason === undefined ? "" : ` (${reason})`}, noted by ${by}`,
  requestsLater: (n) => `${n} ${p(n, "request", "requests")} whose time has not come`,
  requestsWaiting: (n) => `${n} ${p(n, "request waits", "requests wait")} for somebody else's step: not to be asked yet`,
  blockedReasons: (words) => `Words that "chorus guide --blocked" knows: ${words}`,
  notedIn: (file) => `Written to ${file}.`,
  nothingAsked: "Nothing to ask today: nothing is written.",
  acceptedBy: (address, by, until) => `${address}: difference accepted by ${by}, until ${until}`,
  attestationsIn: (file) => `Written to ${file}. Next: chorus apply`,
} satisfies RunWords;
