import { expectedConditions, isAsExpected, type ExpectedStatus } from "../simulator/expected-conditions.ts";
import { configurationOf } from "../../src/simulator/generate/configuration-of.ts";
import type { Topology } from "../../src/simulator/generate/draft.ts";
import { generateWorld } from "../../src/simulator/generate/generate-world.ts";
import type { ScenarioFault, ScenarioSettings } from "../../src/simulator/scenario.ts";
import { onSchedule } from "./on-schedule.ts";
import { startProject } from "./project.ts";
import { NOON } from "./virtual-clock.ts";
import { desiredFrom } from "./world.ts";

/**
 * One generated world under faults, planned over real sockets on a clock of its own. The verdict of every condition is
 * held against what the scenario's data say, which knows nothing of the faults, nor of the product.
 */
export const judgeFaultyWorld = async (seed: number, structures: number): Promise<JudgedWorld> => {
  const topology = TOPOLOGIES[seed % TOPOLOGIES.length] ?? "direct";
  const options = { seed, structures, topology, now: NOON };
  const scenario = { ...generateWorld(options), settings: settingsOf(seed) };
  const { "chorus.config.yaml": yaml = "", ...others } = configurationOf(options);
  const desired = await desiredFrom(yaml, others);
  const project = await startProject(scenario, { yaml, secrets: {}, others }, onSchedule({ faults: FAULTS, faultSeed: seed }));
  try {
    const { document } = (await project.refresh()).plan;
    const looked = { fromMs: NOON, toMs: project.clock.now() };
    const expected = expectedConditions(desired, scenario, looked);
    const said = document.resources.flatMap(({ address, conditions }) => conditions.map((condition) => ({ name: `${address} ${condition.type}`, condition })));
    const wrong: string[] = [];
    const unknown = new Map<string, number>();
    const lost = new Map<string, number>();
    const add = (counts: Map<string, number>, key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1);
    for (const { name, condition: { status, unknown: kind = "", reason } } of said) {
      const should = expected.get(name);
      if (status !== "unknown" && !agrees(should, status)) wrong.push(`${name} is ${status} (${reason}), and should be ${should}`);
      if (status === "unknown") add(unknown, kind);
      if (status === "unknown" && !isAsExpected(should, status)) add(lost, `${kind}, ${reason}`);
    }
    const named = new Set(said.map(({ name }) => name));
    const log = project.simulator.requests();
    return {
      seed,
      topology,
      verdicts: said.length,
      yes: said.filter(({ condition }) => condition.status === "true").length,
      no: said.filter(({ condition }) => condition.status === "false").length,
      wrong: [...wrong, ...[...expected.keys()].filter((name) => !named.has(name)).map((name) => `${name} is not in the plan`)],
      unknown: Object.fromEntries(unknown),
      lost: Object.fromEntries(lost),
      requests: log.length,
      faults: log.filter(({ injected }) => injected !== undefined).length,
      virtualMs: looked.toMs - looked.fromMs,
    };
  } finally {
    await project.close();
  }
};

/** The behaviours that nobody has confirmed, in turn. */
const settingsOf = (seed: number): ScenarioSettings => {
  const turn = Math.floor(seed / TOPOLOGIES.length);
  const inTurn = <T>(values: readonly [T, ...T[]]): T => values[turn % values.length] ?? values[0];
  return {
    missingRaccordement: inTurn(["none", "structures", "all-but-factures", "all"]),
    quotaBody: inTurn(["empty", "object", "message", "text"]),
    emptyForbiddenBody: inTurn(["empty", "empty", "object"]),
    statutRattachement: inTurn(["ACTIF", "ACTIVE", "VALIDE", "VALIDEE", "ACTIF"]),
    rattachementsField: inTurn(["listeStructureRattachement", "listeRattachements", "listeStructureRattachement"]),
  };
};

/** True or false is right where the data say the same, or change while one looks. */
const agrees = (should: ExpectedStatus | undefined, status: string): boolean =>
  should !== undefined && should !== "unknown" && isAsExpected(should, status);

export interface JudgedWorld {
  readonly seed: number;
  readonly topology: Topology;
  readonly verdicts: number;
  /** Of them, true and false. */
  readonly yes: number;
  readonly no: number;
  /** Each verdict of true or false that the data contradict, or do not allow. */
  readonly wrong: readonly string[];
  /** By class. */
  readonly unknown: Readonly<Record<string, number>>;
  /** By class and reason: unknown, though the data could be told where nothing fails. */
  readonly lost: Readonly<Record<string, number>>;
  readonly requests: number;
  /** Requests that a fault struck. */
  readonly faults: number;
  readonly virtualMs: number;
}

/** What integrators measured, and some of everything else. */
const FAULTS: readonly ScenarioFault[] = [
  { fault: "invalid-client", rate: 0.1 },
  { fault: "401-piste", rate: 0.05 },
  { fault: "401-default-realm", rate: 0.01 },
  { fault: "429", rate: 0.01 },
  { fault: "429-retry-after", rate: 0.01, retryAfterS: 2 },
  { fault: "429-retry-after-date", rate: 0.01, retryAfterS: 3 },
  { fault: "500", rate: 0.005 },
  { fault: "502", rate: 0.005 },
  { fault: "503", rate: 0.01 },
  { fault: "reset", rate: 0.01 },
  { fault: "slow-headers", rate: 0.02, delayMs: 5_000 },
  { fault: "slow-body", rate: 0.02, delayMs: 5_000 },
];

const TOPOLOGIES: readonly Topology[] = ["direct", "editeur", "concentrateur"];
