import { expect } from "vitest";
import { all, parseHtml, textOf } from "./html.ts";
import type { Element } from "./html.ts";

/** What is typed into a form, by the names of its fields; several values for boxes. */
export type Typed = Readonly<Record<string, string | readonly string[]>>;

/** A page that was answered. */
export interface Page {
  readonly status: number;
  /** Where it is, after redirects. */
  readonly path: string;
  readonly text: string;
  readonly root: Element;
  readonly main: Element;
  readonly title: string;
}

/** A browser as far as the portals need one: a cookie, redirects, and forms as they are on the page. */
export class Browser {
  readonly #url: string;
  #cookie = "";
  #page: Page | undefined;

  constructor(url: string) {
    this.#url = url;
  }

  get page(): Page {
    if (this.#page === undefined) throw new Error("no page is open");
    return this.#page;
  }

  open(path: string): Promise<Page> {
    return this.#ask(path, { method: "GET" });
  }

  /** The text of a file, which is no page. */
  async download(path: string): Promise<string> {
    const response = await fetch(`${this.#url}${path}`, { headers: { cookie: this.#cookie } });
    expect(response.status).toBe(200);
    return response.text();
  }

  /** Presses a button of the open page, with its form as it is but for what is typed. What is greyed is not sent. */
  press(button: string, typed: Typed = {}): Promise<Page> {
    const { root, path } = this.page;
    const form = all(root, "form").find((one) => buttonOf(one, button) !== undefined);
    if (form === undefined) throw new Error(`no button « ${button} » on ${path}: ${textOf(root)}`);
    const names = new Set(all(form, "input", "select").map(({ attributes }) => attributes["name"]));
    expect(Object.keys(typed).filter((name) => !names.has(name))).toEqual([]);
    const { name, value = "" } = buttonOf(form, button)?.attributes ?? {};
    const sent = new URLSearchParams([...valuesOf(form).filter(([known]) => !(known in typed)), ...pairsOf(typed), ...(name === undefined ? [] : [[name, value] as const])].map(([key, text]) => [key, text]));
    const action = form.attributes["action"] ?? path;
    return form.attributes["method"] === "post" ? this.#ask(action, { method: "POST", body: sent }) : this.#ask(`${action}?${sent.toString()}`, { method: "GET" });
  }

  /** Sends what no form of the page would. */
  force(path: string, typed: Typed): Promise<Page> {
    const [csrf] = all(this.page.root, "input").filter(({ attributes }) => attributes["name"] === "csrf");
    return this.#ask(path, { method: "POST", body: new URLSearchParams([["csrf", csrf?.attributes["value"] ?? ""], ...pairsOf(typed)].map(([key = "", text = ""]) => [key, text])) });
  }

  async #ask(path: string, init: RequestInit): Promise<Page> {
    const response = await fetch(`${this.#url}${path}`, { ...init, redirect: "manual", headers: { cookie: this.#cookie } });
    const [cookie] = response.headers.getSetCookie();
    if (cookie !== undefined) this.#cookie = cookie.split(";", 1)[0] ?? "";
    const location = response.headers.get("location");
    const html = await response.text();
    if (location !== null) return this.open(location);
    const root = parseHtml(html.replace("<!doctype html>", ""));
    const [main] = all(root, "main");
    if (main === undefined) throw new Error(`no page: ${html}`);
    this.#page = { status: response.status, path, root, main, text: textOf(main), title: textOf(all(main, "h1")[0] ?? main) };
    return this.#page;
  }
}

const buttonOf = (form: Element, name: string): Element | undefined => all(form, "button").find((button) => textOf(button) === name);

/** What a browser would send of a form that nobody touched. */
const valuesOf = (form: Element): readonly (readonly [string, string])[] => [
  ...all(form, "input").filter(({ attributes }) => !("disabled" in attributes) && (attributes["type"] !== "checkbox" || "checked" in attributes))
    .map(({ attributes }) => [attributes["name"] ?? "", attributes["value"] ?? ""] as const),
  ...all(form, "select").map((select) => {
    const options = all(select, "option");
    const chosen = options.find(({ attributes }) => "selected" in attributes) ?? options[0];
    return [select.attributes["name"] ?? "", chosen?.attributes["value"] ?? ""] as const;
  }),
];

const pairsOf = (typed: Typed): readonly (readonly [string, string])[] =>
  Object.entries(typed).flatMap(([name, values]) => (typeof values === "string" ? [values] : values).map((value) => [name, value] as const));
