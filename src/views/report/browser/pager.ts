import { el } from "./dom.ts";
import type { Page } from "./page.ts";

/** Which rows are shown, of how many. */
export interface Shown {
  readonly from: number;
  readonly to: number;
  readonly found: number;
  readonly page: number;
  readonly last: number;
}

export interface Pager {
  /** Says how many there are: read aloud when it changes. */
  readonly status: HTMLElement;
  readonly controls: HTMLElement;
  show(shown: Shown): void;
}

export const createPager = ({ words, count, matrix }: Page, goTo: (page: number) => void): Pager => {
  let at = 0;
  const status = el("p", { class: "count", role: "status", "aria-live": "polite" });
  const previous = el("button", { type: "button" }, `← ${words.previous}`);
  const next = el("button", { type: "button" }, `${words.next} →`);
  const controls = el("div", { class: "pager" }, previous, next);
  previous.addEventListener("click", () => goTo(at - 1));
  next.addEventListener("click", () => goTo(at + 1));
  return {
    status,
    controls,
    show: ({ from, to, found, page, last }) => {
      at = page;
      status.textContent = found === 0 ? words.nothingFound : words.shown(count(from + 1), count(to), count(found), count(matrix.rows.length));
      previous.disabled = page === 0;
      next.disabled = page >= last;
      controls.hidden = last === 0;
    },
  };
};
