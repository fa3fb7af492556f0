import { printable } from "../../printable.ts";
import { shown } from "../../text/wrap.ts";

export type Attributes = Readonly<Record<string, string | boolean | undefined>>;

/** The one way in which the page makes an element: what is said becomes text, never markup. */
export const el = <Name extends keyof HTMLElementTagNameMap>(name: Name, attributes: Attributes = {}, ...children: readonly (Node | string)[]): HTMLElementTagNameMap[Name] => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    made.setAttribute(key, value === true ? "" : said(value));
  }
  made.append(...children.map((child) => (typeof child === "string" ? said(child) : child)));
  return made;
};

/** Text as it is shown: what reorders or hides text is spelled out. */
export const said = (text: string): string => shown(printable(text));

export const byId = (id: string): HTMLElement => {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`no #${id}`);
  return found;
};
