import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { siretOf } from "../../src/simulator/generate/siret.ts";
import type { ResourceRecord } from "../../src/model/condition.ts";
import { chorus, practise, workIn, type Ran } from "../cli/support.ts";
import { DIRECT } from "./direct.ts";
import { doneScenario, secretsOf } from "./done-world.ts";
import type { StorePlace } from "./store-place.ts";
import { desiredFrom } from "./world.ts";

/** A project whose world changes at every turn, so that every run has something to write. */
export interface Disputed {
  readonly cwd: string;
  readonly variables: Readonly<Record<string, string>>;
  /** Of the structures. */
  readonly names: readonly string[];
  run(...args: readonly string[]): Promise<Ran>;
  /** Opens or closes one structure on the platform. */
  stir(): Promise<void>;
  /** Of everything recorded; fails where the state cannot be read. */
  addresses(): Promise<readonly string[]>;
  /** Structures of which the state says otherwise than the platform. */
  isTrue(): Promise<readonly string[]>;
}

/** @param place where its state is kept; absent: in a file beside the configuration */
export const startDisputed = async (place?: StorePlace): Promise<Disputed> => {
  const cwd = await workIn("examples/direct");
  const configuration = place === undefined ? CONFIGURATION : `${CONFIGURATION}state: ${JSON.stringify(place.location)}\n`;
  await writeFile(join(cwd, "chorus.config.yaml"), configuration);
  const desired = await desiredFrom(configuration);
  const practice = await practise(doneScenario(desired));
  const variables = { ...practice.variables, ...secretsOf(desired), ...place?.variables };
  const run = (...args: readonly string[]): Promise<Ran> => chorus(args, { cwd, variables, secrets: place?.secrets ?? [] });
  const closed = new Set<string>();
  const data = async (...args: readonly string[]): Promise<unknown> => {
    const { code, stdout, stderr } = await run("state", ...args, "--format", "json");
    if (code !== 0) throw new Error(stderr);
    return JSON.parse(stdout);
  };
  return {
    cwd,
    variables,
    names: NAMES,
    run,
    async stir() {
      const name = NAMES[Math.floor(Math.random() * NAMES.length)] ?? "";
      const closes = !closed.has(name);
      closed[closes ? "add" : "delete"](name);
      await practice.change({ environments: { production: { structures: { [SIRETS[NAMES.indexOf(name)] ?? ""]: { statut: closes ? "INACTIVE" : "ACTIVE" } } } } });
    },
    addresses: async () => (await data("list")) as readonly string[],
    async isTrue() {
      const records = (await data("show", ...NAMES.map((name) => `production/structure/${name}`))) as readonly ResourceRecord[];
      const said = new Map(records.map(({ address, conditions }) => [address as string, conditions[0]?.status]));
      return NAMES.filter((name) => said.get(`production/structure/${name}`) !== (closed.has(name) ? "false" : "true"));
    },
  };
};

const NAMES = Array.from({ length: 12 }, (_, index) => `s${String(index + 1).padStart(2, "0")}`);
const SIRETS = NAMES.map((_, index) => siretOf(index + 1, 1));

const CONFIGURATION = DIRECT.replace(/structures:\n[\s\S]*/, "")
  .replace("application: EXEMPLE-BTP-FACTURATION", "application: { production: EXEMPLE-BTP-FACTURATION, quota: 1000/s, part: 100% }")
  .concat(`structures:\n${NAMES.map((name, index) => `  ${name}: ${SIRETS[index]}\n`).join("")}`);
