import type { EnvironmentName } from "../model/environment.ts";
import { groupBy } from "../model/group-by.ts";
import type { Observation, Observations } from "../model/observation.ts";
import { questionKey, type Question, type QuestionKey } from "../model/question.ts";
import type { ReadClient } from "../piste/client.ts";
import type { World } from "./access.ts";
import { unknown } from "./answer.ts";
import { bulkBatches } from "./bulk-batches.ts";
import { inPool } from "./in-pool.ts";
import { createSession, type Session } from "./session.ts";
import { ask, askAfterwards } from "./strategies.ts";
import { correctDisabled } from "./strategies/token.ts";

export interface ObserveOptions {
  readonly world: World;
  readonly client: ReadClient;
  readonly onProgress?: (progress: Progress) => void;
}

/** How far the questions of one application have come. */
export interface Progress {
  readonly environment: EnvironmentName;
  readonly application: string;
  readonly answered: number;
  readonly asked: number;
}

/** Answers every question once, each application on its own: a slow one holds up no other. Never rejects over an answer. */
export const observe = async (questions: Iterable<Question>, options: ObserveOptions): Promise<Observations> => {
  const distinct = new Map<QuestionKey, Question>();
  for (const question of questions) {
    const key = questionKey(question);
    if (!distinct.has(key) || "orElse" in question) distinct.set(key, question);
  }
  const byApplication = groupBy(distinct.values(), ({ environment, application }) => `${environment}/${application}`);
  const answers = await Promise.all([...byApplication.values()].map((group) => observeApplication(group, options)));
  return new Map(answers.flat());
};

type Answer = readonly [QuestionKey, Observation];

const observeApplication = async (
  questions: readonly Question[],
  { world, client, onProgress }: ObserveOptions,
): Promise<readonly Answer[]> => {
  const [first] = questions;
  if (first === undefined) return [];
  const { environment, application } = first;
  const access = world.application(environment, application);
  if (access === undefined || access === "elsewhere") {
    const observation =
      access === undefined ? unknown("not-configured", "secret-missing") : unknown("elsewhere", "secrets-elsewhere");
    return questions.map((question) => [questionKey(question), observation]);
  }
  const session = createSession({
    client,
    access,
    account: (name) => world.account(environment, name),
    selects: (api) => world.selects(environment, application, api),
  });
  let answered = 0;
  const report = () => onProgress?.({ environment, application, answered, asked: questions.length });
  report();
  return answerAll(session, questions, () => {
    answered++;
    report();
  });
};

/** Most questions at once, then the subscriptions that they left open, then those that only look at what others met. */
const answerAll = async (
  session: Session,
  questions: readonly Question[],
  onAnswer: () => void,
): Promise<readonly Answer[]> => {
  const batches = bulkBatches(questions);
  const answerOne = async (question: Question): Promise<Answer | undefined> => {
    const observation = await ask(session, question, batches);
    if (observation !== undefined) onAnswer();
    return observation && [questionKey(question), observation];
  };
  const first = questions.filter((question) => question.ask !== "subscribed");
  const then = questions.filter((question) => question.ask === "subscribed");
  const answers = [...(await inPool(first, CONCURRENCY, answerOne)), ...(await inPool(then, CONCURRENCY, answerOne))];
  const afterwards = questions.flatMap((question): readonly Answer[] => {
    const observation = askAfterwards(session, question);
    if (observation !== undefined) onAnswer();
    return observation === undefined ? [] : [[questionKey(question), observation]];
  });
  const asked = [...first, ...then].map(({ ask: what }) => what);
  const corrected = answers.map((answer, index): Answer | undefined =>
    answer !== undefined && asked[index] === "token" ? [answer[0], correctDisabled(session, answer[1])] : answer,
  );
  return [...corrected.filter((answer) => answer !== undefined), ...afterwards];
};

/** Questions under way at once for one application; the pace of its requests is kept by the client. */
const CONCURRENCY = 16;
