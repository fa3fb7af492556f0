import type { Applied } from "../apply/apply-plan.ts";
import type { Address } from "../model/address.ts";
import { defined } from "../model/defined.ts";
import type { Observations } from "../model/observation.ts";
import { questionKey, type Question } from "../model/question.ts";
import { observe, type Progress } from "../observe/observe.ts";
import { signatureOf } from "../observe/signature.ts";
import type { Assessed } from "../plan/assess.ts";
import { dependentsOf } from "../plan/dependents.ts";
import { plan, planFrom, type Plan } from "../plan/plan.ts";
import type { Ports } from "../ports/ports.ts";
import { openObservationCache } from "../state/observation-cache.ts";
import type { Live } from "./live.ts";
import { readAgain, type Project } from "./open-project.ts";
import { questionsOf } from "./questions.ts";
import { recordPlan } from "./record.ts";

/** Where a run stands while somebody works through what its plan asks. */
export interface Underway {
  /** With what is kept beside the configuration as it was last read. */
  readonly project: Project;
  readonly plan: Plan;
  /** What this run wrote itself, which it knows better than the answers of before. */
  readonly written: ReadonlyMap<Address, Assessed>;
  /** Changes that nobody reviewed: not recorded. */
  readonly held: ReadonlySet<Address>;
}

export interface AgainOptions {
  readonly signal: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

type AgainPorts = Pick<Ports, "clock" | "files">;

/** What was applied and recorded, to go on from. */
export const goOnFrom = async (project: Project, before: Plan, { plan: applied, held }: Applied, ports: AgainPorts): Promise<Underway> => {
  const known = new Set(before.assessed);
  const written = new Map(applied.assessed.filter((one) => !known.has(one)).map((one) => [one.resource.address, one]));
  return planAgain({ project, plan: before, written, held }, before.input.observations, ports);
};

/**
 * Asks the platforms once more about some resources, and about those that depend on them as far as these are not known
 * to be so; plans on what is now known, and records what changed. Cut short, it keeps what came.
 */
export const observeAgain = async (
  underway: Underway,
  about: readonly Address[],
  live: Live,
  ports: AgainPorts,
  { signal, onProgress }: AgainOptions,
): Promise<Underway> => {
  const { project, plan: before, written } = underway;
  const { observations } = before.input;
  const questions = questionsAgain(before, about, observations);
  const asked = new Set(questions.map(questionKey));
  const known = new Map([...observations].filter(([key]) => !asked.has(key)));
  const { clock, files } = ports;
  const cache = openObservationCache(project.folder, { files, now: () => clock.now(), signature: (question) => signatureOf(live.world, question) });
  const answers = await observe(questions, defined({
    world: live.world,
    client: live.again(signal),
    known,
    onProgress,
    onAnswer: (question: Question, answer) => cache.add(question, answer),
  }));
  await cache.flush();
  await live.remember();
  const stillWritten = new Map([...written].filter(([address]) => !about.includes(address)));
  const now = await planAgain({ ...underway, written: stillWritten }, new Map([...known, ...answers]), ports);
  await recordPlan(now.project, now.plan, clock.now(), now.held);
  return now;
};

/** Plans on what is kept now: somebody attested, or noted what became of a request. Asks nobody anything. */
export const planAgain = async (underway: Underway, observations: Observations, ports: AgainPorts): Promise<Underway> => {
  const project = await readAgain(underway.project, ports);
  const { records } = project.state;
  const { attestations, requests } = project;
  const planned = plan({ ...underway.plan.input, records, attestations, requests, observations, nowMs: ports.clock.now() });
  const assessed = planned.assessed.map((one) => underway.written.get(one.resource.address) ?? one);
  return { ...underway, project, plan: planFrom(planned.input, assessed) };
};

const questionsAgain = ({ assessed, input }: Plan, about: readonly Address[], observations: Observations): readonly Question[] => {
  const resources = assessed.map(({ resource }) => resource);
  const named = new Set(about);
  const dependents = dependentsOf(about, resources);
  return [
    ...questionsOf(resources.filter(({ address }) => named.has(address)), input.records),
    ...questionsOf(resources.filter(({ address }) => dependents.has(address) && !named.has(address)), input.records).filter(
      (question) => observations.get(questionKey(question))?.answer !== "true",
    ),
  ];
};
