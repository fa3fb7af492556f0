import type { Row } from "./row.ts";
import { ACCOUNT_ROWS } from "./rows/account.ts";
import { FACTURES_ROWS } from "./rows/factures.ts";
import { FIXED_RECIPIENTS_ROWS } from "./rows/fixed-recipients.ts";
import { GATEWAY_ROWS } from "./rows/gateway.ts";
import { OAUTH_ROWS } from "./rows/oauth.ts";
import { ORGANISATIONS_ROWS } from "./rows/organisations.ts";
import { OWN_STRUCTURE_ROWS } from "./rows/own-structure.ts";
import { STRUCTURES_ROWS } from "./rows/structures.ts";
import { TRANSVERSES_ROWS } from "./rows/transverses.ts";

/** Everything that can be checked by reading, in the order in which it is sent. */
export const ROWS: readonly Row[] = [
  ...OAUTH_ROWS, ...GATEWAY_ROWS, ...STRUCTURES_ROWS, ...FIXED_RECIPIENTS_ROWS, ...ACCOUNT_ROWS, ...OWN_STRUCTURE_ROWS, ...TRANSVERSES_ROWS,
  ...FACTURES_ROWS, ...ORGANISATIONS_ROWS,
];
