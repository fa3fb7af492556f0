import type { Address } from "../../../model/address.ts";
import { htmlText as text } from "../../formats/html.ts";
import { EMPTY_QUERY, formatQuery } from "../matrix/query.ts";

/** Opens what stands behind an address. */
export const addressLink = (address: Address, said: string): string => `<a href="${text(formatQuery({ ...EMPTY_QUERY, open: address }))}">${text(said)}</a>`;
