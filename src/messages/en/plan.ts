import { pluralEn as p } from "../plural.ts";
import type { PlanWords } from "../shape.ts";

export const plan = {
  where: (filter, found) => `filter: ${filter}${found === 0 ? ", which nothing answers" : ""}`,
  header: (at) => `plan of ${at}`,
  reused: (answers, oldest) => `${answers} ${p(answers, "answer", "answers")} of before, the oldest ${oldest}`,
  asked: (requests, seconds) => `${requests} ${p(requests, "request", "requests")}, ${seconds} s`,
  allSeen: "everything that could be seen was",
  notSeen: (n) => `${n} ${p(n, "fact", "facts")} could not be seen this time: chorus doctor says why`,
  notConfigured: (n) => `${n} ${p(n, "item stays", "items stay")} unseen for want of a secret or an API`,
  offline: (oldest, state) =>
    state === "none"
      ? "offline and without the state: nothing was asked, and nothing that is recorded was read"
      : state === "copy"
        ? `offline, on a copy of the state: nothing was asked${oldest === undefined ? ", nothing is recorded in it" : `; the oldest proof: ${oldest}`}`
        : oldest === undefined
          ? "offline: nothing was asked, nothing is recorded yet"
          : `offline: nothing was asked; the oldest proof: ${oldest}`,
  counts: {
    proven: (n) => `${n} proven`,
    attested: (n) => `${n} attested`,
    toDo: (n) => `${n} to do`,
    accepted: (n) => `${n} accepted ${p(n, "difference", "differences")}`,
    unknown: (n) => `${n} unknown`,
    due: (n) => `${n} ${p(n, "deadline", "deadlines")}`,
  },
  acceptedUntil: (date, by, reason) => `difference accepted until ${date} by ${by}: ${reason}`,
  staleNow: (n, oldest) => `${n} ${p(n, "fact", "facts")} proven before, not seen this time; the oldest ${oldest}`,
  portals: {
    piste: { qualification: "PISTE portal", production: "PISTE portal" },
    "chorus-pro": {
      qualification: "Chorus Pro qualification portal, gestionnaire account of the test data",
      production: "Chorus Pro portal, gestionnaire principal",
    },
  },
  byChorus: "written by chorus apply, once confirmed",
  session: (duration) => `one session, ${duration}`,
  sessionWithSecondFactor: (duration) => `one session, second factor at hand, ${duration}`,
  waitsFor: (steps) => `waits for ${steps}`,
  requests: {
    states: {
      asked: (date) => `asked on ${date}`,
      refused: (date) => `refused on ${date}`,
      blocked: (date, reason) => `blocked since ${date}${reason === undefined ? "" : ` (${reason})`}`,
      done: (date) => `said to be done on ${date}, not seen yet`,
    },
    reminded: (n) => `reminded ${n === 1 ? "once" : `${n} times`}`,
    remindNow: "reminder due",
    putOff: (date) => `put off until ${date}`,
    remindOn: (date) => `reminder on ${date}`,
    escalate: "every reminder in vain: ask somebody else",
    escalateOn: (date) => `last reminder sent; without an answer on ${date}, ask somebody else`,
    wayAround: (command) => `the way around: ${command}`,
  },
  leads: { seen: "Seen", causes: "Why", do: "Do", before: "First", after: "Then", keep: "Keep", request: "Request", proof: "Proof", gap: "Gap" },
  evidence: (status, request, tries, id) =>
    `${status === "" ? "no answer" : status} on ${request}${tries > 1 ? `, ${tries} tries` : ""}${id === "" ? "" : ` (${id})`}`,
  othersAnswer: (names, n) => `${names} ${p(n, "answers", "answer")}`,
  wasTrueUntil: (date) => `was true until ${date}`,
  notTriedAgain: (time) => `this password is not tried again before ${time}, but with --refresh`,
  moreUnknown: (n) => `… and ${n} ${p(n, "other", "others")}, waiting for other steps`,
  moreSteps: (n, command) => `… and ${n} other ${p(n, "step", "steps")} of this session: ${command}`,
  moreSessions: (n, steps) =>
    `… and ${n} other ${p(n, "session", "sessions")}, ${steps} ${p(steps, "step", "steps")} (chorus plan --page 1, --actor … or --format json)`,
  page: ({ number, pages, first, last, total }) => `page ${number} of ${pages} ${first === 0 ? `(nothing of ${total})` : `(${first}–${last} of ${total})`}`,
  inAll: "in all",
  missingSecrets: (names, n) => `nothing: ${names} ${p(n, "is", "are")} not available`,
  seenNothing: (why) => `nothing: ${why}`,
  lookFirst: {
    contradicted: "look first whether it is still so",
    "attestation-expired": "look first whether it is still so; if it is, attesting it again is enough",
  },
  repeat: (n) => (n === 2 ? "twice" : `${n} times`),
  thenSubmit: "then",
  more: (n) => `… and ${n} ${p(n, "other", "others")} (chorus plan --format json)`,
  proofs: { api: "verified by Chorus", inference: "inferred by Chorus from verified facts" },
  attest: (command) => `no API tells: ${command}`,
  unknownHead: (n) => `${n} unknown, ${p(n, "which is not an error", "none of which is an error")}:`,
  unknownWaiting: (n, steps, count) => `${n} ${p(n, "waits", "wait")} for ${p(count, "step", "steps")} ${steps}`,
  unknownClasses: {
    unprovable: (n) => `${n} that no API tells: to attest`,
    "not-configured": (n) => `${n} without the secret or API to see ${p(n, "it", "them")}: to set`,
    "not-asked": (n) => `${n} not asked: run chorus refresh`,
    waiting: (n) => `${n} ${p(n, "waits", "wait")} for another fact`,
    elsewhere: (n) => `${n} to prove from the client's server: chorus prove`,
    transient: (n) => `${n} without a sure answer this time: run chorus plan again`,
    "unexpected-answer": (n) => `${n} with an unexpected answer: report it`,
    contradicted: (n) => `${n} attested, but contradicted: to check`,
  },
  ofNames: (claims, names) => `${claims} of ${names}`,
  notices: {
    "reach-beyond": (subject, n) =>
      `${subject} reaches ${n} ${p(n, "structure", "structures")} that nobody declared: never used by Chorus`,
    "qualification-first": (subject) =>
      `${subject} is proven in no environment: Chorus Pro asks to go through qualification first`,
    "attestation-voided": (subject, _n, date) => `the attestation of ${date} on ${subject} is void: an API said the contrary`,
    "attestation-outdated": (subject, _n, date) => `the attestation of ${date} on ${subject} is void: what it covers has changed in the configuration`,
    "difference-over": (subject, _n, date) => `the difference accepted on ${date} on ${subject} is gone: the acceptance can be removed`,
    "attestation-unmatched": (subject) => `an attestation is about ${subject}, which the configuration does not declare`,
    "guides-stale": (actions, n, date) =>
      `${n} ${p(n, "guide has", "guides have")} not been reviewed for more than a year (${date}), the screens may have changed: ${actions}`,
    "renewals-beyond": (until, n, from) =>
      `${n} ${p(n, "password", "passwords")} found no week to be renewed in (${p(n, "ends", "end")} ${from === until ? `on ${from}` : `between ${from} and ${until}`}): asked for as soon as ${p(n, "its", "their")} time begins; widen renouvellement.etaler or renouvellement.avant`,
  },
  nothingFound: "Nothing answers the filter: this says nothing of the rest.",
  nothingToDo: (n) => `Nothing to do: ${n} ${p(n, "item", "items")} in order.`,
  closing: ({ byHand, byChorus, waiting, resources, inOrder, toDo, unknown, accepted, paused }) => {
    const steps = byHand + byChorus;
    return [
      `Plan: ${steps} ${p(steps, "step", "steps")} (${byHand} by hand, ${byChorus} by Chorus)`,
      waiting === 0 ? "" : `, ${waiting} of them waiting`,
      `; ${resources} ${p(resources, "item", "items")}: ${inOrder} in order, ${toDo} to do, ${unknown} unknown`,
      accepted === 0 ? "" : `, ${accepted} accepted ${p(accepted, "difference", "differences")}`,
      paused === 0 ? "." : `, ${paused} paused.`,
    ].join("");
  },
  next: "Next:",
  otherActors: (n, whose) => `${n} ${p(n, "step", "steps")} of other actors: ${whose}`,
  noStepOf: (actor) => `No step for “${actor}”.`,
} satisfies PlanWords;
