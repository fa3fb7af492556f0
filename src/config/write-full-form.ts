import type { Node, Scalar } from "yaml";
import type { Language } from "../messages/language.ts";
import { originWords, type OriginWords } from "../messages/origin-words.ts";
import type { Desired } from "../model/desired.ts";
import type { Origins } from "./origin.ts";
import type { Path } from "./path.ts";

/**
 * The full form as YAML, itself a valid configuration; with origins, each value is followed by a comment that says
 * where it came from.
 */
export const writeFullForm = async (desired: Desired, origins?: Origins, language: Language = "fr"): Promise<string> => {
  const yaml = await import("yaml");
  const document = new yaml.Document(desired, { aliasDuplicateObjects: false });
  const words = originWords(language);
  const walk = (node: unknown, path: Path): void => {
    // As an escape it means the same between quotes alone: whoever shows it may then escape it.
    if (yaml.isScalar(node) && typeof node.value === "string" && UNSHOWN.test(node.value)) node.type = "QUOTE_DOUBLE";
    if (yaml.isMap(node)) {
      for (const { key, value } of node.items) walk(value, [...path, String((key as Scalar).value)]);
    } else if (yaml.isSeq(node) && !node.items.every((item) => yaml.isScalar(item))) {
      for (const [index, item] of node.items.entries()) walk(item, [...path, String(index)]);
    } else if (yaml.isNode(node)) {
      if (yaml.isSeq(node)) node.flow = true;
      if (origins !== undefined) comment(node, describe(origins, path, words));
    }
  };
  walk(document.contents, []);
  return document.toString({ lineWidth: 0 });
};

/** What is no character of a line of text. */
const UNSHOWN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

const comment = (node: Node, text: string): void => {
  node.comment = ` ${text}`;
};

const describe = (origins: Origins, path: Path, words: OriginWords): string => {
  const origin = origins.at(path);
  const where = origins.place(path);
  const place = where === undefined ? undefined : `${where.file}:${where.line}`;
  if (origin.from === "default") return words.defaults[origin.rule];
  if (origin.from === "csv") return words.cell(`${origin.file}:${origin.line}`, origin.column);
  if (origin.from === "derived") return words.derived(words.rules[origin.rule], place);
  return words.written(place ?? "");
};
