import type { Scenario, ScenarioAccount, ScenarioApplication, ScenarioSettings, ScenarioStructure } from "../../src/simulator/scenario.ts";
import { DIRECT_DONE, LOGIN } from "./direct.ts";

/** The parts of the world of `DIRECT` that a test may spoil. */
export interface DirectParts {
  settings: { -readonly [K in keyof ScenarioSettings]: ScenarioSettings[K] };
  application: { -readonly [K in keyof ScenarioApplication]: ScenarioApplication[K] };
  account: { -readonly [K in keyof ScenarioAccount]: ScenarioAccount[K] };
  structures: Record<string, { -readonly [K in keyof ScenarioStructure]: ScenarioStructure[K] }>;
  raccordements: Record<string, { structure: string; application: string }>;
}

export const SIEGE = "73282932000074";
export const LYON = "73282932000082";
export const NANTES = "73282932000090";

/** Everything done, but for what `spoil` changes. */
export const directBut = (spoil: (parts: DirectParts) => void = () => {}): Scenario => {
  const { production } = structuredClone(DIRECT_DONE).environments;
  const name = "EXEMPLE-BTP-FACTURATION";
  const parts = {
    settings: {},
    application: production?.applications?.[name],
    account: production?.comptesTechniques?.[LOGIN],
    structures: production?.structures,
    raccordements: production?.raccordements,
  } as unknown as DirectParts;
  spoil(parts);
  return {
    version: 1,
    settings: parts.settings,
    environments: {
      production: {
        applications: { [name]: parts.application },
        structures: parts.structures,
        comptesTechniques: { [LOGIN]: parts.account },
        raccordements: parts.raccordements,
      },
    },
  };
};
