import type { CauseRow } from "./cause-row.ts";

/** Why a structure or a service is not found, or found asleep. */
export const STRUCTURE_CAUSES: readonly CauseRow[] = [
  {
    cause: "siren",
    of: ["structure-not-found"],
    told: ["identifier-of-9-digits"],
    onlyTold: true,
    source: "Structures API 1.0.0: SIREN is none of the types of identifier",
  },
  {
    cause: "real-siret",
    of: ["structure-not-found"],
    in: "qualification",
    told: ["key-holds"],
    onlyTold: true,
    source: "every SIRET of generated test data that was looked at fails its key; real ones hold it",
  },
  {
    cause: "test-siret",
    of: ["structure-not-found"],
    in: "production",
    told: ["key-fails"],
    onlyTold: true,
    source: "every SIRET of generated test data that was looked at fails its key; real ones hold it",
  },
  {
    cause: "unknown-siret",
    of: ["structure-not-found"],
    told: [],
    source: "Structures API 1.0.0, rechercher: an empty list for what Chorus Pro does not know",
  },
  {
    cause: "deactivated",
    of: ["structure-inactive"],
    told: [],
    source: "AIFE's page on changing SIRET: the structure is copied and the old one deactivated",
  },
  {
    cause: "wrong-code",
    of: ["service-not-found"],
    told: [],
    source: "Structures API 1.0.0, rechercher/services: codes are compared letter by letter",
  },
  {
    cause: "service-closed",
    of: ["service-inactive"],
    told: [],
    source: "Structures API 1.0.0, rechercher/services: estActif",
  },
];
