import { ChorusError } from "../diagnostics/chorus-error.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Page } from "../model/page.ts";

/** How much of a list is wanted, as it is given. */
export interface ListCommandOptions {
  readonly count?: boolean;
  readonly limit?: string;
  readonly page?: string;
}

/** The page that is asked for; absent where the list is not cut into pages. */
export const pageOf = ({ limit, page }: ListCommandOptions): Page | undefined =>
  limit === undefined && page === undefined ? undefined : { number: positive("--page", page ?? "1"), limit: positive("--limit", limit ?? ON_A_PAGE) };

/** Throws where a count or a page is asked for beside what has no place for it, which would be left out unsaid. */
export const checkListOptions = (options: ListCommandOptions, beside: { readonly count: readonly (string | false)[]; readonly page: readonly (string | false)[] }): void => {
  const [page] = (["page", "limit"] as const).filter((name) => options[name] !== undefined);
  pageOf(options);
  if (options.count === true) refuse("--count", [page !== undefined && `--${page}`, ...beside.count]);
  if (page !== undefined) refuse(`--${page}`, beside.page);
};

const refuse = (option: string, beside: readonly (string | false)[]): void => {
  const other = beside.find((one) => one !== false);
  if (other !== undefined) throw new ChorusError([diagnostic("CHR-USAGE", "error", { problem: "contradictory", value: `${option}, ${other}` })]);
};

const positive = (option: string, text: string): number => {
  if (/^[1-9]\d{0,6}$/.test(text)) return Number(text);
  throw new ChorusError([diagnostic("CHR-USAGE", "error", { problem: "invalid-argument", value: text, of: option, allowed: "1, 2, 3…" })]);
};

const ON_A_PAGE = "100";

/** Where a count and a page go with all that a command has. */
export const NOTHING_ELSE = { count: [], page: [] } as const;
