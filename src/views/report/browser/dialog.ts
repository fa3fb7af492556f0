import type { CellDetails, DetailBlock, DetailRow } from "../details/detail.ts";
import { SIGNS } from "../signs.ts";
import { el } from "./dom.ts";
import type { Page } from "./page.ts";

export interface DetailsDialog {
  show(details: CellDetails): void;
  close(): void;
}

/** Shows what stands behind a cell. Escape closes it; the focus goes back to where it was. */
export const createDialog = ({ words }: Page, onClose: () => void): DetailsDialog => {
  const title = el("h2", { id: "details-title", tabindex: "-1" });
  const close = el("button", { type: "button", class: "close" }, words.details.close);
  const body = el("div", { class: "details" });
  const dialog = el("dialog", { id: "details", "aria-labelledby": "details-title" }, el("header", {}, title, close), body);
  document.body.append(dialog);
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", onClose);
  // A click beside it closes it: on the dialog itself, which its contents cover.
  dialog.addEventListener("click", ({ target }) => {
    if (target === dialog) dialog.close();
  });
  return {
    show: (details) => {
      const heading = el("span", {}, details.title);
      title.replaceChildren(...heading.childNodes);
      body.replaceChildren(...details.blocks.map((block) => blockOf(block, words.marks)));
      if (!dialog.open) dialog.showModal();
      body.scrollTop = 0;
      title.focus();
    },
    close: () => {
      if (dialog.open) dialog.close();
    },
  };
};

const blockOf = ({ title, level, mark, rows }: DetailBlock, marks: Page["words"]["marks"]): HTMLElement => {
  const sign = mark === undefined ? [] : [el("span", { class: `mark ${mark}` }, el("span", { class: "sign", "aria-hidden": "true" }, SIGNS[mark]), marks[mark])];
  const list = el("dl", {}, ...rows.flatMap((row) => [el("dt", {}, row.lead), el("dd", {}, ...contentOf(row))]));
  if (level === "guide") return el("details", { class: "guide", open: true }, el("summary", {}, title), list);
  return el("section", { class: level }, el("h3", {}, title, ...sign), ...(rows.length === 0 ? [] : [list]));
};

const contentOf = ({ texts, ordered, href }: DetailRow): readonly (Node | string)[] => {
  if (href !== undefined) return [el("a", { href, rel: "noreferrer", target: "_blank" }, texts.join(" "))];
  if (ordered === true && texts.length > 1) return [el("ol", {}, ...texts.map((text) => el("li", {}, text)))];
  return texts.map((text) => el("p", {}, text));
};
