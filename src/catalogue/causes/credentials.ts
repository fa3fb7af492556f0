import type { CauseRow } from "./cause-row.ts";

/** Why PISTE refuses an application's pair: the same bytes whatever is wrong with it, so that only the pair can tell. */
export const CREDENTIAL_CAUSES: readonly CauseRow[] = [
  {
    cause: "line-break",
    of: ["client-refused"],
    told: ["line-break", "edge-space"],
    onlyTold: true,
    source: "RFC 6749 §2.3.1: client id and client secret are compared as they are sent",
  },
  {
    cause: "pasted-twice",
    of: ["client-refused"],
    told: ["id-is-secret"],
    onlyTold: true,
    source: "PISTE draws each value by itself: two are never equal",
  },
  {
    cause: "other-environment",
    of: ["client-refused"],
    told: ["same-id-in-other-environment"],
    unless: ["worked-before"],
    source: "integrators measured invalid_client for sandbox credentials on the production host, and the other way round",
  },
  {
    cause: "swapped",
    of: ["client-refused"],
    told: ["only-secret-is-uuid"],
    unless: ["worked-before"],
    source: "integrators' guides to the PISTE portal: the id is a UUID, and the two stand side by side",
  },
  {
    cause: "not-credentials",
    of: ["client-refused"],
    told: ["id-not-uuid", "secret-not-uuid"],
    onlyTold: true,
    source: "integrators' guides to the PISTE portal: both are UUIDs",
  },
  {
    cause: "api-keys",
    of: ["client-refused"],
    told: [],
    unless: ["worked-before"],
    source: "integrators' guides to the PISTE portal: two tables under « Authentification », of which one makes tokens",
  },
  {
    cause: "regenerated",
    of: ["client-refused"],
    told: ["worked-before"],
    source: "PISTE's user guide: a secret that is generated again ends the one before",
  },
  {
    cause: "application-gone",
    of: ["client-disabled", "client-refused"],
    told: ["worked-before"],
    source: "Axway, OAuth resource server filters: \"The client app was not found or is disabled\"",
  },
];
