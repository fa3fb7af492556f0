import type { Environment, ScenarioService, ScenarioStructure } from "../scenario.ts";
import { DISTRIBUTION } from "./distribution.ts";
import type { DraftStructure } from "./draft.ts";
import { draw } from "./draw.ts";
import type { Draw } from "./draw.ts";
import { falseSiretOf, laPosteSiret, siretOf } from "./siret.ts";

export interface StructurePlace {
  readonly seed: number;
  readonly environment: Environment;
  /** Counts from 0 in its environment. */
  readonly index: number;
  readonly name: string;
  readonly gestionnaire: string;
  readonly client: boolean;
  /** One that others lean on: it exists, is active and has its espaces open. */
  readonly sound: boolean;
}

/** One structure, with what is otherwise than wanted. */
export function draftStructure(place: StructurePlace): DraftStructure {
  const { seed, environment, index, name, gestionnaire, client, sound } = place;
  const at = draw(seed, environment, "structure", index);
  const isPublic = at.chance(DISTRIBUTION.public);
  const value: ScenarioStructure = {
    designation: `${at.pick(TRADES)} ${at.pick(PLACES)} ${name}`,
    ...(isPublic ? { nature: "PUBLIQUE" } : {}),
    ...(at.chance(DISTRIBUTION.structureInactive) && !sound ? { statut: "INACTIVE" } : {}),
    ...(at.chance(DISTRIBUTION.withServices) ? { services: services(at) } : {}),
    espaces: at.chance(DISTRIBUTION.espaceClosed) && !sound ? ["raccordements"] : ["raccordements", "factures-emises"],
  };
  const exists = sound || !at.chance(DISTRIBUTION.structureAbsent);
  return { name, identifiant: identifier(place, at), gestionnaire, client, value, exists };
}

// Establishments of one's own share a company by fifties; clients are a company each.
function identifier({ environment, index, client, sound, seed }: StructurePlace, at: Draw): string {
  const company = ((seed >>> 0) * 101 + (client ? index : Math.floor(index / ESTABLISHMENTS)) * 7 + (client ? 3 : 0)) % 100_000_000;
  const establishment = client ? 1 : (index % ESTABLISHMENTS) + 1;
  if (environment === "qualification") return falseSiretOf(company, establishment, at.integer(9));
  const isLaPoste = at.chance(DISTRIBUTION.laPoste) && !sound && index < LA_POSTE_MOST;
  return isLaPoste ? laPosteSiret(index + 1) : siretOf(company, establishment);
}

function services(at: Draw): Readonly<Record<string, ScenarioService>> {
  const count = 1 + at.integer(3);
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [
    `SERVICE_${index + 1}`,
    { nom: `Service ${index + 1}`, ...(at.chance(DISTRIBUTION.serviceInactive) ? { actif: false } : {}) },
  ]));
}

const ESTABLISHMENTS = 50;
const LA_POSTE_MOST = 9_999;
const TRADES = ["Menuiserie", "Imprimerie", "Transports", "Maçonnerie", "Traiteur", "Librairie", "Électricité", "Paysages"] as const;
const PLACES = ["du Rhône", "de l'Erdre", "du Marais", "des Alpilles", "de la Vilaine", "du Vercors", "d'Artois"] as const;
