import fc from "fast-check";

/** Texts of YAML: in the plain style, nearly in it, and anything that its signs can be put together to. */

type Tree = string | readonly Tree[] | { readonly [key: string]: Tree };

const WORDS = [
  "siege",
  "12345678200010",
  "00000000054054",
  "100009",
  "7",
  "yes",
  "null",
  "1e3",
  "0x1F",
  "2026-12-31",
  "10:30",
  "https://oauth.piste.gouv.fr/api?a=b",
  "Mairie de Saint-Étienne (annexe)",
  "NOM DE L'EDITEUR",
  "+33 4 72 00 00 01",
  "a@exemple.fr",
  "../prive/clients.csv",
  "a  b",
  "œuvre — suite…",
  "constructor",
  "__proto__",
] as const;

const KEYS = ["a", "b", "siege", "12345678200010", "100009", "7", "6", "__proto__", "constructor", "a b", "x-y.z@w_1", "é"] as const;

const SCRAPS = [
  "-", "?", ":", ",", "[", "]", "{", "}", "#", "&", "*", "!", "|", ">", "'", '"', "%", "@", "`", "~", "=", "<<", "\\",
  "- ", ": ", "a: ", " #", "# c", "\n", "\n  ", "\r", "\r\n", "\t", " ", "  ", "---", "...", "--- ", "&a ", "*a", "!!str ", "|\n", "? ",
  "\u0000", "\u0007", "\u0085", "\u00a0", "\u2028", "\ufeff", "\ud800", "😀", "\\n", "''", '""', "[]", "{}", "[a]", "{ a: b }", "%YAML 1.2\n",
] as const;

const word = fc.constantFrom(...WORDS);
const quoted = fc.constantFrom("", " ", "a: b", "- a", "# a", "[a", "{siret}", "yes", "*a", " a ");
const scrap = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...SCRAPS) },
  { weight: 1, arbitrary: quoted.map((text) => JSON.stringify(text)) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", minLength: 1, maxLength: 1 }) },
);

const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, depthIdentifier: "tree" },
    word,
    fc.array(tie("tree"), { maxLength: 3, depthIdentifier: "tree" }),
    fc.dictionary(fc.constantFrom(...KEYS), tie("tree"), { maxKeys: 4, noNullPrototype: false, depthIdentifier: "tree" }),
  ),
}));

/** What a person may vary without changing the meaning. */
interface Style {
  readonly indent: number;
  readonly isListFlush: boolean;
  readonly isMarked: boolean;
  readonly end: string;
  readonly comments: boolean;
  readonly flowFrom: number;
  /** What is in brackets is written as JSON is. */
  readonly isJson: boolean;
}

const style: fc.Arbitrary<Style> = fc.record({
  indent: fc.integer({ min: 1, max: 4 }),
  isListFlush: fc.boolean(),
  isMarked: fc.boolean(),
  end: fc.constantFrom("\n", "\r\n"),
  comments: fc.boolean(),
  flowFrom: fc.integer({ min: 1, max: 4 }),
  isJson: fc.boolean(),
});

/** Documents that are in the plain style. */
export const plainDocuments: fc.Arbitrary<string> = fc
  .tuple(fc.dictionary(fc.constantFrom(...KEYS), tree, { minKeys: 1, maxKeys: 5 }), style)
  .map(([root, chosen]) => write(root, chosen));

/** Documents with a few places spoilt. */
export const spoiltDocuments = (from: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(from, fc.array(fc.tuple(fc.nat(), fc.nat({ max: 3 }), scrap), { minLength: 1, maxLength: 3 })).map(([text, changes]) => {
    let spoilt = text;
    for (const [seed, cut, insert] of changes) {
      const at = seed % (spoilt.length + 1);
      spoilt = spoilt.slice(0, at) + insert + spoilt.slice(at + cut);
    }
    return spoilt;
  });

/** Lines that are each in the plain style, or nearly so, at any depth: most of them together are no YAML. */
export const lineHeaps: fc.Arbitrary<string> = fc
  .array(
    fc.tuple(
      fc.integer({ min: 0, max: 4 }),
      fc.constantFrom("", "", "", "- ", "-  ", "- - ", "-"),
      fc.constantFrom("", "a: ", "a:", "b: ", "c:", '"a": ', "'b':", "d : ", "a b: "),
      fc.oneof(fc.constant(""), fc.constant(""), word, fc.constantFrom("[a, b]", "{ a: b }", "[]", "{a: {b: c}}", '{"a":"b","c":d}', "{'a':b}", '{"a" :b}', '{"a":{"b":[]}}', '["a":b]', "[ [x], {} ]", '"q"', "'q'"), scrap),
      fc.constantFrom("", "", "", " # c", "# c", " "),
    ),
    { maxLength: 7 },
  )
  .chain((lines) => fc.constantFrom("\n", "\n", "\r\n").map((end) => lines.map(([indent, ...parts]) => " ".repeat(indent) + parts.join("")).join(end)));

const write = (root: Tree, chosen: Style): string => {
  const lines = [...(chosen.comments ? ["# a comment", ""] : []), ...(chosen.isMarked ? ["---"] : []), ...block(root, 0, 1, chosen)];
  return lines.map((line) => line + chosen.end).join("");
};

/** The lines of a collection that is not empty. */
const block = (tree: Tree, indent: number, depth: number, chosen: Style): readonly string[] => {
  const space = " ".repeat(indent);
  const isList = Array.isArray(tree);
  return Object.entries(tree).flatMap(([key, value]: [string, Tree]) => {
    const begin = `${space}${isList ? "-" : `${key}:`}`;
    const comment = chosen.comments && key.length > 3 ? "   # why" : "";
    if (depth >= chosen.flowFrom || typeof value === "string" || Object.keys(value).length === 0) {
      const inline = chosen.isJson && typeof value !== "string" ? JSON.stringify(value) : flow(value, depth < chosen.flowFrom);
      return [`${begin} ${inline}${comment}`];
    }
    if (isList) {
      const [first = "", ...rest] = block(value, indent + 2, depth + 1, chosen);
      return [`${space}- ${first.slice(indent + 2)}`, ...rest];
    }
    const step = Array.isArray(value) && chosen.isListFlush ? 0 : chosen.indent;
    return [`${begin}${comment}`, ...(comment === "" ? [] : ["", "      # more"]), ...block(value, indent + step, depth + 1, chosen)];
  });
};

/** In brackets, words that hold their signs are quoted. */
const flow = (tree: Tree, isAlone = false): string => {
  if (typeof tree === "string") return isAlone || !/[,?]/.test(tree) ? tree : JSON.stringify(tree);
  if (Array.isArray(tree)) return `[${tree.map((item: Tree) => flow(item)).join(", ")}]`;
  const pairs = Object.entries(tree).map(([key, value]) => `${key}: ${flow(value)}`);
  return pairs.length === 0 ? "{}" : `{ ${pairs.join(", ")} }`;
};
