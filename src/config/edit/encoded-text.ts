import { decodeLegacy, encodeLegacy } from "../legacy-text.ts";
import { utf16 } from "../read-text.ts";

/** A file's text with the way back to its bytes. */
export interface EncodedText {
  /** Without its byte order mark. */
  readonly text: string;
  /** The bytes with something put in at an offset of the text: all others stay. Undefined where they cannot hold it. */
  insert(at: number, put: string): Uint8Array | undefined;
}

/** Bytes as text, in the encoding that `readText` takes them for; undefined where they do not come back from it as they are. */
export const encodedText = (bytes: Uint8Array): EncodedText | undefined => {
  for (const { decode, encode } of codecsOf(bytes)) {
    const decoded = decode(bytes);
    if (decoded === undefined) continue;
    const whole = encode(decoded);
    if (whole === undefined || !isSame(whole, bytes)) return undefined;
    const mark = decoded.startsWith(MARK) ? MARK.length : 0;
    return {
      text: decoded.slice(mark),
      insert: (at, put) => encode(`${decoded.slice(0, at + mark)}${put}${decoded.slice(at + mark)}`),
    };
  }
  return undefined;
};

interface Codec {
  readonly decode: (bytes: Uint8Array) => string | undefined;
  readonly encode: (text: string) => Uint8Array | undefined;
}

const codecsOf = (bytes: Uint8Array): readonly Codec[] => {
  const encoding = utf16(bytes);
  if (encoding !== undefined) return [{ decode: fatal(encoding), encode: (text) => toUtf16(text, encoding === "utf-16le") }];
  return [
    { decode: fatal("utf-8"), encode: (text) => new TextEncoder().encode(text) },
    { decode: decodeLegacy, encode: encodeLegacy(bytes) },
  ];
};

const fatal = (encoding: string) => (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

const toUtf16 = (text: string, isLittle: boolean): Uint8Array => {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), isLittle);
  return new Uint8Array(view.buffer);
};

const isSame = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((byte, at) => byte === b[at]);

const MARK = "\ufeff";
