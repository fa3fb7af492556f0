/**
 * Arrow keys in the table: one of its buttons is in the tab order, and the arrows go from one to the next.
 * https://www.w3.org/WAI/ARIA/apg/patterns/grid/
 */
export const moveByKeys = (table: HTMLTableElement): void => {
  table.addEventListener("keydown", (event) => {
    if (event.ctrlKey && event.key !== "Home" && event.key !== "End") return;
    if (event.altKey || event.metaKey) return;
    const target = nextOf(table, event);
    if (target === undefined) return;
    event.preventDefault();
    focusCell(table, target);
    target.focus();
  });
  table.addEventListener("focusin", ({ target }) => {
    if (target instanceof HTMLElement && target.dataset["cell"] !== undefined) focusCell(table, target);
  });
};

/** The one button that Tab reaches. */
export const focusCell = (table: HTMLTableElement, target: HTMLElement | undefined): void => {
  for (const other of table.querySelectorAll<HTMLElement>('[data-cell][tabindex="0"]')) other.tabIndex = -1;
  if (target !== undefined) target.tabIndex = 0;
};

const nextOf = (table: HTMLTableElement, { key, ctrlKey, target }: KeyboardEvent): HTMLElement | undefined => {
  if (!(target instanceof HTMLElement)) return undefined;
  const at = target.closest<HTMLTableCellElement>("td, th");
  const row = at?.parentElement;
  if (at === null || !(row instanceof HTMLTableRowElement)) return undefined;
  const { rows } = table;
  switch (key) {
    case "ArrowRight":
      return first(after(row, at.cellIndex));
    case "ArrowLeft":
      return last(before(row, at.cellIndex));
    case "ArrowDown":
      return inColumn(table, row.rowIndex, 1, at.cellIndex);
    case "ArrowUp":
      return inColumn(table, row.rowIndex, -1, at.cellIndex);
    case "PageDown":
      return inColumn(table, Math.min(row.rowIndex + PAGE, rows.length - 1) - 1, 1, at.cellIndex);
    case "PageUp":
      return inColumn(table, Math.max(row.rowIndex - PAGE, 1) - 1, 1, at.cellIndex);
    case "Home":
      return first(buttonsIn(ctrlKey ? rows[0] : row));
    case "End":
      return last(buttonsIn(ctrlKey ? rows[rows.length - 1] : row));
    default:
      return undefined;
  }
};

/** The nearest row in a direction that has something in the column. */
const inColumn = ({ rows }: HTMLTableElement, from: number, step: 1 | -1, column: number): HTMLElement | undefined => {
  for (let index = from + step; index >= 0 && index < rows.length; index += step) {
    const found = buttonIn(rows[index]?.cells[column]);
    if (found !== undefined) return found;
  }
  return undefined;
};

const buttonIn = (cell: Element | undefined): HTMLElement | undefined => cell?.querySelector<HTMLElement>("[data-cell]") ?? undefined;

const buttonsIn = (row: HTMLTableRowElement | undefined): readonly HTMLElement[] => [...(row?.cells ?? [])].flatMap((cell) => buttonIn(cell) ?? []);

const after = (row: HTMLTableRowElement, column: number): readonly HTMLElement[] => [...row.cells].slice(column + 1).flatMap((cell) => buttonIn(cell) ?? []);

const before = (row: HTMLTableRowElement, column: number): readonly HTMLElement[] => [...row.cells].slice(0, column).flatMap((cell) => buttonIn(cell) ?? []);

const first = (of: readonly HTMLElement[]): HTMLElement | undefined => of[0];

const last = (of: readonly HTMLElement[]): HTMLElement | undefined => of.at(-1);

const PAGE = 10;
