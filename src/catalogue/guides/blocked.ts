import type { KindName } from "../../model/address.ts";
import type { EnvironmentName } from "../../model/environment.ts";
import type { PortalName } from "../environments.ts";
import { deadLogin, noSecondFactor } from "./blocked-access.ts";
import { gpLeft, gpLockedOut, gpUnknown } from "./blocked-gestionnaire.ts";
import { noPigp } from "./blocked-pigp.ts";
import { siretChanged, structureMissing } from "./blocked-structure.ts";
import type { BlockedReason, BlockedWay } from "./blocked-way.ts";

/** In the order in which a person would recognise themselves. */
export const BLOCKED_WAYS: Readonly<Record<BlockedReason, BlockedWay>> = {
  "gp-unknown": gpUnknown,
  "gp-left": gpLeft,
  "gp-locked-out": gpLockedOut,
  "no-second-factor": noSecondFactor,
  "dead-login": deadLogin,
  "no-pigp": noPigp,
  "siret-changed": siretChanged,
  "structure-missing": structureMissing,
};

/**
 * The ways around that a step may need. All are about people and structures of Chorus Pro in production: in
 * qualification other test data are made instead, and PISTE's support answers for PISTE.
 */
export const blockedWaysOf = ({ portal, environment, kind }: BlockedStep): readonly BlockedWay[] =>
  portal !== "chorus-pro" || environment !== "production"
    ? []
    : Object.values(BLOCKED_WAYS).filter(({ kinds }) => kinds === undefined || kinds.includes(kind));

export interface BlockedStep {
  readonly portal?: PortalName;
  readonly environment: EnvironmentName;
  readonly kind: KindName;
}
