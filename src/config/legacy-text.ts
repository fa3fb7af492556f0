/**
 * Text that is no Unicode, as old spreadsheets write it: Windows' code page, or that of a Mac. Both give every byte a
 * character, so what tells them apart is which of the two makes accented letters of French words out of these bytes.
 */
export const decodeLegacy = (bytes: Uint8Array): string => textIn(pageOf(bytes), bytes);

/** The way back, to the page that these bytes are in; undefined for a text with a character that it lacks. */
export const encodeLegacy = (bytes: Uint8Array): ((text: string) => Uint8Array | undefined) => {
  const page = textIn(pageOf(bytes), Uint8Array.from({ length: 256 }, (_, byte) => byte));
  const codes = new Map(Array.from(page, (character, byte) => [character, byte]));
  return (text) => {
    const encoded = Array.from(text, (character) => codes.get(character));
    return encoded.every((byte) => byte !== undefined) ? Uint8Array.from(encoded) : undefined;
  };
};

const pageOf = (bytes: Uint8Array): Page => {
  const [windows = 0, mac = 0] = PAGES.map((page) => accentsIn(textIn(page, bytes)));
  return mac > windows ? "macintosh" : "windows-1252";
};

/** Node 20 takes Windows' page for Latin 1: what lies between 0x80 and 0x9F, among it œ, € and the apostrophe, is then a control character. */
const textIn = (page: Page, bytes: Uint8Array): string => {
  const text = new TextDecoder(page).decode(bytes);
  return page === "windows-1252" ? text.replaceAll(/[\u0080-\u009F]/g, (control) => BETWEEN[control.charCodeAt(0) - 0x80] ?? control) : text;
};

/** Letters in lower case: in capitals the two pages overlap, and people write few words in capitals with accents. */
const accentsIn = (text: string): number => text.match(ACCENTS)?.length ?? 0;

const ACCENTS = /(?<=\p{L})[éèêëàâçîïôùûüœ]|[éèêëàâçîïôùûüœ](?=\p{L})/gu;

const PAGES = ["windows-1252", "macintosh"] as const;
type Page = (typeof PAGES)[number];

/** From 0x80 on; a space where the page has none, whose byte stays what it is. */
const BETWEEN = Array.from("€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ").map((character) => (character === " " ? undefined : character));
