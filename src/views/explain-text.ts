import { explainMessages, type ExplainLead, type ExplainWords } from "../messages/explain-messages.ts";
import type { Language } from "../messages/language.ts";
import { messages } from "../messages/messages.ts";
import type { CodeExplanation, Explainable, Explanation, KeyExplanation, KindExplanation } from "../model/explanation.ts";
import { BLANK, renderLines, type Line, type Page } from "./text/layout.ts";
import { widthOf } from "./text/wrap.ts";

type Screen = Page & { readonly language: Language };

/** What a word means; where it means several things, one behind the other. */
export const renderExplanations = (explanations: readonly Explanation[], screen: Screen): string =>
  renderLines(
    explanations.flatMap((one, index) => [...(index === 0 ? [] : [BLANK]), ...linesOf(one, screen.language)]),
    screen,
  );

/** Everything that is explained. */
export const renderExplainable = ({ codes, kinds, keys }: Explainable, screen: Screen): string => {
  const { lists, more } = explainMessages(screen.language);
  const width = Math.max(...codes.map(({ code }) => widthOf(code))) + 2;
  const lines: readonly Line[] = [
    { indent: 0, text: lists.kinds, style: "heading" },
    ...kinds.map((kind): Line => ({ indent: 2, leads: [{ text: kind, width, style: "title" }], text: messages(screen.language).words.kinds[kind] })),
    BLANK,
    { indent: 0, text: lists.keys, style: "heading" },
    ...keys.map((key): Line => ({ indent: 2, text: key })),
    BLANK,
    { indent: 0, text: lists.codes, style: "heading" },
    ...codes.map(({ code, title }): Line => ({ indent: 2, leads: [{ text: code, width, style: "title" }], text: title })),
    BLANK,
    { indent: 0, text: more, style: "quiet" },
  ];
  return renderLines(lines, screen);
};

/** What stands behind a lead. */
type Row = readonly [ExplainLead, string];

const linesOf = (one: Explanation, language: Language): readonly Line[] => {
  const words = explainMessages(language);
  const [head, rows] = one.of === "code" ? codeRows(one) : one.of === "kind" ? kindRows(one, words, language) : keyRows(one, words, messages(language).words.quoted);
  const width = Math.max(...[...rows, PAGE].map(([lead]) => widthOf(words.leads[lead]))) + 2;
  const row = ([lead, text]: Row, index: number, all: readonly Row[]): Line => ({
    indent: 2,
    leads: [{ text: all[index - 1]?.[0] === lead ? "" : words.leads[lead], width, style: "lead" }],
    text,
  });
  return [
    { indent: 0, text: `${one.name} · ${words.sorts[one.of]}`, style: "heading" },
    ...head.map((text): Line => ({ indent: 2, text })),
    BLANK,
    ...[...rows, ["page", one.page] as const].map(row),
  ];
};

type Told = readonly [head: readonly string[], rows: readonly Row[]];

const codeRows = ({ title, meaning, example, todo }: CodeExplanation): Told => [[`${title}.`], [...some("meaning", meaning), ["todo", todo], ...some("says", example)]];

const kindRows = (kind: KindExplanation, words: ExplainWords, language: Language): Told => {
  const { words: vocabulary, requests } = messages(language);
  const asks = kind.asks.map((ask) => `${ask} (${requests.asks[ask]})`).join(", ");
  return [
    [plain(kind.is, vocabulary.quoted)],
    [
      ["address", kind.address],
      ["address", `${words.leads.suchAs} ${kind.addressExample}`],
      ["claims", kind.claims.map((claim) => `${claim} (${vocabulary.conditions[claim]})`).join(", ")],
      ["asks", asks === "" ? words.nothing : asks],
      ["proof", plain(kind.proof, vocabulary.quoted)],
      ["neverProven", words.neverProven[kind.whenUnknown]],
      ["word", words.word(kind)],
      ...kind.steps.map(({ action, portal, actor }): Row => ["steps", `${action}${vocabulary.colon}${words.by(portal, words.roles[actor])}`]),
      ...some("keys", kind.keys.length === 0 ? undefined : kind.keys.join(", ")),
    ],
  ];
};

const keyRows = (key: KeyExplanation, words: ExplainWords, quoted: Quote): Told => [
  key.descriptions.map((text) => plain(text, quoted)),
  [
    ...some("type", key.types.length === 0 ? undefined : key.types.map((type) => words.types[type]).join(words.or)),
    ...some("allowed", key.allowed.length === 0 ? undefined : key.allowed.join(", ")),
    ...some("form", key.pattern),
    ["stands", key.required ? words.required : words.optional],
    ...some("below", key.keys.length === 0 ? undefined : key.oneOf.length === 0 ? key.keys.join(", ") : `${key.keys.join(", ")} (${words.oneOf(key.oneOf)})`),
    ...some("example", key.example === undefined ? undefined : exampleOf(key)),
    ...some("elsewhere", key.elsewhere.length === 0 ? undefined : key.elsewhere.join(", ")),
  ],
];

/** As one line of YAML: JSON is YAML too, and a plain word needs no quotes. */
const exampleOf = ({ name, example }: KeyExplanation): string => {
  const own = name.split(".").at(-1) ?? name;
  const value = typeof example === "string" && PLAIN.test(example) ? example : spacedJson(example);
  return own.includes("*") ? value : `${own}: ${value}`;
};

const spacedJson = (value: unknown): string => JSON.stringify(value, null, 1).replaceAll(/\n\s*/g, " ");

/** Letters first: a text of digits would be taken for a number elsewhere than in Chorus. */
const PLAIN = /^\p{L}[\p{L}\p{N} @._-]*$/u;

const some = (lead: ExplainLead, text: string | undefined): readonly Row[] => (text === undefined ? [] : [[lead, text]]);

/** Without the marks of Markdown, which the pages have. */
const plain = (text: string, quoted: Quote): string => text.replaceAll(/`([^`]+)`/g, (_marked, word: string) => quoted(word)).replaceAll(/\*([^*]+)\*/g, "$1");

type Quote = (text: string) => string;

const PAGE: Row = ["page", ""];
