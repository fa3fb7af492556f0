import type { CauseRow } from "./cause-row.ts";

/** Why a route, an espace or a write is refused to an account and an application that are known. */
export const RIGHT_CAUSES: readonly CauseRow[] = [
  {
    cause: "not-selected",
    of: ["route-forbidden", "route-unconfirmed"],
    told: ["other-apis-answer", "every-route-refused"],
    source: "integrators measured 403 with an empty body on routes that the application has not selected",
  },
  {
    cause: "no-raccordement",
    of: ["route-forbidden"],
    in: "production",
    told: ["every-route-refused"],
    onlyTold: true,
    source: "integrators saw 403 on every API of production before the raccordement in OAuth2 was declared",
  },
  {
    cause: "cgu-missing",
    of: ["route-forbidden"],
    told: [],
    source: "PISTE greys the box of an API until its CGU are accepted, in each environment by itself",
  },
  {
    cause: "wrong-prefix",
    of: ["route-unconfirmed"],
    told: [],
    source: "integrators measured that PISTE answers 403, not 404, on a path that does not exist",
  },
  {
    cause: "no-raccordement",
    of: ["refused-as-if-not-connected"],
    told: [],
    unless: ["attested"],
    source: "integrators saw 403 with the request sent back where the raccordement was missing",
  },
  {
    cause: "espace-closed",
    of: ["not-enabled"],
    told: [],
    source: "Transverses, structures/actives: lists the structures on which the espace is open to the account",
  },
  {
    cause: "missing-right",
    of: ["refused-as-if-not-connected", "edi-forbidden", "not-enabled"],
    told: ["attested"],
    source: "AIFE's pages on the espaces: opened by the gestionnaire, then each user enabled to them",
  },
];
