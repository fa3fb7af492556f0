import { resolve } from "node:path";
import { ChorusError } from "../diagnostics/chorus-error.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import { cliMessages } from "../messages/cli-messages.ts";
import { readScenario } from "../config/read-scenario.ts";
import { UNRESOLVABLE_HOST } from "../simulator/faults/addresses.ts";
import { FAULT_NAMES } from "../simulator/faults/fault-names.ts";
import { parseFault } from "../simulator/faults/parse-fault.ts";
import { parseIso } from "../simulator/iso-time.ts";
import type { Scenario, ScenarioFault } from "../simulator/scenario.ts";
import { startSimulator, type Simulator } from "../simulator/simulator.ts";
import { hasCode } from "../ports/error-code.ts";
import { screenFor, type CommandContext } from "./context.ts";
import { DONE } from "./exit-code.ts";
import { openRequestLog, type LogFile } from "./request-log-file.ts";

export interface SimulateOptions {
  readonly port?: string;
  readonly expose?: string;
  readonly printEnv?: boolean;
  readonly now?: string;
  readonly fault?: readonly string[];
  readonly faultSeed?: string;
  readonly log?: string;
  readonly seed?: string;
  readonly structures?: string;
  readonly topology?: Topology;
}

/** A world to be generated in the place of a scenario that is read. */
interface Generation {
  readonly seed: number;
  readonly structures: number;
  readonly topology: Topology;
}

type Topology = "direct" | "editeur" | "concentrateur";

/** `chorus simulate [SCENARIO]`: a PISTE and a Chorus Pro on this machine, until interrupted. */
export const run = async (context: CommandContext, [file]: readonly string[], options: SimulateOptions): Promise<number> => {
  const { clock, files, randomness, terminal } = context.ports;
  const port = portOf(options.port);
  const faults = faultsOf(options.fault ?? []);
  const faultSeed = seedOf("--fault-seed", options.faultSeed);
  const startAt = startOf(options.now);
  // The ages in a generated world are counted from its own present: accounts are as young in ten years.
  const scenario = await scenarioOf(context, file, generationOf(file, options), startAt ?? clock.now());
  const log = options.log === undefined ? undefined : await openRequestLog(options.log, context.cwd, files);
  const startedAt = clock.now();
  const simulator = await start(scenario, {
    now: () => (startAt === undefined ? clock.now() : startAt + clock.now() - startedAt),
    random: () => randomness.fraction(),
    secret: () => randomness.uuid(),
    sleep: (ms) => clock.sleep(ms),
    faults,
    ...(faultSeed === undefined ? {} : { faultSeed }),
    ...(log === undefined ? {} : { log: log.add }),
    ...(port === undefined ? {} : { port }),
    ...(options.expose === undefined ? {} : { host: options.expose, exposed: true }),
  });
  const messages = cliMessages(screenFor(context, terminal.stderr).language);
  terminal.stderr.write(`${messages.simulating(simulator.url)}\n${messages.practiceOnly}\n`);
  if (options.expose !== undefined) terminal.stderr.write(`${messages.simulationExposed(options.expose)}\n`);
  if (options.printEnv === true) {
    for (const [name, value] of Object.entries(variablesOf(simulator))) terminal.stdout.write(`export ${name}=${value}\n`);
  }
  return untilAborted(context.signal, simulator, log);
};

const scenarioOf = async (
  { cwd, ports }: CommandContext,
  file: string | undefined,
  generation: Generation | undefined,
  now: number,
): Promise<Scenario> => {
  if (generation === undefined) return readScenario(resolve(cwd, file ?? ""), ports.files);
  const { generateWorld } = await import("../simulator/generate/generate-world.ts");
  return generateWorld({ ...generation, now });
};

