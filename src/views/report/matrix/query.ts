/** What somebody looks at, as the address of the page tells it: a link shows the same. */
export interface Query {
  readonly search: string;
  /** Empty: all. */
  readonly environment: string;
  readonly mark: string;
  readonly stage: string;
  readonly request: string;
  /** A stage, or one of the other columns; empty: what asks for most comes first. */
  readonly sort: string;
  readonly descending: boolean;
  /** From 0. */
  readonly page: number;
  /** An address whose evidence is open, or a row's. */
  readonly open: string;
}

export const EMPTY_QUERY: Query = { search: "", environment: "", mark: "", stage: "", request: "", sort: "", descending: false, page: 0, open: "" };

/** Words of an address that nobody wrote are none. */
export const parseQuery = (hash: string): Query => {
  const given = new URLSearchParams(hash.replace(/^#/, ""));
  const word = (key: string): string => given.get(key) ?? "";
  const page = Number.parseInt(word("page"), 10);
  const sort = word("sort");
  return {
    search: word("q"),
    environment: word("env"),
    mark: word("state"),
    stage: word("stage"),
    request: word("request"),
    sort: sort.replace(/^-/, ""),
    descending: sort.startsWith("-"),
    page: Number.isSafeInteger(page) && page > 1 ? page - 1 : 0,
    open: word("open"),
  };
};

export const formatQuery = ({ search, environment, mark, stage, request, sort, descending, page, open }: Query): string => {
  const words = { q: search, env: environment, state: mark, stage, request, sort: sort === "" ? "" : `${descending ? "-" : ""}${sort}`, page: page === 0 ? "" : String(page + 1), open };
  const said = Object.entries(words).filter(([, word]) => word !== "");
  return said.length === 0 ? "" : `#${new URLSearchParams(said).toString()}`;
};
