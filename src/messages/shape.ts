import type { PortalName } from "../catalogue/environments.ts";
import type { KindName } from "../model/address.ts";
import type { CauseCode } from "../model/cause.ts";
import type { Clue } from "../model/clue.ts";
import type { ConditionType } from "../model/condition.ts";
import type { Topology } from "../model/desired.ts";
import type { EnvironmentName } from "../model/environment.ts";
import type { Reason, UnknownClass } from "../model/observation.ts";
import type { Question } from "../model/question.ts";
import type { PagePlace } from "../model/page.ts";
import type { RequestEventName } from "../model/request.ts";
import type { Actor, StepAction, StepReason } from "../model/step.ts";
import type { Notice } from "../plan/plan-document.ts";
import type { PlanChange } from "../plan/compare-plans.ts";
import type { RecordWords } from "./record-words.ts";
import type { StatusWords } from "./status-words.ts";
import type { WorklistWords } from "./worklist-words.ts";

/** What must be said in each language. Views choose and lay out; nothing here decides but the plural of a word. */
export interface Messages {
  readonly words: Words;
  /** Why a condition has its status: what was seen, in a few words. */
  readonly reasons: Readonly<Record<Reason, string>>;
  readonly causes: CauseWords;
  readonly titles: Titles;
  readonly dates: DateWords;
  readonly plan: PlanWords;
  readonly status: StatusWords;
  readonly run: RunWords;
  readonly requests: RequestWords;
  readonly proofs: ProofWords;
  readonly worklist: WorklistWords;
}

/** Proofs that are made on clients' machines. */
export interface ProofWords {
  readonly made: (client: string, environment: string, file: string) => string;
  readonly signedBy: (key: string) => string;
  readonly unsigned: string;
  readonly answers: (yes: number, no: number, unknown: number) => string;
  readonly missing: (names: string) => string;
  readonly send: (file: string) => string;
  readonly collected: (client: string, environment: string, date: string) => string;
  readonly brings: Counted;
  readonly unasked: Counted;
  readonly received: (facts: number, from: string) => string;
  readonly from: (client: string, date: string) => string;
  readonly fromMany: (clients: number, date: string) => string;
}

/** What `--explain-requests` says. */
export interface RequestWords {
  /** At least, at most, request, answers. */
  readonly columns: readonly string[];
  readonly asks: Readonly<Record<Question["ask"], string>>;
  readonly total: (least: number, most: number, reused: number) => string;
}

export interface Words {
  readonly topologies: Readonly<Record<Topology, string>>;
  readonly environments: Readonly<Record<EnvironmentName, string>>;
  readonly kinds: Readonly<Record<KindName, string>>;
  readonly conditions: Readonly<Record<ConditionType, string>>;
  readonly actors: Readonly<Record<Actor["role"], string>>;
  readonly yes: string;
  readonly no: string;
  readonly structures: Counted;
  readonly applications: Counted;
  readonly accounts: Counted;
  /** After the first few of a list. */
  readonly inAll: Counted;
  /** Between a label and its value. */
  readonly colon: string;
  /** Between two clauses. */
  readonly semicolon: string;
  /** Between values that are typed one after the other. */
  readonly thenValue: string;
  /** A label or a name, between the language's quotes. */
  readonly quoted: (text: string) => string;
  /** "lyon et nantes" */
  readonly and: string;
}

/** `3 structures`, `1 structure`. */
export type Counted = (count: number) => string;

/** Why something may be false or unknown, what to do then, and what tells it from the other causes. */
export interface CauseWords {
  readonly is: Readonly<Record<CauseCode, string>>;
  readonly todo: Readonly<Record<CauseCode, string>>;
  readonly told: Readonly<Record<Clue, string>>;
  /** A cause that nothing tells from the others. */
  readonly perhaps: (cause: string) => string;
  readonly because: (cause: string, told: string) => string;
  /** What to do, where the cause is told. */
  readonly remedied: (todo: string) => string;
}

export interface TitleValues {
  /** How many things of the step's kind: APIs to tick, services to create. */
  readonly count: number;
  /** Their names, put together. */
  readonly api: string;
  readonly application: string;
  readonly espace: string;
  readonly service: string;
  readonly organisation: string;
  readonly login: string;
  /** The structures that an account will reach besides its own, put together; empty where there are none. */
  readonly others: string;
}

export type Title = (values: TitleValues) => string;

/** What a step's line says after its subject. */
export interface Titles {
  readonly steps: Readonly<Record<StepAction, Title>>;
  /** Where an API said that it is not so, and that says more. */
  readonly missing: Partial<Readonly<Record<StepAction, Title>>>;
  /** `by`: the day by which it is planned, where renewals are spread. */
  readonly due: (date: string, days: number, by: string | undefined) => string;
  readonly why: Readonly<Record<StepReason, string>>;
}

export interface DateWords {
  readonly locale: string;
  readonly order: readonly ("day" | "month" | "year")[];
  readonly separator: string;
  readonly at: (date: string, time: string) => string;
  readonly ago: { readonly minutes: Counted; readonly hours: Counted; readonly days: Counted; readonly now: string };
}

