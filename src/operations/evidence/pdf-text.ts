import { constants, inflateSync } from "node:zlib";
import { latin1 } from "./latin1.ts";

/**
 * The texts that a PDF shows, one show operator a line, as far as they can be read without its fonts: those of its own
 * body and of its streams that are plain or deflated. What is drawn or encoded otherwise is not seen: `shown` is what the
 * pages show, without what the document says about itself.
 */
export const pdfText = (bytes: Uint8Array): { readonly text: string; readonly shown: string } => {
  const body = latin1(bytes);
  const streams = [...body.matchAll(/(?<!end)stream\r?\n/g)].map(({ index, 0: head }) => {
    const from = index + head.length;
    const end = body.indexOf("endstream", from);
    const stream = bytes.subarray(from, end === -1 ? undefined : end);
    return { ...inflated(stream), from, to: from + stream.length };
  });
  const shown = streams.filter(({ content }) => SHOWS.test(content)).map(({ content }) => shownTexts(content)).join("\n");
  // Bytes that are packed are no text, though a bracket may be among them.
  const plain = streams.filter(({ isPacked }) => isPacked).toReversed().reduce((rest, { from, to }) => `${rest.slice(0, from)}\n${rest.slice(to)}`, body);
  return { text: [plain, ...streams.flatMap(({ isPacked, content }) => (isPacked ? [content] : []))].map(shownTexts).join("\n"), shown };
};

/** A stream that is cut short still tells what came before the cut. */
const inflated = (stream: Uint8Array): { readonly content: string; readonly isPacked: boolean } => {
  try {
    return { content: latin1(inflateSync(stream, { maxOutputLength: MOST_BYTES, finishFlush: constants.Z_SYNC_FLUSH })), isPacked: true };
  } catch {
    return { content: latin1(stream), isPacked: false };
  }
};

/** Strings of one operator are one text: `[(Mot) -250 (de passe)] TJ`. A large step back is a space. */
const shownTexts = (content: string): string => {
  let text = "";
  let between = "";
  for (let at = 0; at < content.length; ) {
    const character = content[at];
    const string = character === "(" ? literalAt(content, at) : character === "<" ? hexAt(content, at) : undefined;
    if (string === undefined) {
      between += character;
      at++;
      continue;
    }
    text += `${text === "" ? "" : separator(between)}${string.text}`;
    between = "";
    at = string.end;
  }
  return text;
};

const separator = (between: string): string => {
  if (/[^\s\d.-]/.test(between)) return "\n";
  return Number.parseFloat(between) < SPACE ? " " : "";
};

interface Found {
  readonly text: string;
  readonly end: number;
}

/** `(text \(with\) escapes \351)`, to the parenthesis that closes it. */
const literalAt = (content: string, from: number): Found => {
  let text = "";
  let depth = 0;
  for (let at = from; at < content.length; at++) {
    const character = content[at] ?? "";
    if (character === "\\") {
      const octal = /^[0-7]{1,3}/.exec(content.slice(at + 1, at + 4))?.[0];
      text += octal === undefined ? (ESCAPES[content[at + 1] ?? ""] ?? content[at + 1] ?? "") : String.fromCharCode(Number.parseInt(octal, 8));
      at += octal?.length ?? 1;
    } else if (character === "(" && depth++ === 0) continue;
    else if (character === ")" && --depth === 0) return { text: decoded(text), end: at + 1 };
    else text += character;
  }
  return { text: decoded(text), end: content.length };
};

/** `<4D6F74>`; `<<` begins a dictionary. */
const hexAt = (content: string, from: number): Found | undefined => {
  const end = content.indexOf(">", from);
  const digits = content.slice(from + 1, end).replaceAll(/\s/g, "");
  if (end === -1 || !/^[0-9a-f]+$/i.test(digits)) return undefined;
  const characters = digits.match(/../g)?.map((pair) => String.fromCharCode(Number.parseInt(pair, 16))) ?? [];
  return { text: decoded(characters.join("")), end: end + 1 };
};

/** UTF-16 where it says so, else as Latin 1. */
const decoded = (text: string): string =>
  text.startsWith("\u00FE\u00FF") ? new TextDecoder("utf-16be").decode(Uint8Array.from(text, (unit) => unit.charCodeAt(0))) : text;

/** The operators that show text; a picture has none. */
const SHOWS = /\bT[jJ]\b/;
const ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "", f: "", "\n": "" };
/** In thousandths of the font's size. */
const SPACE = -150;
const MOST_BYTES = 16 * 1024 * 1024;
