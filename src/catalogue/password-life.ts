import { DAY_MS } from "../model/instant.ts";

/** How long the password of a compte technique lives, from its creation or its last reset: 14 months, says Chorus Pro. */
export const PASSWORD_LIFE_MS = 424 * DAY_MS;
