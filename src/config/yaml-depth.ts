import type { CST } from "yaml";

/** Whether a token tree is deeper than anything that a configuration needs. */
export const isTooDeep = (tokens: readonly CST.Token[]): boolean => {
  const stack: { readonly token: CST.Token; readonly depth: number }[] = tokens.map((token) => ({ token, depth: 0 }));
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (next.depth > MAX_DEPTH) return true;
    for (const token of children(next.token)) if (isNested(token)) stack.push({ token, depth: next.depth + 1 });
  }
  return false;
};

const isNested = (token: CST.Token | null | undefined): token is CST.Token =>
  token !== null && token !== undefined && ("items" in token || token.type === "document");

const children = (token: CST.Token): readonly (CST.Token | null | undefined)[] => {
  if (token.type === "document") return [token.value];
  if (!("items" in token)) return [];
  const items: (CST.Token | null | undefined)[] = [];
  for (const { key, value } of token.items) {
    if (isNested(key)) items.push(key);
    if (isNested(value)) items.push(value);
  }
  return items;
};

export const MAX_DEPTH = 100;
