import type { Desired } from "../../src/model/desired.ts";
import type { ByName, Scenario, ScenarioEnvironment } from "../../src/simulator/scenario.ts";
import { doneScenario } from "./done-world.ts";
import { measuredProject, type RunFigures } from "./measured-run.ts";
import { APIS, clients, concentrateur, direct, editeur, type SizedConfiguration } from "./sized-configurations.ts";

/** What a run costs, by the simulator's own log, beside the most that it may cost. */
export interface JudgedBar {
  readonly what: string;
  readonly seen: number;
  readonly most: number;
  readonly isMet: boolean;
}

declare module "vitest" {
  interface TaskMeta {
    /** What the report says of a run. */
    bars?: readonly JudgedBar[];
  }
}

export interface BarCase {
  readonly name: string;
  /** @param size structures, or clients */
  readonly judge: (size: number) => Promise<readonly JudgedBar[]>;
}

/** Everything is there, nothing fails, nothing is known yet. */
const cold = (name: string, configure: (size: number) => SizedConfiguration, mostRequests: (size: number) => number): BarCase => ({
  name,
  judge: async (size) => {
    const project = await measuredProject(configure(size), doneScenario);
    try {
      const run = await project.run();
      return [...barsOf(run, mostRequests(size)), bar("things left open", run.open.length, 0)];
    } finally {
      await project.close();
    }
  },
});

/** One client in twenty has something to ask about a quarter of an hour later; the answers about the others will do. */
const again = (name: string, { worldOf = doneScenario, joins = false, most = tenth }: Again): BarCase => ({
  name,
  judge: async (size) => {
    const configuration = concentrateur(size);
    const first = joins ? { "clients.csv": clients(size - Math.ceil(size / 20)) } : configuration.others;
    const project = await measuredProject(configuration, worldOf, first);
    try {
      await project.run();
      project.write("clients.csv", clients(size));
      project.advance(15 * 60_000);
      return barsOf(await project.run({ maxAgeMs: 86_400_000 }), most(size));
    } finally {
      await project.close();
    }
  },
});

interface Again {
  readonly worldOf?: (desired: Desired) => Scenario;
  /** They are new in the list. */
  readonly joins?: boolean;
  readonly most?: (size: number) => number;
}

const tenth = (size: number): number => 0.1 * size + 20;

const barsOf = ({ requests, wallMs, paceMs, bound, busiest }: RunFigures, mostRequests: number): readonly JudgedBar[] => [
  bar("requests", requests, mostRequests),
  bar(bound === "all" ? "ms, by the common cap" : "ms, by the slowest application", wallMs, Math.floor(1.05 * paceMs + 2000)),
  bar("of its pace, in any second", busiest, 1),
];

const bar = (what: string, seen: number, most: number): JudgedBar => ({ what, seen, most, isMet: seen <= most });

/** One in twenty is refused: a password that is not the one that was stored. */
const withRefused = (desired: Desired): Scenario =>
  inProduction(doneScenario(desired), ({ comptesTechniques = {}, ...rest }) => ({ ...rest, comptesTechniques: spoilt(comptesTechniques, { motDePasse: "another" }) }));

/** One in twenty has not opened the espace. */
const withClosed = (desired: Desired): Scenario =>
  inProduction(doneScenario(desired), ({ structures = {}, ...rest }) => ({ ...rest, structures: spoilt(structures, { espaces: ["raccordements"] }) }));

const inProduction = (scenario: Scenario, change: (production: ScenarioEnvironment) => ScenarioEnvironment): Scenario => ({
  ...scenario,
  environments: { ...scenario.environments, production: change(scenario.environments.production ?? {}) },
});

const spoilt = <One extends object>(all: ByName<One>, change: Partial<One>): ByName<One> =>
  Object.fromEntries(Object.entries(all).map(([name, one], index) => [name, index % 20 === 1 ? { ...one, ...change } : one]));

const WITH_BULK = [...APIS, "organisations"];

export const BAR_CASES: readonly BarCase[] = [
  cold("direct", direct, tenth),
  cold("direct, with organisations", (size) => direct(size, WITH_BULK), tenth),
  cold("concentrateur", concentrateur, (size) => 2 * size + 20),
  cold("concentrateur, with organisations", (size) => concentrateur(size, WITH_BULK), (size) => 2 * size + 20),
  again("concentrateur again, 5 % new", { joins: true }),
  again("concentrateur again, 5 % refused", { worldOf: withRefused }),
  // What was denied is no stale fact: it is asked anew in every run, and an empty list is looked at three times.
  again("concentrateur again, 5 % closed", { worldOf: withClosed, most: (size) => 0.15 * size + 20 }),
  cold("editeur", editeur, (size) => (APIS.length + 4) * size + 20),
];
