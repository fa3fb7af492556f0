import { serviceUuid, vatNumber } from "./identifiers.ts";
import type { ByName, ScenarioStructure } from "./scenario.ts";
import type { Structure } from "./structure.ts";
import type { StructureKeys } from "./structure-keys.ts";

/** From the keys that the APIs use to the identifier of a structure. Built once a scenario, on first use. */
export interface StructureIndex {
  readonly byId: ReadonlyMap<number, string>;
  readonly byUuid: ReadonlyMap<string, string>;
  readonly byVat: ReadonlyMap<string, string>;
}

export function structureIndex(structures: ByName<ScenarioStructure>, keysOf: (identifiant: string) => StructureKeys): StructureIndex {
  const byId = new Map<number, string>();
  const byUuid = new Map<string, string>();
  const byVat = new Map<string, string>();
  for (const [identifiant, structure] of Object.entries(structures)) {
    const { id, uuid } = keysOf(identifiant);
    byId.set(id, identifiant);
    byUuid.set(uuid, identifiant);
    const vat = vatNumber(structure.type ?? "SIRET", identifiant);
    // Establishments of one company share its number: the first stands for them.
    if (vat !== "" && !byVat.has(vat)) byVat.set(vat, identifiant);
  }
  return { byId, byUuid, byVat };
}

/** From the key of a service to its place. Built once a scenario, on first use: services do not change in between. */
export type ServiceIndex = ReadonlyMap<string, { readonly identifiant: string; readonly code: string }>;

export function serviceIndex(structures: readonly Structure[]): ServiceIndex {
  const byUuid = new Map<string, { readonly identifiant: string; readonly code: string }>();
  for (const { environment, identifiant, services } of structures) {
    for (const code of Object.keys(services)) byUuid.set(serviceUuid(environment, identifiant, code), { identifiant, code });
  }
  return byUuid;
}
