import { defined } from "../model/defined.ts";
import { durationOf } from "../operations/duration-of.ts";
import { connect, type Live } from "../operations/live.ts";
import { openProject, type Project } from "../operations/open-project.ts";
import { planLive } from "../operations/plan-live.ts";
import { requireTrust } from "../operations/require-trust.ts";
import { selectionOf } from "../operations/selection.ts";
import { wantedResources, type Plan } from "../plan/plan.ts";
import type { Selection } from "../plan/selection.ts";
import type { Ports } from "../ports/ports.ts";
import { openMachineMemory } from "../state/machine-memory.ts";
import type { RunOptions } from "./options.ts";
import { portsFor } from "./run-options.ts";

export interface OpenedRun {
  readonly project: Project;
  readonly ports: Ports;
  readonly selection: Selection | undefined;
}

/** Opens what a run is about. Throws `ChorusError` with all that is wrong. */
export const openRun = async (options: RunOptions, command: string, live: boolean): Promise<OpenedRun> => {
  const ports = portsFor(options);
  const { config: entry, environment, targets, lockTimeout } = options;
  const lockTimeoutMs = lockTimeout === undefined ? undefined : durationOf("lockTimeout", lockTimeout);
  const project = await openProject(ports, defined({ entry, trust: requireTrust(options.trust ?? []), live, command, lockTimeoutMs }));
  const selection = selectionOf(defined({ env: environment, target: targets }), (part) => wantedResources(project.desired, ports.clock.now(), part));
  return { project, ports, selection };
};

/** Observes, plans, and leaves the platforms whatever comes of it. Rejects with the signal's reason where it is aborted. */
export const runLive = async <T>(opened: OpenedRun, options: RunOptions, use: (plan: Plan, live: Live) => Promise<T>): Promise<T> => {
  const { project, ports, selection } = opened;
  const { signal, onEvent, refresh, maxAge } = options;
  signal?.throwIfAborted();
  const memory = await openMachineMemory(project.folder, ports, refresh === true);
  const live = connect(ports, project, requireTrust(options.trust ?? []), defined({ signal, memory }));
  try {
    const { plan } = await planLive(project, live, ports, defined({
      selection,
      signal,
      maxAgeMs: maxAge === undefined ? undefined : durationOf("maxAge", maxAge),
      everything: refresh,
      onProgress: onEvent === undefined ? undefined : (progress) => onEvent({ event: "progress", ...progress }),
    }));
    signal?.throwIfAborted();
    return await use(plan, live);
  } finally {
    await live.close();
  }
};
