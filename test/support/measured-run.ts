import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { createWorld } from "../../src/observe/access.ts";
import type { Freshness } from "../../src/operations/observe-project.ts";
import { ENVIRONMENTS } from "../../src/model/environment.ts";
import type { Desired } from "../../src/model/desired.ts";
import type { Scenario } from "../../src/simulator/scenario.ts";
import type { RequestLogEntry } from "../../src/simulator/request-log.ts";
import { onSchedule } from "./on-schedule.ts";
import { startProject } from "./project.ts";
import type { SizedConfiguration } from "./sized-configurations.ts";
import { desiredFrom } from "./world.ts";
import { secretsOf } from "./done-world.ts";

/** What one run cost, as the simulator saw it. */
export interface RunFigures {
  readonly requests: number;
  /** From the first thing to the last, on the clock of the run. */
  readonly wallMs: number;
  /** The least that the pace allows: the application that has most to ask for its rate, or all under the common cap. */
  readonly paceMs: number;
  /** What set {@link paceMs}. */
  readonly bound: "application" | "all";
  /** Of any application, the most requests in a second, over what it may send in one. */
  readonly busiest: number;
  /** What it found undone, or could not tell. */
  readonly open: readonly string[];
}

export interface MeasuredProject {
  run(freshness?: Freshness): Promise<RunFigures>;
  advance(ms: number): void;
  /** Writes a file of the configuration anew. */
  write(file: string, text: string): void;
  close(): Promise<void>;
}

/**
 * A configuration over a world, whose runs are measured.
 *
 * @param first what the files that it includes hold at first
 */
export const measuredProject = async (
  { yaml, others }: SizedConfiguration,
  scenarioOf: (desired: Desired) => Scenario,
  first: SizedConfiguration["others"] = others,
): Promise<MeasuredProject> => {
  const desired = await desiredFrom(yaml, others);
  let log: RequestLogEntry[] = [];
  const timing = onSchedule({ log: (entry) => void log.push(entry) });
  const project = await startProject(scenarioOf(desired), { yaml, others: first, secrets: secretsOf(desired) }, timing);
  return {
    async run(freshness) {
      log = [];
      const startedAt = project.clock.now();
      const { document } = (await project.refresh(freshness)).plan;
      const wallMs = project.clock.now() - startedAt;
      const open = document.resources.filter(({ conditions }) => conditions[0]?.status !== "true" && conditions[0]?.unknown !== "unprovable");
      return { requests: log.length, wallMs, ...paceOf(log, desired), open: open.map(({ address }) => address) };
    },
    advance: (ms) => project.clock.advance(ms),
    write: (file, text) => writeFileSync(join(project.folder, file), text),
    close: () => project.close(),
  };
};

const paceOf = (log: readonly RequestLogEntry[], desired: Desired): Pick<RunFigures, "paceMs" | "bound" | "busiest"> => {
  const rates = ratesOf(desired);
  const times = new Map<string, number[]>();
  for (const { environment, application, time } of log) {
    const key = `${environment}/${application}`;
    const before = times.get(key);
    if (before === undefined) times.set(key, [Date.parse(time)]);
    else before.push(Date.parse(time));
  }
  let slowestMs = 0;
  let busiest = 0;
  for (const [key, at] of times) {
    const perSecond = rates.get(key) ?? Number.NaN;
    slowestMs = Math.max(slowestMs, (at.length / perSecond) * 1000);
    busiest = Math.max(busiest, mostInASecond(at) / perSecond);
  }
  const allMs = (log.length / ALL_PER_SECOND) * 1000;
  return { paceMs: Math.max(slowestMs, allMs), bound: allMs > slowestMs ? "all" : "application", busiest };
};

/** What each application may be asked in a second: quota times share. By its name on PISTE. */
const ratesOf = (desired: Desired): ReadonlyMap<string, number> => {
  const world = createWorld(desired, {});
  return new Map(
    ENVIRONMENTS.flatMap((environment) =>
      Object.entries(desired.environments[environment]?.applications ?? {}).flatMap(([name, { nom }]) => {
        const access = world.application(environment, name);
        return typeof access === "object" ? [[`${environment}/${nom}`, access.rates.perSecond] as const] : [];
      }),
    ),
  );
};

/** Of times in order, the most that fall in any second. */
const mostInASecond = (times: readonly number[]): number => {
  const ordered = times.toSorted((a, b) => a - b);
  let most = 0;
  let from = 0;
  for (const [index, at] of ordered.entries()) {
    while (at - (ordered[from] ?? at) >= 1000) from++;
    most = Math.max(most, index - from + 1);
  }
  return most;
};

/** The cap over all applications together. */
const ALL_PER_SECOND = 200;
