/** An element of a page that the simulator wrote: it closes all it opens, so that a page is read without a parser's guesses. */
export interface Element {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Element | string)[];
}

export function parseHtml(html: string): Element {
  const root: Element = { tag: "", attributes: {}, children: [] };
  const open = [root];
  for (const [, closing, tag = "", attributes = "", text] of html.matchAll(TOKENS)) {
    if (text !== undefined) open.at(-1)?.children.push(plain(text));
    else if (closing === "/") open.pop();
    else {
      const element: Element = { tag, attributes: attributesOf(attributes), children: [] };
      open.at(-1)?.children.push(element);
      if (!VOID.has(tag)) open.push(element);
    }
  }
  if (open.length !== 1) throw new Error(`not closed: ${open.map(({ tag }) => tag).join(" ")}`);
  return root;
}

/** In the order of the page; `root` itself too. */
export const all = (root: Element, ...tags: readonly string[]): readonly Element[] => [
  ...(tags.includes(root.tag) ? [root] : []),
  ...root.children.flatMap((child) => (typeof child === "string" ? [] : all(child, ...tags))),
];

/** What is read there, spaces made one. */
export const textOf = (element: Element): string => rawText(element).replaceAll(/\s+/gu, " ").trim();

const rawText = ({ children }: Element): string => children.map((child) => (typeof child === "string" ? child : rawText(child))).join("");

const attributesOf = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries([...text.matchAll(/([\w-]+)(?:="([^"]*)")?/gu)].map(([, name = "", value = ""]) => [name, plain(value)]));

const plain = (text: string): string => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&amp;", "&");

const TOKENS = /<(\/?)([a-z]\w*)((?:\s+[\w-]+(?:="[^"]*")?)*)\s*\/?>|([^<]+)/gu;
const VOID: ReadonlySet<string> = new Set(["meta", "link", "input", "br"]);
