import type { Live } from "../../src/operations/live.ts";
import { createReadClient } from "../../src/piste/create-client.ts";
import type { Transport } from "../../src/piste/exchange.ts";
import { nodeFiles } from "../../src/ports/node-files.ts";
import type { SimulatorOptions } from "../../src/simulator/simulator.ts";
import type { ProjectTiming } from "./project.ts";
import { scheduledClock, type ScheduledClock } from "./scheduled-clock.ts";
import { seeded } from "./world.ts";

/** A project's run on a clock that keeps the order of things, the simulator on the same, the network some way off. */
export const onSchedule = (simulated: Partial<SimulatorOptions> = {}): ProjectTiming & { readonly clock: ScheduledClock } => {
  const clock = scheduledClock();
  return {
    clock,
    files: clock.holding(nodeFiles),
    simulated: { ...simulated, sleep: (ms) => clock.sleepBehind(ms) },
    around: (live) => through(distant(clock.holding(live.clientPorts.transport), clock), live),
  };
};

const through = (transport: Transport, live: Live): Live => {
  const clientPorts = { ...live.clientPorts, transport };
  return { ...live, clientPorts, client: createReadClient(clientPorts) };
};

/** Every request is some milliseconds on its way, no two the same, and its answer takes longer. */
const distant = (transport: Transport, clock: ScheduledClock): Transport => {
  const random = seeded();
  const between = ([least, most]: readonly [number, number]): number => Math.round(least + random() * (most - least));
  return {
    ready: () => transport.ready(),
    close: () => transport.close(),
    async send(request) {
      await clock.sleep(between(THERE_MS));
      const exchange = await transport.send(request);
      await clock.sleep(between(BACK_MS));
      return { ...exchange, at: clock.now() };
    },
  };
};

const THERE_MS = [10, 30] as const;
const BACK_MS = [60, 400] as const;