export interface PlanWords {
  readonly header: (at: string) => string;
  /** What the list is limited to. */
  readonly where: (filter: string, found: number) => string;
  readonly asked: (requests: number, seconds: string) => string;
  readonly reused: (answers: number, oldest: string) => string;
  readonly allSeen: string;
  readonly notSeen: Counted;
  /** What stays unseen for want of a secret or an API. */
  readonly notConfigured: Counted;
  readonly offline: (oldest: string | undefined, state?: "copy" | "none") => string;
  readonly counts: Readonly<Record<"proven" | "attested" | "toDo" | "accepted" | "unknown" | "due", Counted>>;
  /** `différence acceptée jusqu'au …` */
  readonly acceptedUntil: (date: string, by: string, reason: string) => string;
  readonly staleNow: (count: number, oldest: string) => string;
  readonly portals: Readonly<Record<PortalName, Readonly<Record<EnvironmentName, string>>>>;
  readonly byChorus: string;
  readonly session: (duration: string) => string;
  readonly sessionWithSecondFactor: (duration: string) => string;
  readonly waitsFor: (steps: string) => string;
  readonly leads: Readonly<Record<"seen" | "causes" | "before" | "do" | "after" | "keep" | "request" | "proof" | "gap", string>>;
  readonly requests: {
    /** By state: the date, and what stands in the way. */
    readonly states: Readonly<Record<"asked" | "refused" | "blocked" | "done", (date: string, reason: string | undefined) => string>>;
    readonly reminded: Counted;
    readonly remindNow: string;
    readonly putOff: (date: string) => string;
    readonly remindOn: (date: string) => string;
    readonly escalate: string;
    readonly escalateOn: (date: string) => string;
    /** What to do about what blocks it. */
    readonly wayAround: (command: string) => string;
  };
  readonly evidence: (status: string, request: string, tries: number, id: string) => string;
  readonly othersAnswer: (names: string, count: number) => string;
  readonly wasTrueUntil: (date: string) => string;
  /** Of a login that was refused. */
  readonly notTriedAgain: (time: string) => string;
  readonly moreUnknown: (count: number) => string;
  readonly moreSteps: (count: number, command: string) => string;
  readonly moreSessions: (sessions: number, steps: number) => string;
  /** Which page of a list is shown. */
  readonly page: (place: PagePlace) => string;
  /** Beside a number: how many there are. */
  readonly inAll: string;
  readonly missingSecrets: (names: string, count: number) => string;
  readonly seenNothing: (why: string) => string;
  /** Before doing again what somebody attested. */
  readonly lookFirst: Readonly<Record<"contradicted" | "attestation-expired", string>>;
  readonly repeat: Counted;
  readonly thenSubmit: string;
  readonly more: Counted;
  readonly proofs: Readonly<Record<"api" | "inference", string>>;
  readonly attest: (command: string) => string;
  readonly unknownHead: Counted;
  readonly unknownWaiting: (count: number, steps: string, stepCount: number) => string;
  readonly unknownClasses: Readonly<Record<UnknownClass, (count: number) => string>>;
  readonly ofNames: (claims: string, names: string) => string;
  readonly notices: NoticeWords;
  readonly nothingFound: string;
  readonly nothingToDo: (resources: number) => string;
  readonly closing: (counts: ClosingCounts) => string;
  readonly next: string;
  readonly otherActors: (steps: number, whose: string) => string;
  readonly noStepOf: (actor: string) => string;
}

export interface ClosingCounts {
  readonly byHand: number;
  readonly byChorus: number;
  readonly waiting: number;
  readonly resources: number;
  readonly inOrder: number;
  readonly toDo: number;
  readonly unknown: number;
  readonly accepted: number;
  readonly paused: number;
}

export type NoticeWords = {
  readonly [N in Notice["notice"]]: (subject: string, count: number, date: string) => string;
};

export interface RunWords {
  readonly record: RecordWords;
  /** In place of their names, where they are many. */
  readonly applications: Counted;
  readonly asking: (environment: string, application: string, asked: number) => string;
  readonly asked: (environment: string, application: string, answered: number) => string;
  readonly moving: (environment: string, application: string, answered: number, asked: number) => string;
  /** What failed and is tried again: which try comes next, of how many. */
  readonly retrying: Readonly<Record<"invalid-client" | "account-rejected" | "quota" | "other", (tries: number, of: number) => string>>;
  readonly becameTrue: string;
  readonly drifted: string;
  readonly attested: string;
  readonly wrote: (values: string) => string;
  readonly writeRefused: (status: string) => string;
  readonly held: string;
  readonly changes: Readonly<Record<PlanChange, string>>;
  readonly recorded: (file: string, subjects: number) => string;
  readonly attestedBy: (address: string, by: string, until: string) => string;
  readonly acceptedBy: (address: string, by: string, until: string) => string;
  readonly requestEvents: Readonly<Record<RequestEventName, string>>;
  readonly requestNoted: (address: string, event: string, by: string, reason: string | undefined) => string;
  readonly requestsLater: Counted;
  readonly requestsUndecided: Counted;
  readonly requestsWaiting: Counted;
  readonly notedIn: (file: string) => string;
  /** Words for what blocks a step that lead to a guide. */
  readonly blockedReasons: (words: string) => string;
  readonly nothingAsked: string;
  readonly attestationsIn: (file: string) => string;
  /** Evidence that nothing here can look into. */
  readonly unread: (file: string) => string;
}
