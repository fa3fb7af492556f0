import type {
  ByName, Environment, EspaceId, IdentifierType, Requirement, ScenarioEdi, ScenarioService, ScenarioStructure,
} from "./scenario.ts";
import type { StructureKeys } from "./structure-keys.ts";

/** A structure with its keys and every default filled in. */
export interface Structure extends StructureKeys {
  readonly environment: Environment;
  readonly identifiant: string;
  readonly type: IdentifierType;
  readonly designation: string;
  readonly nature: "PRIVEE" | "PUBLIQUE";
  readonly statut: "ACTIVE" | "INACTIVE";
  readonly services: ByName<ScenarioService>;
  readonly espaces: readonly EspaceId[];
  readonly edi: Required<ScenarioEdi>;
  readonly exige: Requirement | undefined;
}

export function fullStructure(
  environment: Environment,
  identifiant: string,
  keys: StructureKeys,
  short: ScenarioStructure,
): Structure {
  const nature = short.nature ?? "PRIVEE";
  return {
    environment,
    identifiant,
    id: keys.id,
    uuid: keys.uuid,
    type: short.type ?? "SIRET",
    designation: short.designation,
    nature,
    statut: short.statut ?? "ACTIVE",
    services: { ...(nature === "PUBLIQUE" ? PUBLIC_SERVICE : {}), ...short.services },
    espaces: short.espaces ?? [],
    edi: { reception: short.edi?.reception ?? false, connexion: short.edi?.connexion ?? false },
    exige: short.exige,
  };
}

/** Every public structure has this service (practice of Chorus Pro). */
const PUBLIC_SERVICE: ByName<ScenarioService> = { FACTURES_PUBLIQUES: { nom: "Factures publiques" } };
