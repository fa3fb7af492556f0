import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { NO_TRUST } from "../../src/piste/trust.ts";
import { nodeFiles } from "../../src/ports/node-files.ts";
import { nodeProcesses } from "../../src/ports/node-processes.ts";
import type { Files, Ports } from "../../src/ports/ports.ts";
import type { ApplyEvent } from "../../src/apply/events.ts";
import { apply } from "../../src/operations/apply.ts";
import { connect, type Live } from "../../src/operations/live.ts";
import type { Freshness } from "../../src/operations/observe-project.ts";
import { openProject, type Project } from "../../src/operations/open-project.ts";
import { planLive } from "../../src/operations/plan-live.ts";
import { planOffline } from "../../src/operations/plan.ts";
import { recordPlan } from "../../src/operations/record.ts";
import type { PlanDocument, SealedPlan } from "../../src/plan/plan-document.ts";
import type { Plan } from "../../src/plan/plan.ts";
import { sealPlan } from "../../src/plan/seal-plan.ts";
import type { Scenario } from "../../src/simulator/scenario.ts";
import { openMachineMemory } from "../../src/state/machine-memory.ts";
import { startSimulator, type Simulator, type SimulatorOptions } from "../../src/simulator/simulator.ts";
import { temporaryFolder } from "./files.ts";
import { virtualClock, type VirtualClock } from "./virtual-clock.ts";
import { seeded } from "./world.ts";

/** A project in a real folder, with a simulator for its platforms, run as the commands run it. */
export interface TestProject {
  readonly folder: string;
  readonly simulator: Simulator;
  readonly clock: VirtualClock;
  readonly ports: Ports;
  open(): Promise<Project>;
  /** Observes and records. */
  refresh(freshness?: Freshness): Promise<{ readonly plan: Plan; readonly subjects: number }>;
  offline(): Promise<SealedPlan>;
  apply(options?: ApplyOptions): Promise<AppliedOnce>;
  /** Rewrites the configuration. */
  configure(text: string): void;
  change(patch: unknown): Promise<void>;
  close(): Promise<void>;
}

export interface ApplyOptions {
  readonly reviewed?: SealedPlan;
  readonly mayWrite?: boolean;
  /** What happens between the plan and its application. */
  readonly between?: () => Promise<void>;
}

export interface AppliedOnce {
  readonly events: readonly ApplyEvent[];
  readonly document: PlanDocument;
  readonly subjects: number;
}

/** On which time a project runs, where it is not the plain virtual clock. */
export interface ProjectTiming {
  readonly clock?: VirtualClock;
  readonly files?: Files;
  readonly simulated?: Partial<SimulatorOptions>;
  readonly around?: (live: Live) => Live;
}

export const startProject = async (
  scenario: Scenario,
  { yaml, secrets, others = {} }: { readonly yaml: string; readonly secrets: Record<string, string>; readonly others?: Record<string, string> },
  { clock = virtualClock(), files = nodeFiles, simulated = {}, around = (live) => live }: ProjectTiming = {},
): Promise<TestProject> => {
  const folder = temporaryFolder();
  const simulator = await startSimulator(scenario, { now: () => clock.now(), random: seeded(), ...simulated });
  const entry = join(folder, "chorus.config.yaml");
  writeFileSync(entry, yaml);
  for (const [file, text] of Object.entries(others)) writeFileSync(join(folder, file), text);
  const output = { isTerminal: false, width: undefined, write: () => {} };
  let drawn = 0;
  const ports: Ports = {
    clock,
    files,
    variables: { ...secrets, ...simulator.environmentVariables() },
    terminal: { stdout: output, stderr: output, ask: async () => undefined, converse: async () => undefined },
    randomness: { uuid: () => `lineage-${++drawn}`, fraction: () => 0.5 },
    processes: nodeProcesses,
    clipboard: { copy: async () => "sent" },
  };
  const trust = { ...NO_TRUST, loopback: true };
  const open = () => openProject(ports, { entry, trust, live: true });
  const planned = async (project: Project, freshness: Freshness = {}) => {
    const live = around(connect(ports, project, trust, { memory: await openMachineMemory(project.folder, ports, freshness.everything) }));
    return { live, plan: (await planLive(project, live, ports, freshness)).plan };
  };
  return {
    folder,
    simulator,
    clock,
    ports,
    open,
    async refresh(freshness) {
      const project = await open();
      const { live, plan } = await planned(project, freshness);
      await live.close();
      return { plan, subjects: await recordPlan(project, plan, clock.now()) };
    },
    offline: async () => sealPlan(planOffline(await open(), clock.now())),
    async apply({ reviewed, mayWrite = true, between } = {}) {
      const project = await open();
      const { live, plan } = await planned(project);
      await between?.();
      const events: ApplyEvent[] = [];
      const running = apply(plan, live, { mayWrite, ...(reviewed === undefined ? {} : { reviewed }) });
      let step = await running.next();
      for (; step.done !== true; step = await running.next()) events.push(step.value);
      await live.close();
      const { plan: after, held } = step.value;
      return { events, document: after.document, subjects: await recordPlan(project, after, clock.now(), held) };
    },
    configure: (text) => writeFileSync(entry, text),
    async change(patch) {
      const answer = await fetch(`${simulator.url}/admin/scenario`, { method: "PATCH", body: JSON.stringify(patch) });
      if (answer.status !== 204) throw new Error(await answer.text());
    },
    close: () => simulator.close(),
  };
};
