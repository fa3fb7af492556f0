import type { EnvironmentName } from "../model/environment.ts";
import { groupBy } from "../model/group-by.ts";
import type { Observation, Observations } from "../model/observation.ts";
import { questionKey, type Question, type QuestionKey } from "../model/question.ts";
import type { ReadClient } from "../piste/client.ts";
import type { Retrying } from "../piste/retry.ts";
import type { World } from "./access.ts";
import { decide } from "./answer.ts";
import { bulkBatches } from "./bulk-batches.ts";
import { inPool } from "./in-pool.ts";
import { inTurn } from "./in-turn.ts";
import { intentionsOf } from "./intentions.ts";
import { createSession, type Session } from "./session.ts";
import { ask, askAfterwards } from "./strategies.ts";
import { correctDisabled } from "./strategies/token.ts";

export interface ObserveOptions {
  readonly world: World;
  readonly client: ReadClient;
  /** What is known already: not asked, and a help where a question stands on it. */
  readonly known?: Observations;
  readonly onProgress?: (progress: Progress) => void;
  /** Called once for each answer, as soon as it is known. */
  readonly onAnswer?: (question: Question, observation: Observation) => void;
}

/** How far the questions of one application have come. */
export interface Progress {
  readonly environment: EnvironmentName;
  readonly application: string;
  readonly answered: number;
  readonly asked: number;
  /** What was refused or failed just now, and is tried again before it is believed. */
  readonly retrying?: Retrying;
}

/** Answers every question once, each application on its own: a slow one holds up no other. Never rejects over an answer. */
export const observe = async (questions: Iterable<Question>, options: ObserveOptions): Promise<Observations> => {
  const { world, client, onProgress } = options;
  const answers: Answers = new Map();
  const groups = byApplication(questions).filter((group) => {
    const finding = closedTo(group, world);
    if (finding !== undefined) for (const question of group.questions) answers.set(questionKey(question), decide(question, { finding }));
    return finding === undefined;
  });
  for (const { questions: all, ...place } of groups) onProgress?.({ ...place, answered: 0, asked: all.length });
  await inTurn(groups, (group) => observeApplication(group, options, answers), { atOnce: APPLICATIONS_AT_ONCE, spare: (until) => client.spare(until) });
  return answers;
};

type Answers = Map<QuestionKey, Observation>;

/** All that is asked through one application. */
interface Group {
  readonly environment: EnvironmentName;
  readonly application: string;
  readonly questions: readonly Question[];
}

const byApplication = (questions: Iterable<Question>): readonly Group[] => {
  const distinct = new Map<QuestionKey, Question>();
  for (const question of questions) {
    const key = questionKey(question);
    if (!distinct.has(key) || "orElse" in question) distinct.set(key, question);
  }
  const groups = groupBy(distinct.values(), ({ environment, application }) => `${environment}/${application}`);
  return [...groups.values()].flatMap((of) => of.slice(0, 1).map(({ environment, application }) => ({ environment, application, questions: of })));
};

/** Why an application cannot be asked from here. */
const closedTo = ({ environment, application }: Group, world: World): "secret-missing" | "secret-elsewhere" | undefined => {
  const access = world.application(environment, application);
  return access === undefined ? "secret-missing" : access === "elsewhere" ? "secret-elsewhere" : undefined;
};

const observeApplication = async (
  { environment, application, questions }: Group,
  { world, client, known, onProgress, onAnswer }: ObserveOptions,
  answers: Answers,
): Promise<void> => {
  const access = world.application(environment, application);
  if (access === undefined || access === "elsewhere") return;
  let answered = 0;
  const record = (question: Question, observation: Observation): void => {
    answers.set(questionKey(question), observation);
    onAnswer?.(question, observation);
    answered++;
    onProgress?.({ environment, application, answered, asked: questions.length });
  };
  const selects = (api: string): boolean => world.selects(environment, application, api);
  const session = createSession({
    client,
    access,
    account: (name) => world.account(environment, name),
    selects,
    intentions: intentionsOf(questions, selects),
    known: known ?? new Map(),
    onRetry: (retrying) => onProgress?.({ environment, application, answered, asked: questions.length, retrying }),
  });
  await answerAll(session, questions, record);
};

/** Most questions at once, then the subscriptions that they left open, then those that only look at what others met. */
const answerAll = async (
  session: Session,
  questions: readonly Question[],
  record: (question: Question, observation: Observation) => void,
): Promise<void> => {
  const batches = bulkBatches(questions);
  const answerOne = async (question: Question): Promise<void> => {
    const observation = await ask(session, question, batches);
    // The token's answer may yet be corrected by what the gateway says.
    if (question.ask !== "token") record(question, observation);
  };
  const inPhase = groupBy(questions, phaseOf);
  const first = inPhase.get("first") ?? [];
  await inPool(first, CONCURRENCY, answerOne);
  await inPool(inPhase.get("second") ?? [], CONCURRENCY, answerOne);
  for (const question of inPhase.get("last") ?? []) record(question, await askAfterwards(session, question));
  for (const question of first) {
    if (question.ask === "token") record(question, correctDisabled(session, question, await ask(session, question, batches)));
  }
};

const phaseOf = (question: Question): "first" | "second" | "last" => {
  if (question.ask === "subscribed") return "second";
  return question.ask === "raccordement-refused" || (question.ask === "reach" && question.spare === true) ? "last" : "first";
};

/**
 * Questions under way at once for one application. The pace of its requests is kept by the client; this many keep it up
 * while some wait for an answer, or for their next try.
 */
const CONCURRENCY = 64;

/** Applications under way at once: enough to keep up the pace over all of them, which a few dozen usually do. */
const APPLICATIONS_AT_ONCE = 256;
