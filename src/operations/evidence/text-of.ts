import { latin1 } from "./latin1.ts";
import { pdfText } from "./pdf-text.ts";

export interface FoundText {
  /** Its text, as far as there is one. */
  readonly text: string;
  /** `none`: an image, or what cannot be opened here; that no secret was found says nothing then. */
  readonly read: "whole" | "none";
  /** What is not read is a picture of a screen, and no document. */
  readonly isImage?: true;
}

/** A file's text, and whether it was read at all. A PDF whose fonts have codes of their own tells nothing. */
export const textOf = (bytes: Uint8Array): FoundText => {
  const head = latin1(bytes.subarray(0, 12));
  if (head.startsWith("%PDF-")) {
    const { text, shown } = pdfText(bytes);
    return { text, read: isProse(shown) ? "whole" : "none" };
  }
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes);
  if (IMAGE.test(head)) return { text, read: "none", isImage: true };
  return { text, read: isText(text) && !ARCHIVE.test(head) ? "whole" : "none" };
};

/** As the file says itself; Windows also writes UTF-16 without a word. */
const encodingOf = ([first, second, third, fourth]: Uint8Array): string => {
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0 && third !== 0 && fourth === 0)) return "utf-16le";
  return (first === 0xfe && second === 0xff) || (first === 0 && second !== 0 && third === 0) ? "utf-16be" : "utf-8";
};

const isText = (text: string): boolean => text.length === 0 || (text.match(NO_TEXT)?.length ?? 0) / text.length < 0.02;

/** What people read has words, mostly. */
const isProse = (text: string): boolean => isText(text) && (text.match(/\p{L}{2,}/gu)?.join("").length ?? 0) > text.replaceAll(/\s/g, "").length / 3;

/** What no text has: control characters but tabs and ends of line, and what is no UTF-8. */
const NO_TEXT = /(?![\t-\r])[\p{Cc}\uFFFD]/gu;
/** `PK` begins a zip, which documents of Word are. */
const ARCHIVE = /^(PK\p{Cc}|\{\\rtf)/u;
const IMAGE = /^(\u0089PNG|\u00FF\u00D8\u00FF|GIF8|BM|II\*\0|MM\0\*|RIFF....WEBP)/s;
