import type { CauseRow } from "./cause-row.ts";
import { ACCOUNT_CAUSES } from "./account.ts";
import { CREDENTIAL_CAUSES } from "./credentials.ts";
import { NETWORK_CAUSES } from "./network.ts";
import { RIGHT_CAUSES } from "./rights.ts";
import { STRUCTURE_CAUSES } from "./structure.ts";

/**
 * Every cause that is known of, the likeliest first among those of one reason. A reason without a row is its own cause:
 * a secret that is missing, an API that is not declared, what waits or was not asked.
 */
export const CAUSE_ROWS: readonly CauseRow[] = [
  ...CREDENTIAL_CAUSES,
  ...ACCOUNT_CAUSES,
  ...RIGHT_CAUSES,
  ...STRUCTURE_CAUSES,
  ...NETWORK_CAUSES,
];