const start = async (...[scenario, options]: Parameters<typeof startSimulator>): ReturnType<typeof startSimulator> => {
  try {
    return await startSimulator(scenario, options);
  } catch (error) {
    if (options.host !== undefined && hasCode(error, "EADDRNOTAVAIL", "ENOTFOUND", "EAI_AGAIN", "EINVAL")) return refuse("--expose", options.host);
    if (!hasCode(error, "EADDRINUSE", "EACCES")) throw error;
    throw new ChorusError([diagnostic("CHR-PORT-TAKEN", "error", { port: String(options.port) })], { cause: error });
  }
};

/** Where to find it, and the trust it needs: a name that does not resolve is trusted too, so that it is looked up. */
const variablesOf = (simulator: Simulator): Readonly<Record<string, string>> => {
  const addresses = simulator.environmentVariables();
  const isLost = Object.values(addresses).some((url) => url.includes(UNRESOLVABLE_HOST));
  return {
    CHORUS_SIMULATOR_URL: simulator.url,
    ...addresses,
    CHORUS_TRUST: isLost ? `loopback,host:${UNRESOLVABLE_HOST}` : "loopback",
  };
};

/** A log that can no longer be written ends the run: what it proves must be whole. */
const untilAborted = async (signal: AbortSignal, simulator: Simulator, log: LogFile | undefined): Promise<number> => {
  try {
    await Promise.race([aborted(signal), ...(log === undefined ? [] : [log.failed])]);
  } finally {
    await simulator.close();
  }
  await log?.close();
  return DONE;
};

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolved) => {
    if (signal.aborted) resolved();
    signal.addEventListener("abort", () => resolved(), { once: true });
  });

const portOf = (text: string | undefined): number | undefined => integerOf("--port", text, 65_535);

const seedOf = (option: string, text: string | undefined): number | undefined =>
  integerOf(option, text, Number.MAX_SAFE_INTEGER);

/** The instant at which the simulated time starts. */
const startOf = (text: string | undefined): number | undefined => {
  if (text === undefined) return undefined;
  return parseIso(text) ?? refuse("--now", text);
};

/** Each value may hold several, between spaces: a variable has but one value. */
const faultsOf = (values: readonly string[]): readonly ScenarioFault[] =>
  values
    .flatMap((value) => value.split(/\s+/u))
    .filter((text) => text !== "")
    .map((text) => {
      const fault = parseFault(text);
      if (!("problem" in fault)) return fault;
      return refuse("--fault", text, fault.problem === "name" ? FAULT_NAMES.join(", ") : FAULT_FORM);
    });

/** What to generate; undefined where a scenario was named. One of the two must be. */
const generationOf = (file: string | undefined, { seed, structures, topology }: SimulateOptions): Generation | undefined => {
  const isAsked = seed !== undefined || structures !== undefined || topology !== undefined;
  if (file !== undefined && isAsked) {
    throw new ChorusError([diagnostic("CHR-USAGE", "error", { problem: "excess-arguments", value: file })]);
  }
  if (!isAsked && file === undefined) {
    throw new ChorusError([diagnostic("CHR-USAGE", "error", { problem: "missing-argument", value: "scenario" })]);
  }
  if (!isAsked) return undefined;
  return {
    seed: seedOf("--seed", seed) ?? 1,
    structures: integerOf("--structures", structures, MAX_STRUCTURES, 1) ?? DEFAULT_STRUCTURES,
    topology: topology ?? "direct",
  };
};

const integerOf = (option: string, text: string | undefined, maximum: number, minimum = 0): number | undefined => {
  if (text === undefined) return undefined;
  const value = /^[0-9]+$/u.test(text) ? Number(text) : -1;
  return value >= minimum && value <= maximum ? value : refuse(option, text);
};

const refuse = (of: string, value: string, allowed?: string): never => {
  const said = allowed === undefined ? {} : { allowed };
  throw new ChorusError([diagnostic("CHR-USAGE", "error", { problem: "invalid-argument", value, of, ...said })]);
};

const FAULT_FORM = "FAULT[=5%][@/ROUTE][@ENVIRONMENT][,delayMs=N][,retryAfterS=N][,skewMs=N]";
const DEFAULT_STRUCTURES = 100;
const MAX_STRUCTURES = 100_000;
