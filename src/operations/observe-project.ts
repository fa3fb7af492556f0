import type { Address } from "../model/address.ts";
import { defined } from "../model/defined.ts";
import { durationMs } from "../model/instant.ts";
import type { Observations } from "../model/observation.ts";
import { questionKey, type Question } from "../model/question.ts";
import type { RequestEstimate } from "../model/request-estimate.ts";
import type { Resource } from "../model/resource.ts";
import type { World } from "../observe/access.ts";
import { estimateRequests } from "../observe/estimate.ts";
import { observe, type Progress } from "../observe/observe.ts";
import { signatureOf } from "../observe/signature.ts";
import type { Ports } from "../ports/ports.ts";
import { openObservationCache, type ObservationCache } from "../state/observation-cache.ts";
import { beginRun } from "../state/run-marker.ts";
import type { Live } from "./live.ts";
import type { ReadableProject } from "./open-project.ts";
import { questionsOf } from "./questions.ts";

/** How much is asked anew. */
export interface Freshness {
  /** Answers of yes that are not older are taken as they are; the configuration's where absent. */
  readonly maxAgeMs?: number;
  /** Everything is asked, also what is fresh, or was refused of late, or takes a request of its own. */
  readonly everything?: boolean;
  /** Only these are asked about; absent: all. */
  readonly changed?: ReadonlySet<Address>;
}

export interface ObserveProjectOptions extends Freshness {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

export interface Observed {
  readonly observations: Observations;
  /** Answers of before that were fresh enough. */
  readonly reused: number;
}

export type ObservePorts = Pick<Ports, "clock" | "files" | "processes">;

/**
 * Asks the platforms what is not known freshly enough. Each answer goes into this machine's cache as it comes: a run that
 * was cut short goes on from there.
 */
export const observeProject = async (
  project: ReadableProject,
  resources: readonly Resource[],
  live: Live,
  ports: ObservePorts,
  options: ObserveProjectOptions,
): Promise<Observed> => {
  const { folder } = project;
  const { signal, onProgress } = options;
  const run = await beginRun(folder, ports);
  const { asked, fresh, cache } = await chooseQuestions(project, resources, live.world, ports, { ...options, resumeSinceMs: run.interruptedSinceMs });
  const observed = await observe(asked, defined({
    world: live.world,
    client: live.client,
    known: fresh,
    onProgress,
    onAnswer: (question: Question, observation) => cache.add(question, observation),
  }));
  await cache.flush();
  if (signal?.aborted !== true) await run.end();
  return { observations: fresh.size === 0 ? observed : new Map([...fresh, ...observed]), reused: fresh.size };
};

/** What a plan would ask the platforms, and with which requests: nothing is sent, nothing is written. */
export const explainRequests = async (
  project: ReadableProject,
  resources: readonly Resource[],
  world: World,
  ports: ObservePorts,
  options: Freshness,
): Promise<{ readonly estimates: readonly RequestEstimate[]; readonly reused: number }> => {
  const { asked, fresh } = await chooseQuestions(project, resources, world, ports, options);
  return { estimates: estimateRequests(asked, world), reused: fresh.size };
};

interface Chosen {
  readonly asked: readonly Question[];
  readonly fresh: Observations;
  readonly cache: ObservationCache;
}

const chooseQuestions = async (
  { folder, desired, state }: ReadableProject,
  resources: readonly Resource[],
  world: World,
  { clock, files }: ObservePorts,
  { maxAgeMs, everything = false, changed, resumeSinceMs }: Freshness & { readonly resumeSinceMs?: number | undefined },
): Promise<Chosen> => {
  const cache = openObservationCache(folder, { files, now: () => clock.now(), signature: (question) => signatureOf(world, question) });
  const concerned = resources.filter(({ address }) => changed?.has(address) !== false);
  const questions = questionsOf(concerned, state.records, everything);
  const maxAge = maxAgeMs ?? (desired.maxAge === undefined ? 0 : durationMs(desired.maxAge));
  const since = everything ? Infinity : Math.min(clock.now() - maxAge, resumeSinceMs ?? Infinity);
  const fresh: Observations = since < clock.now() ? await cache.freshSince(since, questions) : new Map();
  const asked = fresh.size === 0 ? questions : questions.filter((question) => !fresh.has(questionKey(question)));
  return { asked, fresh, cache };
};
