import type { Row } from "./row.ts";
import { ACCOUNT_ROWS } from "./rows/account.ts";
import { GATEWAY_ROWS } from "./rows/gateway.ts";
import { OAUTH_ROWS } from "./rows/oauth.ts";
import { ORGANISATIONS_ROWS } from "./rows/organisations.ts";
import { STRUCTURES_ROWS } from "./rows/structures.ts";

/** Everything that can be checked by reading, in the order in which it is sent. */
export const ROWS: readonly Row[] = [...OAUTH_ROWS, ...GATEWAY_ROWS, ...STRUCTURES_ROWS, ...ACCOUNT_ROWS, ...ORGANISATIONS_ROWS];
