import type { JSX } from "preact";

/** The lines of a table that one page shows. */
export interface TablePage {
  readonly from: number;
  readonly to: number;
  readonly page: number;
  readonly pages: number;
  readonly size: number;
}

/** An éditeur has an application and a raccordement a client: the table is cut as whoever looks asks for. */
export function pageOf(query: URLSearchParams, total: number): TablePage {
  const size = SIZES.find((known) => String(known) === query.get("lignes")) ?? DEFAULT_SIZE;
  const pages = Math.max(1, Math.ceil(total / size));
  const page = Math.min(pages, Math.max(1, Math.trunc(Number(query.get("page") ?? 1)) || 1));
  return { from: (page - 1) * size, to: page * size, page, pages, size };
}

/** « Ligne(s) par page » and « Pagination », below a table. */
export function Pagination({ of: { page, pages, size }, action }: { readonly of: TablePage; readonly action: string }): JSX.Element {
  return (
    <form method="get" action={action}>
      <div class="field">
        <label for="lignes">Ligne(s) par page</label>
        <select id="lignes" name="lignes">{SIZES.map((known) => <option value={known} selected={known === size}>{known}</option>)}</select>
      </div>
      <p>
        Pagination : page {page} sur {pages}
        {page > 1 && <>{" · "}<a href={`${action}?lignes=${size}&page=${page - 1}`}>Page précédente</a></>}
        {page < pages && <>{" · "}<a href={`${action}?lignes=${size}&page=${page + 1}`}>Page suivante</a></>}
      </p>
      <p class="buttons"><button class="quiet">Afficher</button></p>
    </form>
  );
}

const SIZES: readonly number[] = [10, 20, 50, 100];
export const DEFAULT_SIZE = 50;
